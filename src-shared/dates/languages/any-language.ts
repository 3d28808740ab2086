/** Dates that look alike in every language: 2025-10-27. */
import type { DateLanguage } from '../mention';

const never = /(?!)/;
const neverAny = /(?!)/g;

/** ISO days, for articles in languages without patterns of their own. */
export const anyLanguage: DateLanguage = {
  patterns: [
    {
      pattern: /(?<![\p{L}\p{N}/-])(\d{4})-(\d{2})-(\d{2})(?![\p{L}\p{N}/-])/gu,
      read: ([, year, month, day]) => ({ type: 'parts', year: Number(year), month: Number(month), day: Number(day) }),
    },
  ],
  intervals: { since: never, onward: never, until: never, pairs: [] },
  noDateAfter: never,
  future: neverAny,
  past: neverAny,
};
