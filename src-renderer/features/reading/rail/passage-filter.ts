/** Which passages of a document are shown: by kind, label and verdict. Pure. */
import { type KindId, kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';

/** An empty set asks for nothing; several values of one set are alternatives. */
export interface PassageFilter {
  readonly kinds: ReadonlySet<KindId>;
  readonly labels: ReadonlySet<string>;
  readonly verdicts: ReadonlySet<string>;
}

const nothing: ReadonlySet<never> = new Set();
/** Every passage passes. */
export const noFilter: PassageFilter = { kinds: nothing, labels: nothing, verdicts: nothing };

/** Field of the kinds that holds a verdict. */
const verdictField = 'verdict';
/** A claim nobody judged yet is an open one. */
const unjudged = 'open';

/** The verdicts a passage may have been given, from the registry. */
export const verdicts = kinds.flatMap(({ fields }) =>
  fields.flatMap((field) => (field.id === verdictField && field.type === 'choice' ? field.options : [])),
);

const hasVerdict = (kind: KindId): boolean =>
  kinds.some(({ id, fields }) => id === kind && fields.some((field) => field.id === verdictField));

/** The verdict of a passage; null for kinds that have none. */
export function verdictOf({ kind, fields }: Pick<Annotation, 'kind' | 'fields'>): string | null {
  return hasVerdict(kind) ? fields[verdictField] || unjudged : null;
}

/** Tells whether anything is left out. */
export const isFiltering = (filter: PassageFilter): boolean =>
  filter.kinds.size + filter.labels.size + filter.verdicts.size > 0;

/** Tells whether a passage is shown. */
export function passes(filter: PassageFilter, annotation: Pick<Annotation, 'kind' | 'labels' | 'fields'>): boolean {
  const { kind, labels } = annotation;
  if (filter.kinds.size > 0 && !filter.kinds.has(kind)) return false;
  if (filter.labels.size > 0 && !labels.some((label) => filter.labels.has(label))) return false;
  const verdict = verdictOf(annotation);
  return filter.verdicts.size === 0 || (verdict !== null && filter.verdicts.has(verdict));
}

/** A set with a value put in or taken out. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
