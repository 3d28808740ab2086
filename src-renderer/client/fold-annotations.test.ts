import type { DocumentView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import { annotationUid, documentUid } from '@shared/model/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldAnnotations } from './fold-annotations';

const document = documentUid('0192f0aa-0000-7000-8000-000000000001');
const uidOf = (number: number) => annotationUid(`0192f0aa-0000-7000-8000-${String(number).padStart(12, '0')}`);
const annotation = (number: number, start: number, orphaned = false, comment = ''): Annotation => ({
  uid: uidOf(number),
  document,
  kind: 'claim',
  selector: { start, end: start + 5, exact: 'words', prefix: '', suffix: '', textHash: 'h' },
  orphaned,
  comment,
  labels: [],
  fields: {},
  createdAtMs: 0,
  updatedAtMs: 0,
});
/** Only what folding reads. */
const view = (annotations: readonly Annotation[]): DocumentView =>
  ({ document: { uid: document }, annotations, links: {} }) as unknown as DocumentView;
const place = ({ orphaned, selector }: Annotation): number => (orphaned ? 1e9 : 0) + selector.start;

test('what was added, changed or moved stands in its place; what is gone is gone; the rest is as it was', () => {
  const states = fc.array(fc.tuple(fc.nat(20), fc.nat(100), fc.boolean()), { maxLength: 20 });
  fc.assert(
    fc.property(states, states, fc.array(fc.nat(20)), (before, after, gone) => {
      const known = new Map(before.map(([number, start, orphaned]) => [number, annotation(number, start, orphaned)]));
      const changed = new Map<Annotation['uid'], Annotation | null>(gone.map((number) => [uidOf(number), null]));
      for (const [number, start, orphaned] of after)
        changed.set(uidOf(number), annotation(number, start, orphaned, 'new'));
      const { annotations } = foldAnnotations(view([...known.values()].sort((a, b) => place(a) - place(b))), changed);
      const places = annotations.map(place);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const wanted = new Map([...known.values()].map((one): [string, Annotation | null] => [one.uid, one]));
      for (const [uid, one] of changed) wanted.set(uid, one);
      expect(new Set(annotations)).toEqual(new Set([...wanted.values()].filter((one) => one !== null)));
      for (const one of known.values()) if (!changed.has(one.uid)) expect(annotations).toContain(one);
    }),
  );
});

test('what is no annotation is the same object', () => {
  const before = view([annotation(1, 3)]);
  const after = foldAnnotations(before, new Map([[uidOf(2), annotation(2, 1)]]));
  expect(after.annotations.map(({ uid }) => uid)).toEqual([uidOf(2), uidOf(1)]);
  expect(after.document).toBe(before.document);
  expect(after.links).toBe(before.links);
});
