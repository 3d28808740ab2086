import { documentUid } from '@shared/model/ids';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeBeside, closeIfOpen, currentDocument, openBeside, openDocument, useRoute } from './route';

const [a, b, c] = [documentUid('a'), documentUid('b'), documentUid('c')];
const now = () => useRoute.getState();
const uids = () => [now().open?.uid ?? null, now().beside?.uid ?? null];

beforeEach(() => useRoute.setState(useRoute.getInitialState(), true));

describe('two documents side by side', () => {
  test('the second opens beside the first, where the reader stays', () => {
    openDocument(a);
    expect(openBeside(b)).toBe(true);
    expect(uids()).toEqual(['a', 'b']);
    expect(currentDocument(now())).toBe('a');
  });

  test('a document is never beside itself', () => {
    openDocument(a);
    expect(openBeside(a)).toBe(false);
    expect(uids()).toEqual(['a', null]);
  });

  test('with nothing open the document opens alone', () => {
    openBeside(a);
    expect(uids()).toEqual(['a', null]);
  });

  test('opening another document leaves the one beside where it is', () => {
    openDocument(a);
    openBeside(b);
    openDocument(c);
    expect(uids()).toEqual(['c', 'b']);
    expect(currentDocument(now())).toBe('c');
  });

  test('opening what stands beside goes to it there', () => {
    openDocument(a);
    openBeside(b);
    openDocument(b, { query: 'word' });
    expect(uids()).toEqual(['a', 'b']);
    expect(now().beside?.target).toEqual({ query: 'word' });
    expect(now().pane).toBe('beside');
  });

  test('what is left takes the place of what went away', () => {
    openDocument(a);
    openBeside(b);
    closeIfOpen([a]);
    expect(uids()).toEqual(['b', null]);
    expect(currentDocument(now())).toBe('b');
  });

  test('closing the second gives the commands back to the first', () => {
    openDocument(a);
    openBeside(b);
    expect(closeBeside()).toBe(true);
    expect(currentDocument(now())).toBe('a');
    expect(closeBeside()).toBe(false);
  });
});
