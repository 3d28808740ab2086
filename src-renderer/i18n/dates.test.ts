import { describe, expect, it } from 'vitest';
import { formatMoment, languageName } from './dates';

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
