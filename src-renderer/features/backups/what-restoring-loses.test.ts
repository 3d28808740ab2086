import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import { expect, test } from 'vitest';
import { whatRestoringLoses } from './what-restoring-loses';

const backup: ArchiveFacts = {
  schemaVersion: 4,
  articles: 3,
  notes: 2,
  annotations: 10,
  links: 1,
  originals: 3,
  changedAtMs: 1_000,
  revisions: 7,
};

test('nothing is lost to a backup that holds the same', () => {
  expect(whatRestoringLoses(backup, backup)).toEqual({ fewer: [], changesAfterMs: null });
});

test('names only what there would be fewer of', () => {
  const here = { ...backup, articles: 5, notes: 1, annotations: 11, changedAtMs: 2_000 };
  expect(whatRestoringLoses(backup, here)).toEqual({
    fewer: [
      { what: 'articles', count: 2 },
      { what: 'annotations', count: 1 },
    ],
    changesAfterMs: 1_000,
  });
});

test('a text that was changed is lost though nothing counts less', () => {
  expect(whatRestoringLoses(backup, { ...backup, revisions: 8 })).toEqual({ fewer: [], changesAfterMs: 1_000 });
});
