import type { DocumentView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import { emptyBody } from '@shared/model/block';
import { annotationUid, documentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { shareView } from './share-view';

const uid = documentUid('0192f0aa-0000-7000-8000-000000000001');

const annotation = (number: number): Annotation => ({
  uid: annotationUid(`0192f0aa-0000-7000-8000-00000000000${number}`),
  document: uid,
  kind: 'claim',
  selector: { start: number, end: number + 5, exact: 'words', prefix: '', suffix: '', textHash: 'h' },
  orphaned: false,
  comment: '',
  labels: ['a', 'b'],
  fields: { speaker: 'x' },
  createdAtMs: 0,
  updatedAtMs: 0,
});

/** Only what sharing reads; a view read again is made of new objects throughout. */
const view = (annotations: readonly Annotation[], revision = 1): DocumentView =>
  structuredClone({
    document: { uid, revision, title: 'Title', body: emptyBody, text: '' },
    annotations,
    links: {},
    documentLinks: [],
    backlinks: [],
    pictures: {},
    collections: [],
  }) as unknown as DocumentView;

test('a view read again that says the same is the view before', () => {
  const before = view([annotation(1), annotation(2)]);
  expect(shareView(before, view([annotation(1), annotation(2)]))).toBe(before);
});

test('only what changed is new', () => {
  const before = view([annotation(1), annotation(2), annotation(3)]);
  const changed = { ...annotation(2), labels: ['a', 'c'] };
  const next = shareView(before, view([annotation(1), changed, annotation(3)]));
  expect(next.annotations).toEqual([annotation(1), changed, annotation(3)]);
  expect(next.annotations.map((one, index) => one === before.annotations[index])).toEqual([true, false, true]);
  expect(next.links).toBe(before.links);
  expect(next.document).toBe(before.document);
});

test('every field of an annotation counts', () => {
  const before = view([annotation(1)]);
  const others: readonly Partial<Annotation>[] = [
    { comment: 'c' },
    { orphaned: true },
    { kind: 'source' },
    { fields: { speaker: 'y' } },
    { fields: {} },
    { selector: { ...annotation(1).selector, start: 0 } },
    { updatedAtMs: 1 },
  ];
  for (const other of others) {
    const changed = { ...annotation(1), ...other };
    expect(shareView(before, view([changed])).annotations).toEqual([changed]);
  }
});

test('annotations added and gone are so in the next view', () => {
  const before = view([annotation(1), annotation(2)]);
  expect(shareView(before, view([annotation(2)])).annotations).toEqual([annotation(2)]);
  expect(shareView(before, view([annotation(1), annotation(2), annotation(3)])).annotations).toHaveLength(3);
});

test('a new revision brings its body', () => {
  const next = view([], 2);
  expect(shareView(view([]), next).document.revision).toBe(2);
});

test('a view made of the one before by reading some annotations again is taken as it is', () => {
  const before = view([annotation(1), annotation(2)]);
  const next = { ...before, annotations: [annotation(1)] };
  expect(shareView(before, next)).toBe(next);
});
