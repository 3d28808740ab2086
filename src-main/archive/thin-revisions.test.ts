import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPassing, type Moment, revisionsToDrop } from './thin-revisions';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 10);

/** Edits at these times, in order. */
const edits = (...times: readonly number[]): readonly Moment[] =>
  times.map((time, revision) => ({ revision, savedAtMs: start + time, reason: 'edit' }));
const kept = (moments: readonly Moment[], nowMs: number): readonly number[] => {
  const dropped = new Set(revisionsToDrop(moments, nowMs));
  return moments.map(({ revision }) => revision).filter((revision) => !dropped.has(revision));
};

test('within a day the last of each five minutes stays', () => {
  const moments = edits(0, minute, 4 * minute, 5 * minute, 9 * minute, 30 * minute);
  expect(kept(moments, start + hour)).toEqual([2, 4, 5]);
});

test('after a day the last of each hour, after a week the last of each day', () => {
  const moments = edits(0, 10 * minute, 50 * minute, hour, 5 * hour, day + hour, 20 * day);
  expect(kept(moments, start + 2 * day)).toEqual([2, 3, 4, 5, 6]);
  expect(kept(moments, start + 9 * day)).toEqual([4, 5, 6]);
});

test('what came by import or restoring stays, and what either replaced', () => {
  const moments: readonly Moment[] = [
    { revision: 0, savedAtMs: start, reason: 'import' },
    { revision: 1, savedAtMs: start + 1, reason: 'edit' },
    { revision: 2, savedAtMs: start + 2, reason: 'edit' },
    { revision: 3, savedAtMs: start + 3, reason: 'import' },
    { revision: 4, savedAtMs: start + 4, reason: 'edit' },
    { revision: 5, savedAtMs: start + 5, reason: 'restore' },
    { revision: 6, savedAtMs: start + 6, reason: 'edit' },
  ];
  expect(kept(moments, start + 100 * day)).toEqual([0, 2, 3, 4, 5, 6]);
});

const histories = fc
  .array(
    fc.tuple(
      fc.nat(3 * day),
      fc.constantFrom('edit' as const, 'edit' as const, 'edit' as const, 'import' as const, 'restore' as const),
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((steps) => {
    let savedAtMs = start;
    return steps.map(([pause, reason], revision): Moment => {
      savedAtMs += Math.floor(pause / 40);
      return { revision, savedAtMs, reason };
    });
  });

test('the newest is never dropped, and thinning twice drops no more', () => {
  fc.assert(
    fc.property(histories, fc.nat(30 * day), (moments, age) => {
      const now = (moments.at(-1)?.savedAtMs ?? start) + age;
      const left = kept(moments, now);
      expect(left.at(-1)).toBe(moments.at(-1)?.revision);
      const again = moments.filter(({ revision }) => left.includes(revision));
      expect(revisionsToDrop(again, now)).toEqual([]);
    }),
  );
});

test('every state that stood at the end of a span of its age is there', () => {
  fc.assert(
    fc.property(histories, fc.nat(30 * day), (moments, age) => {
      const now = (moments.at(-1)?.savedAtMs ?? start) + age;
      const left = new Set(kept(moments, now));
      for (const [index, moment] of moments.entries()) {
        const next = moments[index + 1];
        if (next === undefined || !isPassing(moment, next, now)) expect(left.has(moment.revision)).toBe(true);
        else expect(Math.floor(next.savedAtMs / day)).toBe(Math.floor(moment.savedAtMs / day));
      }
    }),
  );
});
