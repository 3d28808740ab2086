import { describe, expect, it } from 'vitest';
import { rangeIn, withYears, yearBars } from './year-bars';

const years = (...list: readonly number[]) => list.map((year) => ({ value: String(year).padStart(4, '0'), count: 2 }));

describe('the bars of a histogram of years', () => {
  it('leave no year out', () => {
    expect(yearBars(years(2020, 2023))).toEqual([
      { from: 2020, to: 2020, count: 2 },
      { from: 2021, to: 2021, count: 0 },
      { from: 2022, to: 2022, count: 0 },
      { from: 2023, to: 2023, count: 2 },
    ]);
  });

  it('span several years when there are many, and lose no hit', () => {
    const bars = yearBars(years(79, 1848, 1849, 2025));
    expect(bars.length).toBeLessThan(50);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(bars.every(({ from }, index) => index === 0 || from === (bars[index - 1]?.to ?? 0) + 1)).toBe(true);
  });

  it('are none without years', () => {
    expect(yearBars([])).toEqual([]);
  });
});

describe('the range of years in a query', () => {
  const bars = yearBars(years(2018, 2025));
  it.each([
    ['bridge date:2020..2022', { from: 2020, to: 2022 }],
    ['date:2020 bridge', { from: 2020, to: 2020 }],
    ['date:2020..', { from: 2020, to: 2025 }],
    ['date:..2020', { from: 2018, to: 2020 }],
    ['bridge', null],
    ['date:2020-05', null],
    ['date:2020 date:2021', null],
  ])('of %j is %j', (query, range) => {
    expect(rangeIn(query, bars)).toEqual(range);
  });

  it('is put in the place of the dates there were', () => {
    expect(withYears('date:2020..2022 bridge', { from: 2019, to: 2019 })).toBe('bridge date:2019');
    expect(withYears('bridge date:2019', null)).toBe('bridge');
  });
});
