/** The orders of a document's list of passages. Pure. */
import { kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { PlacedAnnotation } from '../placed-annotations';

export const passageSorts = ['place', 'kind', 'date', 'newest'] as const;
export type PassageSort = (typeof passageSorts)[number];

/** What an EDTF date is sorted by: its digits and signs, without qualifiers; an open beginning comes first. */
const dateKey = (edtf: string): string => edtf.replace(/[~?%]/g, '').replace(/^(?:\.\.)?\//, '');

/** The date a passage's kind gives it; empty when there is none. */
export function dateOf({ kind, fields }: Pick<Annotation, 'kind' | 'fields'>): string {
  const field = kinds.find(({ id }) => id === kind)?.fields.find(({ type }) => type === 'date');
  return field === undefined ? '' : (fields[field.id] ?? '');
}

const kindOrder = new Map<string, number>(kinds.map(({ id }, index) => [id, index]));

function compare(sort: PassageSort, { annotation: a }: PlacedAnnotation, { annotation: b }: PlacedAnnotation): number {
  switch (sort) {
    case 'place':
      return 0;
    case 'kind':
      return (kindOrder.get(a.kind) ?? 0) - (kindOrder.get(b.kind) ?? 0);
    case 'newest':
      return b.createdAtMs - a.createdAtMs;
    case 'date': {
      const [one, other] = [dateOf(a), dateOf(b)];
      // What has no date comes last.
      if (one === '' || other === '') return Number(one === '') - Number(other === '');
      return dateKey(one) < dateKey(other) ? -1 : dateKey(one) > dateKey(other) ? 1 : 0;
    }
  }
}

/** Sorts passages given in order of place; alike ones keep that order. */
export function sortPassages(placed: readonly PlacedAnnotation[], sort: PassageSort): readonly PlacedAnnotation[] {
  return sort === 'place' ? placed : [...placed].sort((a, b) => compare(sort, a, b));
}
