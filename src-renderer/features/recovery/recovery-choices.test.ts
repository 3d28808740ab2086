import { errorCodes } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { choicesFor, troubleKey, whatKey } from './recovery-choices';

test('a damaged archive offers every rung of the ladder, what touches nothing first', () => {
  expect(choicesFor({ code: 'archive/damaged', params: {} }, true)).toEqual({
    rungs: ['open-backup', 'restore', 'rebuild', 'salvage'],
    besides: ['try-again', 'open-other', 'quit'],
  });
});

test('no backup is offered where none is whole', () => {
  for (const code of errorCodes) {
    const { rungs } = choicesFor({ code, params: {} }, false);
    expect(rungs).not.toContain('restore');
    expect(rungs).not.toContain('open-backup');
  }
});

test('nothing is put in the place of what someone else holds, a newer Postil wrote or can’t be written', () => {
  const touching = ['restore', 'rebuild', 'make-new'];
  for (const code of ['archive/held', 'archive/locked', 'archive/from-future', 'archive/read-only'] as const)
    expect(choicesFor({ code, params: {} }, true).rungs.filter((rung) => touching.includes(rung))).toEqual([]);
});

test('every trouble can be tried again, and left, by one button each', () => {
  for (const code of errorCodes) {
    const { rungs, besides } = choicesFor({ code, params: {} }, true);
    const all = [...rungs, ...besides];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(['try-again', 'open-other', 'quit']));
    expect(rungs.length).toBeGreaterThan(0);
  }
});

test('an emptied file with its log is told apart, and is not rebuilt in place', () => {
  const error = { code: 'archive/damaged', params: { why: 'empty-with-log' } } as const;
  expect(whatKey(error)).toBe('empty-with-log');
  expect(choicesFor(error, false).rungs).toEqual(['salvage']);
});

test('an empty file and one that may not be opened have words of their own', () => {
  expect(troubleKey({ code: 'archive/not-an-archive', params: { why: 'empty' } })).toBe('empty');
  const refused = { code: 'archive/cannot-open', params: { why: 'refused' } } as const;
  expect(troubleKey(refused)).toBe('refused');
  expect(choicesFor(refused, false).rungs).toEqual(['try-again']);
});
