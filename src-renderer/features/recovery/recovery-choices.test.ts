import { errorCodes } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { choicesFor, whatKey } from './recovery-choices';

test('a damaged archive offers every rung of the ladder, safest first', () => {
  expect(choicesFor({ code: 'archive/damaged', params: {} }, true)).toEqual([
    'try-again',
    'show-file',
    'open-backup',
    'restore',
    'rebuild',
    'salvage',
    'open-other',
    'quit',
  ]);
});

test('no backup is offered where none is whole', () => {
  for (const code of errorCodes) {
    const choices = choicesFor({ code, params: {} }, false);
    expect(choices).not.toContain('restore');
    expect(choices).not.toContain('open-backup');
  }
});

test('what someone else holds or a newer Postil wrote is only looked at', () => {
  for (const code of ['archive/held', 'archive/locked', 'archive/from-future', 'archive/read-only'] as const)
    expect(choicesFor({ code, params: {} }, true)).toEqual(['try-again', 'show-file', 'open-other', 'quit']);
});

test('trying again comes first and leaving last, whatever is wrong', () => {
  for (const code of errorCodes) {
    const choices = choicesFor({ code, params: {} }, true);
    expect(choices[0]).toBe('try-again');
    expect(choices.at(-1)).toBe('quit');
  }
});

test('an emptied file with its log is told apart, and is not rebuilt in place', () => {
  const error = { code: 'archive/damaged', params: { why: 'empty-with-log' } } as const;
  expect(whatKey(error)).toBe('empty-with-log');
  expect(choicesFor(error, false)).toContain('salvage');
  expect(choicesFor(error, false)).not.toContain('rebuild');
});
