import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHits, termsOf } from './find-hits';
import { parseQuery } from './parse-query';
import { snippetOf } from './snippet';

const terms = (query: string) => termsOf(parseQuery(query));
const marked = (text: string, query: string): readonly string[] => {
  const snippet = snippetOf(text, terms(query));
  return snippet.marks.map(({ start, end }) => snippet.text.slice(start, end));
};
const filler = 'mots sans rapport '.repeat(100);

test('hits are marked as they stand in the text', () => {
  expect(marked('En Corée, l’Œuvre commune', 'coree oeuvre')).toEqual(['Corée', 'Œuvre']);
  expect(marked('북한은 러시아와', '러시아')).toEqual(['러시아']);
});

test('a phrase is marked whole, and only where its words follow each other', () => {
  expect(marked('au feux. Tous les feux sont au vert', '"les feux"')).toEqual(['les feux']);
});

test('what is excluded is not marked', () => {
  expect(marked('russe et français', 'russe -français')).toEqual(['russe']);
});

test('the window with the most different words is shown, and the first hit is the place', () => {
  const text = `russie ${filler} la russie et la corée ${filler}`;
  const snippet = snippetOf(text, terms('russie corée'));
  expect(snippet.text).toContain('russie et la corée');
  expect(snippet.first).toEqual({ start: 0, end: 6 });
  expect(snippet.text.length).toBeLessThan(240);
});

test('a snippet begins with a word, not with what ends the one before', () => {
  const text = `${filler} au matin du pont ; Kim Jong-un a reçu de vieux gens à Pyongyang, selon l’agence.`;
  expect(snippetOf(text, terms('pyongyang')).text.startsWith('Kim Jong-un a reçu')).toBe(true);
});

test('a text without a hit shows its beginning', () => {
  const snippet = snippetOf(`Début ${filler}`, terms('absent'));
  expect(snippet).toMatchObject({ marks: [], first: null });
  expect(snippet.text.startsWith('Début')).toBe(true);
});

test('line breaks become spaces without moving a mark', () => {
  expect(snippetOf('un\ndeux trois', terms('trois')).text).toBe('un deux trois');
  expect(marked('un\ndeux trois', 'trois')).toEqual(['trois']);
});

test('marks lie in order inside the snippet, without overlapping, for any text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '북', '한', 'é', '😀', '\n', '’'), maxLength: 600 });
  fc.assert(
    fc.property(text, (given) => {
      const snippet = snippetOf(given, terms('ab 북한 é* "a b"'));
      let last = 0;
      for (const { start, end } of snippet.marks) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(snippet.text.length);
      expect(snippet.text).toBe(snippet.text.toWellFormed());
    }),
  );
});

test('so many hits are enough in a text full of them', () => {
  expect(findHits('mot '.repeat(5000), terms('mot'), 100)).toHaveLength(100);
});
