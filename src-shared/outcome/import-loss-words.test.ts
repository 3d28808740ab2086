import { describe, expect, it } from 'vitest';
import { countedLosses, type ImportLossId, importLossSentence, importLossWords } from './import-loss-words';

const ids = Object.keys(importLossWords).filter((id): id is ImportLossId => id in importLossWords);

describe('importLossSentence', () => {
  it('agrees with the count, written as the language writes numbers', () => {
    expect(importLossSentence({ what: 'pictures', count: 1 }, 'en')).toBe('1 picture was not kept.');
    expect(importLossSentence({ what: 'pictures', count: 1234 }, 'en')).toBe('1,234 pictures were not kept.');
    expect(importLossSentence({ what: 'pictures', count: 1234 }, 'fr')).toMatch(/^1\s234 images n’ont pas été gardées/);
  });

  it('keeps what the file says as it stands', () => {
    const loss = { what: 'attachments', count: 1, detail: '$& {n}.pdf' } as const;
    expect(importLossSentence(loss, 'en')).toBe('1 attachment stays in the original only: $& {n}.pdf.');
  });

  it('gives a sentence that is told already as it stands', () => {
    expect(importLossSentence('It was long.', 'fr')).toBe('It was long.');
  });

  it.each(ids)('has words of its own in French: %s', (what) => {
    for (const count of [1, 2]) {
      const [english, french] = [importLossSentence({ what, count }, 'en'), importLossSentence({ what, count }, 'fr')];
      expect(french).not.toBe(english);
      expect(french).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(french).not.toMatch(/[a-zé] [:;!?]/);
    }
  });
});

describe('countedLosses', () => {
  it('leaves out what there was none of', () => {
    expect(
      countedLosses([
        ['pictures', 0],
        ['links', 2],
      ]),
    ).toEqual([{ what: 'links', count: 2 }]);
  });
});
