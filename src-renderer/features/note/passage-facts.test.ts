import { startWords } from '@renderer/i18n/i18n';
import { beforeAll, describe, expect, it } from 'vitest';
import { factsOf, shortQuote, sourceLine } from './passage-facts';

beforeAll(() => startWords('fr'));

describe('what a card says', () => {
  it('gives the filled-in fields in words, in the registry’s order', () => {
    const claim = { kind: 'claim', fields: { verdict: 'disputed', speaker: 'M. Tessier', confidence: '' } } as const;
    expect(factsOf(claim).map(({ value }) => value)).toEqual(['M. Tessier', 'disputée']);
    expect(factsOf({ kind: 'event', fields: { date: '2025-10' } })).toEqual([
      { id: 'date', label: 'Date', value: 'octobre 2025', bare: true },
    ]);
  });

  it('names a source by what is known of it', () => {
    expect(sourceLine('Vélin', { site: '', date: '2025-11-04' })).toBe('Vélin · 4 novembre 2025');
    expect(sourceLine('Vélin', { site: '', date: '' })).toBe('Vélin');
  });

  it.each([
    ['“not one lorry”', 'not one lorry'],
    ['«\u202fLe pont\u202f»', 'Le pont'],
    ['“one” and “two”', '“one” and “two”'],
    ['two\n lines', 'two lines'],
    ['a'.repeat(90), `${'a'.repeat(79)}…`],
  ])('shortens %j to one line without marks around it', (quote, short) => {
    expect(shortQuote(quote)).toBe(short);
  });
});
