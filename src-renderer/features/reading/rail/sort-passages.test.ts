import type { KindId } from '@shared/kinds/kinds';
import type { Annotation, AnnotationFields } from '@shared/model/annotation';
import { annotationUid, documentUid } from '@shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { PlacedAnnotation } from '../placed-annotations';
import { isFiltering, noFilter, passes, toggled, verdictOf } from './passage-filter';
import { type PassageSort, sortPassages } from './sort-passages';

function passage(
  uid: string,
  kind: KindId,
  fields: AnnotationFields = {},
  labels: readonly string[] = [],
): PlacedAnnotation {
  const start = uid.charCodeAt(0);
  const annotation: Annotation = {
    uid: annotationUid(uid),
    document: documentUid('d'),
    kind,
    selector: { start, end: start + 1, exact: uid, prefix: '', suffix: '', textHash: '' },
    orphaned: false,
    comment: '',
    labels,
    fields,
    createdAtMs: -start,
    updatedAtMs: 0,
  };
  return { annotation, place: { start, end: start + 1 } };
}
const order = (passages: readonly PlacedAnnotation[], sort: PassageSort) =>
  sortPassages(passages, sort)
    .map(({ annotation }) => annotation.uid)
    .join('');

describe('sorting passages', () => {
  const all = [
    passage('a', 'event', { date: '2025-10' }),
    passage('b', 'claim'),
    passage('c', 'event', { date: '2024~' }),
    passage('d', 'source'),
  ];
  test('by place keeps the order of the text', () => expect(order(all, 'place')).toBe('abcd'));
  test('by kind groups them, each group in order of place', () => expect(order(all, 'kind')).toBe('bdac'));
  test('by date puts the undated last', () => expect(order(all, 'date')).toBe('cabd'));
  test('by newest puts the last made first', () => {
    expect(order([passage('d', 'claim'), passage('a', 'claim')], 'newest')).toBe('ad');
  });
});

describe('filtering passages', () => {
  const claim = passage('a', 'claim', { verdict: 'disputed' }, ['border']).annotation;
  const open = passage('b', 'claim').annotation;
  const event = passage('c', 'event', {}, ['border', 'east']).annotation;

  test('without a filter every passage passes', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect([claim, open, event].every((one) => passes(noFilter, one))).toBe(true);
  });
  test('values of one dimension are alternatives, dimensions add up', () => {
    const filter = { ...noFilter, kinds: new Set<KindId>(['claim', 'event']), labels: new Set(['border']) };
    expect([claim, open, event].filter((one) => passes(filter, one))).toEqual([claim, event]);
    expect(passes({ ...filter, verdicts: new Set(['disputed']) }, event)).toBe(false);
  });
  test('a claim nobody judged counts as open, an event has no verdict', () => {
    expect(verdictOf(open)).toBe('open');
    expect(verdictOf(event)).toBeNull();
  });
  test('a value asked for twice is no longer asked for', () => {
    expect([...toggled(toggled(new Set(['x']), 'y'), 'x')]).toEqual(['y']);
  });
});
