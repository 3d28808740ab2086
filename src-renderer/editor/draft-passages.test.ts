import { annotationUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { DraftPassages } from './draft-passages';

const uid = annotationUid('0192f0aa-0000-7000-8000-00000000000a');
const draft = { kind: 'claim', start: 2, end: 9 } as const;

test('a draft is shown until its annotation is there', () => {
  let changes = 0;
  const drafts = new DraftPassages(() => changes++);
  drafts.add(draft);
  expect(drafts.list()).toEqual([draft]);
  drafts.dropFollowed(() => true);
  drafts.became(draft, uid);
  drafts.dropFollowed(() => false);
  expect(drafts.list()).toEqual([draft]);
  drafts.dropFollowed((known) => known === uid);
  expect(drafts.list()).toEqual([]);
  expect(changes).toBe(1);
});

test('a draft whose annotation was refused is gone at once', () => {
  const seen: number[] = [];
  const drafts: DraftPassages = new DraftPassages(() => seen.push(drafts.list().length));
  drafts.add(draft);
  drafts.drop(draft);
  drafts.drop(draft);
  expect(seen).toEqual([1, 0]);
});
