/** How a link reads from one of its ends, in the language in use. */
import { type RelationId, relations } from '@shared/kinds/relations';
import { inWords } from './i18n';

/** The relation's wording, or its inverse seen from the end the link points to. */
export function relationWords(id: RelationId, direction: 'out' | 'in'): string {
  const relation = relations.find((one) => one.id === id);
  if (relation === undefined) return id;
  return inWords(direction === 'out' ? relation.label : relation.inverse);
}
