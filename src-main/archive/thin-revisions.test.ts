import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPassing, type KeptMoment, revisionsToDrop, takesMuch } from './thin-revisions';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 10);

/** Edits at these times, in order. */
const edits = (...times: readonly number[]): readonly KeptMoment[] =>
  times.map((time, revision) => ({ revision, savedAtMs: start + time, reason: 'edit', length: 100 }));
const kept = (moments: readonly KeptMoment[], nowMs: number): readonly number[] => {
  const dropped = new Set(revisionsToDrop(moments, nowMs));
  return moments.map(({ revision }) => revision).filter((revision) => !dropped.has(revision));
};

test('within a day the last of each five minutes stays, and what was put beside it: the fullest three', () => {
  const moments = edits(0, minute, 4 * minute, 5 * minute, 9 * minute, 30 * minute);
  expect(kept(moments, start + hour)).toEqual([0, 1, 2, 3, 4, 5]);
  const lengths = [500, 100, 900, 700, 20, 0];
  const cut = lengths.map((length, revision): KeptMoment => ({ revision, savedAtMs: start, reason: 'edit', length }));
  expect(kept(cut, start + hour)).toEqual([0, 2, 3, 5]);
});

test('after a day the last of each hour, after a week the last of each day', () => {
  const moments = edits(0, 10 * minute, 50 * minute, hour, 5 * hour, day + hour, 20 * day);
  expect(kept(moments, start + 2 * day)).toEqual([2, 3, 4, 5, 6]);
  expect(kept(moments, start + 9 * day)).toEqual([4, 5, 6]);
});

test('of longer spans the fullest stays beside a last that lacks much of it', () => {
  const [long, longer, cut, other] = edits(0, minute, 2 * minute, 9 * day);
  const moments = [long, { ...longer, length: 3000 }, { ...cut, length: 1700 }, other] as KeptMoment[];
  expect(kept(moments, start + 9 * day)).toEqual([1, 2, 3]);
  const mended = [long, { ...longer, length: 3000 }, { ...cut, length: 2500 }, other] as KeptMoment[];
  expect(kept(mended, start + 9 * day)).toEqual([2, 3]);
});

const words = (count: number): string => 'mots '.repeat(count);

test.each([
  ['all of a short text', 'deux', '', true],
  ['a short text for another', 'deux', 'trois', false],
  ['a third of a page', words(300), words(200), true],
  ['a tenth of a page', words(300), words(270), false],
  ['two hundred and fifty words of a book', words(9000), words(8750), true],
  ['words added in the middle', words(300), `${words(100)}encore ${words(200)}`, false],
  ['a text for a longer one', words(300), 'autre '.repeat(900), true],
])('much is taken away by a save: %s', (_what, before, after, much) => {
  expect(takesMuch(before, after)).toBe(much);
});

test('what came by import or restoring stays, and what either replaced', () => {
  const moments: readonly KeptMoment[] = [
    { revision: 0, savedAtMs: start, reason: 'import', length: 9 },
    { revision: 1, savedAtMs: start + 1, reason: 'edit', length: 9 },
    { revision: 2, savedAtMs: start + 2, reason: 'edit', length: 9 },
    { revision: 3, savedAtMs: start + 3, reason: 'import', length: 9 },
    { revision: 4, savedAtMs: start + 4, reason: 'edit', length: 9 },
    { revision: 5, savedAtMs: start + 5, reason: 'restore', length: 9 },
    { revision: 6, savedAtMs: start + 6, reason: 'edit', length: 9 },
  ];
  expect(kept(moments, start + 100 * day)).toEqual([0, 2, 3, 4, 5, 6]);
});

const histories = fc
  .array(
    fc.tuple(
      fc.nat(3 * day),
      fc.nat(4000),
      fc.constantFrom('edit' as const, 'edit' as const, 'edit' as const, 'import' as const, 'restore' as const),
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((steps) => {
    let savedAtMs = start;
    return steps.map(([pause, length, reason], revision): KeptMoment => {
      savedAtMs += Math.floor(pause / 40);
      return { revision, savedAtMs, reason, length };
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

test('no span keeps more than four, and never is much of its fullest gone after a day', () => {
  fc.assert(
    fc.property(histories, fc.nat(30 * day), (moments, age) => {
      const now = (moments.at(-1)?.savedAtMs ?? start) + age;
      const left = new Set(kept(moments, now));
      let passed: KeptMoment[] = [];
      for (const [index, moment] of moments.entries()) {
        const next = moments[index + 1];
        passed.push(moment);
        if (next !== undefined && isPassing(moment, next, now)) continue;
        const stayed = passed.filter(({ revision }) => left.has(revision));
        const fullest = Math.max(...passed.map(({ length }) => length));
        expect(stayed.length).toBeLessThanOrEqual(4);
        expect(Math.max(...stayed.map(({ length }) => length))).toBeGreaterThan(fullest - 1200);
        passed = [];
      }
    }),
  );
});
