import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMatches } from './find-matches';

const loosely = { exactly: false, wholeWords: false };
const found = (text: string, wanted: string, exactly = false, wholeWords = false) =>
  findMatches(text, wanted, { exactly, wholeWords }).map(({ start, end }) => text.slice(start, end));

describe('finding in a document', () => {
  test('ignores accents and case, and gives the words as they stand', () => {
    expect(found('La Corée, la coree et la CORÉE.', 'coree')).toEqual(['Corée', 'coree', 'CORÉE']);
    expect(found('Cœur, coeur', 'coeur')).toEqual(['Cœur', 'coeur']);
  });

  test('minds both when asked to', () => {
    expect(found('La Corée, la corée', 'Corée', true)).toEqual(['Corée']);
  });

  test('takes in the whole character when a match ends inside one that folds to two', () => {
    expect(found('cœur', 'co')).toEqual(['cœ']);
  });

  test('finds whole words only when asked to', () => {
    expect(found('art, party, Art. l’art d’artiste', 'art', false, true)).toEqual(['art', 'Art', 'art']);
    expect(found('été, étéx, 𝒳été', 'ete', false, true)).toEqual(['été']);
    expect(found('C’est 10 %, 100 %', '10 %', false, true)).toEqual(['10 %']);
    expect(found('这座桥和那座桥', '桥', false, true)).toEqual(['桥', '桥']);
    expect(found('Корея и Корею', 'Коре', false, true)).toEqual([]);
  });

  test('finds text after emoji at its place', () => {
    expect(findMatches('👩‍🚀 pont', 'pont', loosely)).toEqual([{ start: 6, end: 10 }]);
  });

  test('finds every occurrence of a word in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('été', 'x', ' ', 'œ', '👍')), (parts) => {
        expect(findMatches(parts.join(''), 'ete', loosely)).toHaveLength(parts.filter((part) => part === 'été').length);
      }),
    );
  });
});
