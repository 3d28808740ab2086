import { describe, expect, test } from 'vitest';
import { emptyMetadata } from '../model/document';
import { citationOf, citedPlaceOf, paragraphAt } from './citation';

const article = {
  title: 'Un pont promis',
  metadata: { ...emptyMetadata, authors: ['C. Roussel', 'A. Kim'], site: 'La Dépêche', url: 'https://example.org/a' },
};
const unknown = { title: '', metadata: emptyMetadata };

describe('a quotation with its source', () => {
  test('has French marks, narrow spaces, and the paragraph after the date', () => {
    expect(citationOf('Il sera ouvert', article, 'fr', '12 octobre 2025', { paragraph: 4 })).toBe(
      '«\u202fIl sera ouvert\u202f» (C. Roussel, A. Kim, «\u202fUn pont promis\u202f», La Dépêche, 12 octobre 2025, §\u00a04, https://example.org/a)',
    );
  });

  test('names the page instead of the paragraph where the source has pages', () => {
    const cited = { ...article, metadata: { ...article.metadata, authors: [], site: '', url: '' } };
    const first = { type: 'paragraph', inlines: [{ type: 'text', text: 'Avant. Après.', page: '11' }] } as const;
    const second = { type: 'paragraph', inlines: [{ type: 'text', text: 'Suite.', page: '12' }] } as const;
    const document = { body: { version: 1, blocks: [first, second] } as const, text: 'Avant. Après.\nSuite.' };
    const at = (start: number, end: number) => citedPlaceOf(document, { start, end });
    expect(citationOf('Après', cited, 'en', '', at(7, 12))).toBe('“Après” (“Un pont promis”, p.\u00a011)');
    expect(citationOf('Après. Suite', cited, 'en', '', at(7, 19))).toContain('pp.\u00a011–12');
    expect(citationOf('Suite', cited, 'fr', '', at(14, 19))).toContain('p.\u00a012');
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
