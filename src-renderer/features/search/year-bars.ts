/** The years of hits as bars of a histogram, and the query's range of dates on it. Pure. */
import type { FacetValue } from '@shared/contract/search-shapes';
import { withField } from '@shared/query/chips';
import { namedValues, withoutField } from './query-edits';

/** Years first to last, inclusive. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

export interface YearBar extends YearRange {
  readonly count: number;
}

/** Bars a side bar has room for. */
const mostBars = 48;
const spans = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000] as const;

/** The bars, oldest first, none left out; of many years each bar spans several. */
export function yearBars(values: readonly FacetValue[]): readonly YearBar[] {
  const years = values.map(({ value, count }) => ({ year: Number(value), count }));
  const first = Math.min(...years.map(({ year }) => year));
  const last = Math.max(...years.map(({ year }) => year));
  if (!Number.isFinite(first)) return [];
  const span = spans.find((one) => Math.floor(last / one) - Math.floor(first / one) < mostBars) ?? 1000;
  const start = Math.floor(first / span) * span;
  const bars = Array.from({ length: Math.floor((last - start) / span) + 1 }, (_, index) => ({
    from: start + index * span,
    to: start + (index + 1) * span - 1,
    count: 0,
  }));
  for (const { year, count } of years) {
    const bar = bars[Math.floor((year - start) / span)];
    if (bar !== undefined) bar.count += count;
  }
  return bars;
}

/** A year in four figures, as dates are written. */
const written = (year: number): string => String(year).padStart(4, '0');

/** The range of whole years a query asks for by `date:`; null when it asks for none, or for parts of years. */
export function rangeIn(query: string, bars: readonly YearBar[]): YearRange | null {
  const [value, more] = namedValues(query, 'date');
  const match = more === undefined ? /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value ?? '') : null;
  const [first, last] = [bars[0], bars.at(-1)];
  if (match === null || value === undefined || value === '' || first === undefined || last === undefined) return null;
  const [, from, range, to] = match;
  return {
    from: from === undefined ? first.from : Number(from),
    to: to !== undefined ? Number(to) : range === undefined ? Number(from) : last.to,
  };
}

/** The query with its dates set to a range of years; null lets them all be. */
export function withYears(query: string, range: YearRange | null): string {
  const without = withoutField(query, 'date');
  if (range === null) return without;
  const { from, to } = range;
  const value = from === to ? written(from) : `${written(from)}..${written(to)}`;
  return withField(without, { type: 'field', field: 'date', value });
}
