/** What a link can say and whether it is there already. Pure. */
import type { LinkTarget } from '@renderer/features/document/link-drag';
import type { LinkView } from '@shared/contract/document-shapes';
import { type RelationId, relations } from '@shared/kinds/relations';

/** A relation read from this end: as it is (`out`), or the other way round (`in`). */
export interface RelationChoice {
  readonly id: string;
  readonly relation: RelationId;
  readonly direction: 'out' | 'in';
}

const choice = (relation: RelationId, direction: 'out' | 'in'): RelationChoice => ({
  id: `${relation}-${direction}`,
  relation,
  direction,
});

/** Relations that read alike from both ends: which end they start from says nothing. */
const symmetric: ReadonlySet<RelationId> = new Set(
  relations.filter(({ label, inverse }) => label.en === inverse.en).map(({ id }) => id),
);

/** Every relation, each followed by its inverse unless that reads alike. */
export const relationChoices: readonly RelationChoice[] = relations.flatMap(({ id }) =>
  symmetric.has(id) ? [choice(id, 'out')] : [choice(id, 'out'), choice(id, 'in')],
);

/** The choices an end allows: links start from passages only. */
export function choicesFor(target: LinkTarget | null): readonly RelationChoice[] {
  return target !== null && target.annotation === null
    ? relationChoices.filter(({ direction }) => direction === 'out')
    : relationChoices;
}

/** Whether one of an annotation's links says the same of the same target. */
export function isLinked(links: readonly LinkView[], wanted: RelationChoice, target: LinkTarget): boolean {
  return links.some(
    ({ relation, direction, otherEnd }) =>
      relation === wanted.relation &&
      (direction === wanted.direction || symmetric.has(relation)) &&
      otherEnd.annotation === target.annotation &&
      (target.annotation !== null || otherEnd.document === target.document),
  );
}
