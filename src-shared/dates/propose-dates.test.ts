import { describe, expect, it } from 'vitest';
import { proposeDates } from './propose-dates';

const propose = (passage: string, context: Partial<Parameters<typeof proposeDates>[1]> = {}) =>
  proposeDates(passage, { before: '', language: 'fr', articleDate: '2025-10-27', ...context });
const values = (...input: Parameters<typeof propose>) => propose(...input).map(({ edtf }) => edtf);

describe('proposeDates', () => {
  it('puts the most exact first, then what stands first', () => {
    expect(values('Fondée en 1987, fermée en mars 2020 puis en avril 2021, elle a rouvert le 3 mai 2024.')).toEqual([
      '2024-05-03',
      '2020-03',
      '2021-04',
      '1987',
    ]);
  });

  it('proposes a date once, with the words as they stand', () => {
    expect(propose('Le 3\u00a0mai\u00a02024, oui, le 3 mai 2024.')).toEqual([
      { edtf: '2024-05-03', words: '3\u00a0mai\u00a02024' },
    ]);
  });

  it('proposes nothing of what only stands before the passage', () => {
    expect(values('Il a signé.', { before: 'Le 3 mai 2024, il est venu.' })).toEqual([]);
  });

  it('takes an earlier month for a bare day, but none from the article', () => {
    expect(values('Le 27, il est parti.', { before: 'C’était en octobre 2024.' })).toEqual(['2024-10-27']);
    expect(values('Le 27, il est parti.')).toEqual([]);
  });

  it('keeps what looks ahead out of a year said earlier', () => {
    expect(values('Il sera jugé le 3 novembre.', { before: 'Il a été élu en 2019.' })).toEqual(['2025-11-03']);
  });

  it('reads only ISO days in languages it does not know', () => {
    expect(values('Am 27. Oktober 2025 und am 2025-10-28.', { language: 'de' })).toEqual(['2025-10-28']);
  });

  it('goes by the language, whatever its region', () => {
    expect(values('Yesterday he left.', { language: 'en-GB' })).toEqual(['2025-10-26']);
  });

  it('takes an article’s date with its time, and one that is uncertain', () => {
    expect(values('Hier, il est parti.', { articleDate: '2025-10-27T23:30:00-05:00' })).toEqual(['2025-10-26']);
    expect(values('En 2019, il est parti.', { articleDate: 'garbage' })).toEqual(['2019']);
  });

  it('counts across the ends of months and years', () => {
    expect(values('Hier, il est parti.', { articleDate: '2024-03-01' })).toEqual(['2024-02-29']);
    expect(values('La semaine dernière, il est parti.', { articleDate: '2026-01-01' })).toEqual([
      '2025-12-22/2025-12-28',
    ]);
    expect(values('지난 30일 그는 떠났다.', { articleDate: '2026-01-02', language: 'ko' })).toEqual(['2025-12-30']);
  });

  it('is quick on a long passage', () => {
    const passage = 'Le 3 mai 2024, selon l’agence, quelque 600 hommes sont partis en juillet. '.repeat(40);
    const began = performance.now();
    propose(passage);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
