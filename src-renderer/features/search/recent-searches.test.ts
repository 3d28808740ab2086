import { describe, expect, it } from 'vitest';
import { readRecent, withRecent } from './recent-searches';

describe('recent searches', () => {
  it('stand newest first, each once', () => {
    expect(withRecent(['toll', 'bridge'], 'bridge')).toEqual(['bridge', 'toll']);
  });

  it('keep the whole word, not the steps of typing it', () => {
    expect(withRecent(['brid', 'toll'], 'bridge')).toEqual(['bridge', 'toll']);
  });

  it('keep a query that another one narrows', () => {
    expect(withRecent(['bridge'], 'bridge toll')).toEqual(['bridge toll', 'bridge']);
  });

  it('are at most twenty', () => {
    const many = Array.from({ length: 30 }, (_, index) => `query ${index}`);
    expect(many.reduce<readonly string[]>(withRecent, [])).toHaveLength(20);
  });

  it.each([[null], ['nonsense'], ['[]'], ['{"kept":true}'], ['{"kept":true,"byArchive":{"a":[1]}}']])(
    'begin anew where %j was written',
    (written) => {
      expect(readRecent(written)).toEqual({ kept: true, byArchive: {} });
    },
  );
});
