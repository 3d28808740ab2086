import { describe as describePassage } from '@shared/anchors/describe';
import type { Annotation } from '@shared/model/annotation';
import { annotationUid, documentUid } from '@shared/model/ids';
import { describe, expect, test } from 'vitest';
import { annotationsAt, nextOf, sortByPlace } from './placed-annotations';

const uidOf = (name: string) => annotationUid(`0192f0aa-0000-7000-8000-00000000000${name}`);
const text = 'abcdefghijklmnopqrstuvwxyz';
const annotation = (name: string, start: number, end: number, kind: Annotation['kind'] = 'claim'): Annotation => ({
  uid: uidOf(name),
  document: documentUid(uidOf('f')),
  kind,
  selector: describePassage(text, start, end),
  orphaned: false,
  comment: '',
  labels: [],
  fields: {},
  createdAtMs: 0,
  updatedAtMs: 0,
});
const long = annotation('1', 2, 20);
const short = annotation('2', 5, 8, 'source');
const gone = annotation('3', 1, 2);
const places = new Map([
  [long.uid, { start: 2, end: 20 }],
  [short.uid, { start: 5, end: 8 }],
  [gone.uid, null],
]);
const { placed, orphans } = sortByPlace([gone, short, long], places);

describe('annotations in a text', () => {
  test('are in order of place, the lost ones apart', () => {
    expect(placed.map((one) => one.annotation.uid)).toEqual([long.uid, short.uid]);
    expect(orphans).toEqual([gone]);
  });

  test('a click means the most specific one first, then the others in turn', () => {
    const candidates = annotationsAt(placed, 6);
    expect(nextOf(candidates, null)?.annotation).toBe(short);
    expect(nextOf(candidates, short.uid)?.annotation).toBe(long);
    expect(nextOf(candidates, long.uid)?.annotation).toBe(short);
    expect(nextOf(annotationsAt(placed, 25), null)).toBeNull();
  });
});
