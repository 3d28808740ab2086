// @ts-expect-error: the package brings no types
import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEdtf, daySpan, isEdtf, normaliseEdtf, parseEdtf, writeEdtf } from './edtf';

const read: (text: string, limits: object) => unknown = edtf;

function libraryAccepts(text: string): boolean {
  try {
    read(text, { level: 1, types: ['Date', 'Year', 'Season', 'Interval'] });
    return true;
  } catch {
    return false;
  }
}

const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const yearText = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((year) => String(year).padStart(4, '0')),
  fc.constantFrom('199X', '20XX', '-0044', '0000', 'Y12025', '2025', '2024'),
);
const pointText = fc
  .tuple(
    yearText,
    fc.option(fc.oneof(two(25), fc.constant('XX'))),
    fc.option(fc.oneof(two(32), fc.constant('XX'))),
    fc.constantFrom('', '', '?', '~', '%'),
  )
  .map(
    ([year, month, day, mark]) =>
      [year, month, month === null ? null : day].filter((part) => part !== null).join('-') + mark,
  );
const valueText = fc.oneof(
  { weight: 3, arbitrary: pointText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.oneof(pointText, fc.constantFrom('..', '')), fc.oneof(pointText, fc.constantFrom('..', '')))
      .map((sides) => sides.join('/')),
  },
);

describe('parseEdtf', () => {
  it('agrees with the edtf package on what is a date', () => {
    fc.assert(
      fc.property(pointText, (text) => {
        // It lets 29 February pass in any year; the next test holds us to the calendar.
        fc.pre(!text.includes('-02-29'));
        expect([text, isEdtf(text)]).toEqual([text, libraryAccepts(text)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the edtf package on what is an interval', () => {
    fc.assert(
      fc.property(valueText, (text) => {
        // The package takes "../.." for an interval; as the date of an event it says nothing.
        fc.pre(!/^(?:\.\.)?\/(?:\.\.)?$/.test(text) && !text.includes('-02-29'));
        expect([text, isEdtf(text)]).toEqual([text, libraryAccepts(text)]);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [2023, false],
    [2024, true],
    [1900, false],
    [2000, true],
    [1, false],
    [4, true],
  ])('lets the year %i have a 29 February: %s', (year, isLeap) => {
    expect(isEdtf(`${String(year).padStart(4, '0')}-02-29`)).toBe(isLeap);
  });

  it('is undone by writeEdtf', () => {
    fc.assert(
      fc.property(valueText, (text) => {
        const value = parseEdtf(text);
        if (value !== null) expect(writeEdtf(value)).toBe(text);
      }),
    );
  });

  it.each([
    '2025-02-30',
    '2023-02-29',
    '2025-13',
    '2025-00',
    '2025-10-00',
    '2025-10/2025-09',
    '../..',
    'hier',
    '',
    '/',
    '2025-21-05',
  ])('refuses %j', (text) => {
    expect(parseEdtf(text)).toBeNull();
  });
});

describe('normaliseEdtf', () => {
  it.each([
    [' 2025 - 10 - 27 ', '2025-10-27'],
    ['2025–10–27', '2025-10-27'],
    ['199x', '199X'],
    ['199u', '199X'],
    ['2025?~', '2025%'],
    ['2025-10-27T08:30:00Z', '2025-10-27'],
    ['2024 / ..', '2024/..'],
    ['2024/…', '2024/..'],
  ])('brings %j to %s', (typed, edtfValue) => {
    expect(normaliseEdtf(typed)).toBe(edtfValue);
  });
});

describe('daySpan', () => {
  const day = (text: string): number => Date.parse(text) / 86_400_000;
  it.each([
    ['2025-10-27', '2025-10-27', '2025-10-27'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025~', '2025-01-01', '2025-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['2022-24', '2022-12-01', '2023-02-28'],
    ['2023-21', '2023-03-01', '2023-05-31'],
    ['2019/2021-03', '2019-01-01', '2021-03-31'],
  ])('gives %s from %s to %s', (value, first, last) => {
    const parsed = parseEdtf(value);
    expect(parsed && daySpan(parsed)).toEqual({ first: day(first), last: day(last) });
  });

  it('leaves an open end open', () => {
    const parsed = parseEdtf('2024/..');
    expect(parsed && daySpan(parsed)).toEqual({ first: day('2024-01-01'), last: null });
  });
});

describe('compareEdtf', () => {
  it('sorts by the first day, the shorter first, and what is no date last', () => {
    const values = ['x', '2025-10', '2024/..', '2025', '2025-10-01', '2024', '../2023'];
    expect(values.toSorted(compareEdtf)).toEqual(['../2023', '2024', '2024/..', '2025', '2025-10-01', '2025-10', 'x']);
  });
});
