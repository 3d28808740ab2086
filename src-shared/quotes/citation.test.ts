import { describe, expect, test } from 'vitest';
import { emptyMetadata } from '../model/document';
import { citationOf, paragraphAt } from './citation';

const article = {
  title: 'Un pont promis',
  metadata: { ...emptyMetadata, authors: ['C. Roussel', 'A. Kim'], site: 'La Dépêche', url: 'https://example.org/a' },
};
const unknown = { title: '', metadata: emptyMetadata };

describe('a quotation with its source', () => {
  test('has French marks, narrow spaces, and the paragraph after the date', () => {
    expect(citationOf('Il sera ouvert', article, 'fr', '12 octobre 2025', 4)).toBe(
      '«\u202fIl sera ouvert\u202f» (C. Roussel, A. Kim, «\u202fUn pont promis\u202f», La Dépêche, 12 octobre 2025, §\u00a04, https://example.org/a)',
    );
  });

  test('has English marks, and single ones for a quotation inside', () => {
    expect(citationOf('He said “no” and “never”', unknown, 'en', '')).toBe('“He said ‘no’ and ‘never’”');
  });

  test('turns guillemets inside into the inner marks of French', () => {
    expect(citationOf('Il dit « avant l’hiver »', unknown, 'fr', '')).toBe('«\u202fIl dit “avant l’hiver”\u202f»');
  });

  test('is the quotation alone when nothing is known', () => {
    expect(citationOf('words', unknown, 'en', '')).toBe('“words”');
  });

  test('counts paragraphs from one, and no empty lines', () => {
    expect(paragraphAt('One\n\nTwo\nThree', 0)).toBe(1);
    expect(paragraphAt('One\n\nTwo\nThree', 6)).toBe(2);
    expect(paragraphAt('One\n\nTwo\nThree', 12)).toBe(3);
  });
});
