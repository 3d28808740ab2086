import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alwaysKept, backupsToDelete, kept } from './backup-rotation';

const day = (text: string): number => Date.parse(`${text}T12:00:00Z`);
const left = (moments: readonly number[]): readonly number[] => {
  const gone = new Set(backupsToDelete(moments));
  return moments.filter((_, place) => !gone.has(place));
};

test('a year of daily backups leaves a week of days, a month of weeks and a year of months', () => {
  const start = day('2025-01-01');
  const moments = Array.from({ length: 365 }, (_, index) => start + index * 86_400_000);
  const stay = left(moments).map((atMs) => new Date(atMs).toISOString().slice(0, 10));
  expect(stay.slice(-7)).toEqual([25, 26, 27, 28, 29, 30, 31].map((number) => `2025-12-${number}`));
  expect(stay).toEqual(expect.arrayContaining(['2025-12-28', '2025-12-21', '2025-12-14']));
  expect(stay).toEqual(expect.arrayContaining(['2025-01-31', '2025-06-30', '2025-11-30']));
  expect(stay.length).toBeLessThanOrEqual(kept.days + kept.weeks + kept.months);
});

test('of several on one day the newest stays', () => {
  const moments = Array.from({ length: 10 }, (_, index) => day('2026-03-01') + index * 1000);
  expect(left(moments)).toEqual(moments.slice(-alwaysKept));
});

test('a clock set back does not cost the newest copies', () => {
  const good = Array.from({ length: 30 }, (_, index) => day('2026-03-01') + index * 86_400_000);
  const afterReset = [day('1970-01-02'), day('1970-01-02') + 1000, day('1970-01-02') + 2000];
  expect(left([...good, ...afterReset])).toEqual(expect.arrayContaining(afterReset));
});

test('running it again deletes nothing more', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: day('2030-01-01') }), { maxLength: 80 }), (moments) => {
      const once = left(moments);
      expect(left(once)).toEqual(once);
      expect(once.slice(-alwaysKept)).toEqual(moments.slice(-alwaysKept));
    }),
  );
});
