/** The link relations, each with its inverse wording. Adding one is adding an object. */
import type { Wording } from './kinds';

interface RelationShape {
  readonly id: string;
  readonly label: Wording;
  /** How the link reads from its other end. */
  readonly inverse: Wording;
}

export const relationRegistry = [
  { id: 'supports', label: { en: 'supports', fr: 'appuie' }, inverse: { en: 'supported by', fr: 'appuyée par' } },
  {
    id: 'contradicts',
    label: { en: 'contradicts', fr: 'contredit' },
    inverse: { en: 'contradicted by', fr: 'contredite par' },
  },
  { id: 'repeats', label: { en: 'repeats', fr: 'reprend' }, inverse: { en: 'repeated by', fr: 'reprise par' } },
  {
    id: 'attributed-to',
    label: { en: 'attributed to', fr: 'attribuée à' },
    inverse: { en: 'source of', fr: 'source de' },
  },
  {
    id: 'happened-in',
    label: { en: 'happened in', fr: 's’est produit dans' },
    inverse: { en: 'setting of', fr: 'cadre de' },
  },
  {
    id: 'related',
    label: { en: 'related to', fr: 'en rapport avec' },
    inverse: { en: 'related to', fr: 'en rapport avec' },
  },
] as const satisfies readonly RelationShape[];

export type RelationId = (typeof relationRegistry)[number]['id'];
export type Relation = Omit<RelationShape, 'id'> & { readonly id: RelationId };
/** The registry with widened types. */
export const relations: readonly Relation[] = relationRegistry;

/** Narrows a string to a known relation id. */
export function isRelationId(id: string): id is RelationId {
  return relations.some((relation) => relation.id === id);
}

/** Whether a relation says the same from both ends, so that its direction means nothing. */
export function isSymmetric(id: RelationId): boolean {
  return relations.some(({ id: of, label, inverse }) => of === id && label.en === inverse.en);
}
