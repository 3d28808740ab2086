import type { RevisionInfo } from '@shared/contract/document-shapes';
import type { RevisionReason } from '@shared/model/bundle';
import { expect, test } from 'vitest';
import { counterpartOf, reasonOf } from './revision-words';

const kept = (...reasons: readonly RevisionReason[]): readonly RevisionInfo[] =>
  reasons.map((reason, index) => ({
    revision: reasons.length - index,
    savedAtMs: 0,
    reason,
    title: 'A title',
    length: 10,
  }));

test('the first import is an import, a later one was made again', () => {
  const revisions = kept('import', 'edit', 'import');
  expect(reasonOf(revisions, 0)).toBe('again');
  expect(reasonOf(revisions, 1)).toBe('edit');
  expect(reasonOf(revisions, 2)).toBe('import');
});

test('each version is compared with the one before it, the earliest with none', () => {
  const revisions = kept('edit', 'edit', 'import');
  expect(counterpartOf(revisions, 0, 'before')).toBe(1);
  expect(counterpartOf(revisions, 2, 'before')).toBeNull();
});

test('compared with now, only the newest has nothing to be compared with', () => {
  const revisions = kept('edit', 'import');
  expect(counterpartOf(revisions, 0, 'now')).toBeNull();
  expect(counterpartOf(revisions, 1, 'now')).toBe(0);
});
