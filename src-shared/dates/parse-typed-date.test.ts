import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdtf } from './edtf';
import { parseTypedDate } from './parse-typed-date';

describe('parseTypedDate', () => {
  it.each([
    ['27/10/2025', 'fr', '2025-10-27'],
    ['27.10.2025', 'fr', '2025-10-27'],
    ['10/11/2025', 'fr', '2025-11-10'],
    ['10/11/2025', 'en', null],
    ['10/11/2025', 'en-US', '2025-10-11'],
    ['10/27/2025', 'en', '2025-10-27'],
    ['27/10/2025', 'en', '2025-10-27'],
    ['10/10/2025', 'en', '2025-10-10'],
    ['10/2025', 'fr', '2025-10'],
    ['oct. 2025', 'fr', '2025-10'],
    ['27 octobre 2025', 'fr', '2025-10-27'],
    ['lundi 1er août 2025', 'fr', '2025-08-01'],
    ['Oct 27, 2025', 'en', '2025-10-27'],
    ['2025年10月27日', 'fr', '2025-10-27'],
    ['2025년', 'fr', '2025'],
    ['2025?', 'fr', '2025?'],
    ['2025 ?', 'fr', '2025?'],
    ['octobre 2025 ?', 'fr', '2025-10?'],
    ['vers 2025', 'fr', '2025~'],
    ['c. October 2025', 'en', '2025-10~'],
    ['vers octobre 2025 ?', 'fr', '2025-10%'],
    ['2019-2021', 'fr', '2019/2021'],
    ['2019 – 2021', 'fr', '2019/2021'],
    ['depuis 2024', 'fr', '2024/..'],
    ['since October 2024', 'en', '2024-10/..'],
    ['jusqu’en mars 2024', 'fr', '../2024-03'],
    ['oct. 2024 - nov. 2025', 'fr', '2024-10/2025-11'],
    ['2024..', 'fr', '2024/..'],
    ['2025/..', 'fr', '2025/..'],
    ['années 1990', 'fr', '199X'],
    ['1990s', 'en', '199X'],
    ['printemps 2023', 'fr', '2023-21'],
    ['2025-10', 'fr', '2025-10'],
    ['2025-1-7', 'fr', '2025-01-07'],
    ['27 octobre', 'fr', null],
    ['hier', 'fr', null],
    ['31/02/2025', 'fr', null],
    ['31/02/2025', 'en', null],
    ['32', 'fr', null],
    ['mardi 2025', 'fr', null],
    ['2021-2019', 'fr', null],
    ['2025 soldats', 'fr', null],
    ['', 'fr', null],
  ])('reads %j in %s as %s', (typed, locale, expected) => {
    expect(parseTypedDate(typed, locale)).toBe(expected);
  });

  it('gives valid EDTF or nothing, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '2025',
      '10',
      '27',
      '/',
      '-',
      ' ',
      '..',
      '?',
      '~',
      'oct.',
      'vers ',
      'depuis ',
      '199',
      'X',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.constantFrom('fr', 'en', 'ko'), (typed, locale) => {
        const value = parseTypedDate(typed.join(''), locale);
        expect(value === null || isEdtf(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
