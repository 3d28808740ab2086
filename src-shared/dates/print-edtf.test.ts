import { describe, expect, it } from 'vitest';
import { printEdtf } from './print-edtf';

describe('printEdtf', () => {
  it.each([
    ['2025-10-12', 'fr', '12 octobre 2025'],
    ['2025-10', 'fr', 'octobre 2025'],
    ['2025', 'fr', '2025'],
    ['2025-10-12', 'en', 'October 12, 2025'],
    ['2025-10~', 'fr', 'vers octobre 2025'],
    ['2025?', 'fr', '2025\u202f?'],
    ['2025%', 'en', 'c. 2025?'],
    ['2024/..', 'fr', 'depuis 2024'],
    ['2024/..', 'en', 'since 2024'],
    ['2025-10-27/..', 'fr', 'depuis le 27 octobre 2025'],
    ['../2025-10-27', 'fr', 'jusqu’au 27 octobre 2025'],
    ['../2025-10', 'fr', 'jusqu’en octobre 2025'],
    ['../2025~', 'fr', 'jusqu’à vers 2025'],
    ['2025-08/2025-10', 'fr', 'août 2025 – octobre 2025'],
    ['199X', 'fr', 'années 1990'],
    ['199X', 'en', '1990s'],
    ['18XX', 'fr', 'XIXe siècle'],
    ['20XX', 'en', '21st century'],
    ['2023-21', 'fr', 'printemps 2023'],
    ['2025-10-XX', 'en', 'October 2025 (day unknown)'],
    ['2025-10-27', 'ru', '27 октября 2025 г.'],
    ['2025-10~', 'ko', '2025년 10월경'],
    ['2024/..', 'ko', '2024년부터'],
    ['2025-10-27T08:30:00Z', 'en', 'October 27, 2025'],
    ['0079', 'en', '79'],
    ['-0043', 'en', '44 BC'],
  ])('words %s in %s as %s', (value, locale, words) => {
    expect(printEdtf(value, locale).replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('shortens the month where there is little room', () => {
    expect(printEdtf('2025-10-12', 'fr', 'short')).toBe('12 oct. 2025');
  });

  it.each(['', 'hier', '2025-13', '2025-02-30', '../..', '2025-1'])('shows %j as it stands', (value) => {
    expect(printEdtf(value, 'fr')).toBe(value);
  });
});
