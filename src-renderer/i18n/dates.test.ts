import { describe, expect, it } from 'vitest';
import { formatEdtf, formatMoment, languageName } from './dates';

describe('formatEdtf', () => {
  it.each([
    ['2025-10-12', 'fr', '12 octobre 2025'],
    ['2025-10', 'fr', 'octobre 2025'],
    ['2025', 'fr', '2025'],
    ['2025-10-12', 'en', 'October 12, 2025'],
    ['2025-10~', 'fr', 'vers octobre 2025'],
    ['2025?', 'fr', '2025\u202f?'],
    ['2025?', 'en', '2025?'],
    ['2025-10-27T08:30:00Z', 'en', 'October 27, 2025'],
    ['2025-08/2025-10', 'fr', 'août 2025 – octobre 2025'],
    ['2025-08/..', 'en', 'August 2025 –'],
  ])('words %s in %s as %s', (edtf, locale, words) => {
    expect(formatEdtf(edtf, locale)).toBe(words);
  });

  it('shortens the month where there is little room', () => {
    expect(formatEdtf('2025-10-12', 'fr', 'short')).toBe('12 oct. 2025');
  });

  it.each(['', 'hier', '2025-13', '2025-02-30', '201X', '../..', '2025-1'])('shows %j as it stands', (value) => {
    expect(formatEdtf(value, 'fr')).toBe(value);
  });

  it('keeps years before 1000 from becoming 1900s', () => {
    expect(formatEdtf('0079', 'en')).toBe('79');
  });
});

describe('formatMoment', () => {
  const now = new Date(2026, 10, 22, 9, 0).getTime();

  it('says today and yesterday by the calendar, not by 24 hours', () => {
    expect(formatMoment(new Date(2026, 10, 22, 0, 5).getTime(), now, 'fr')).toBe('aujourd’hui');
    expect(formatMoment(new Date(2026, 10, 21, 23, 55).getTime(), now, 'fr')).toBe('hier');
  });

  it('gives the day for anything older', () => {
    expect(formatMoment(new Date(2026, 10, 20).getTime(), now, 'fr')).toBe('20 nov. 2026');
  });
});

describe('languageName', () => {
  it('names a language in the reader’s own', () => {
    expect(languageName('ko', 'fr')).toBe('coréen');
  });

  it('leaves a tag it does not know', () => {
    expect(languageName('???', 'en')).toBe('???');
  });
});
