import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Of } from '../text/utf8';
import { indexColumn, indexText } from './index-text';
import type { StemLanguage } from './stems';

const columnOf = (text: string, language: StemLanguage | null = null): string =>
  new TextDecoder().decode(indexColumn(text, language));
/** What a column holds before its first mark. */
const wordsOf = (column: string): string => column.split(/ ?[·¦]/, 1)[0] ?? '';
const marksIn = (column: string): readonly string[] => column.split(' ').filter((word) => /^[·¦]/.test(word));

test('a column begins with the words of its text as the scan finds them, in any script', () => {
  const characters = [..."aéœIİßﬁ ½’'.,\u00ad\u200d\u0301\u0308北京で\u3099が㍿㉮북한ㄱKё й😀𠮷٣ς\n"];
  const text = fc.array(fc.oneof(fc.constantFrom(...characters), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const joined = parts.join('').toWellFormed();
      expect(wordsOf(columnOf(joined, 'fr'))).toBe(indexText(joined));
      expect(new Set(marksIn(columnOf(joined))).size).toBe(marksIn(columnOf(joined)).length);
    }),
    { numRuns: 300 },
  );
});

test('a column is the same whatever was indexed before it', () => {
  const text = 'Les accords, des accords: l’été à 北京, 북한은, e\u0301té et Ключевой';
  const before = columnOf(text, 'fr');
  columnOf('Des étés, des accords et 北 京 북한', 'fr');
  expect(columnOf(text, 'fr')).toBe(before);
  expect(wordsOf(before)).toBe(indexText(text));
});

test('words too long to be kept, and more words than are kept, are indexed all the same', () => {
  const long = `${'é'.repeat(300)} ${'a'.repeat(97)} ${'œ'.repeat(90)}`;
  expect(wordsOf(columnOf(`${long} ${long}`))).toBe(indexText(`${long} ${long}`));
  const many = Array.from({ length: 120_000 }, (_, index) => `mot${index.toString(36)}`).join(' ');
  expect(wordsOf(columnOf(many))).toBe(many);
  expect(columnOf('mot1 mot1')).toBe('mot1 mot1 ¦m ¦mo ¦mot');
});

test('bytes are those of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      expect(Uint8Array.from(utf8Of(text))).toEqual(new TextEncoder().encode(text));
    }),
  );
});
