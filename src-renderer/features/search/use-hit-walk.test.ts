import type { SearchHit } from '@shared/contract/search-shapes';
import { annotationUid, documentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { otherDocument } from './use-hit-walk';

const uid = (number: number) => `0192f0aa-0000-7000-8000-00000000000${number}`;
/** Hits by the number of their document. */
const hits = [1, 1, 2, 2, 3].map(
  (document, index): SearchHit => ({
    uid: annotationUid(uid(index)),
    document: documentUid(uid(document)),
    kind: 'claim',
    title: '',
    authors: [],
    site: '',
    url: '',
    date: '',
    lang: '',
    snippet: '',
    marks: [],
    place: null,
    counts: {},
    labels: [],
    score: 1,
  }),
);
const between = async (from: number, to: number) => hits.slice(from, to + 1);
const reached = async (index: number, by: 1 | -1) =>
  (await otherDocument(between, hits.length, index, by))?.index ?? null;

test('the walk goes to the next document, past other hits of the same', async () => {
  expect([await reached(-1, 1), await reached(0, 1), await reached(1, 1), await reached(2, 1)]).toEqual([0, 2, 2, 4]);
});

test('and back', async () => {
  expect([await reached(4, -1), await reached(2, -1)]).toEqual([3, 1]);
});

test('it ends at both ends of the list', async () => {
  expect([await reached(4, 1), await reached(1, -1), await reached(0, -1)]).toEqual([null, null, null]);
});
