/** Completion: the values a field of a kind has in the archive. */
import type { KindId } from '@shared/kinds/kinds';
import { fold } from '@shared/text/fold';
import type { ArchiveCalls } from './archive-api';
import type { Store } from './store';

/** Values with their number of uses; blank ones, deleted annotations and the bin left out. */
function valuesInUse(store: Store, kind: KindId, field: string): readonly { value: string; uses: number }[] {
  return store
    .sql<[string, string], { value: string; uses: number }>(
      `SELECT trim(a.fields ->> ?) AS value, count(*) AS uses FROM annotations a
       WHERE a.deleted_at_ms IS NULL AND a.kind = ? AND a.fields <> '{}'
         AND a.document NOT IN (SELECT id FROM documents WHERE deleted_at_ms IS NOT NULL)
       GROUP BY 1 HAVING value <> '' ORDER BY uses DESC, value`,
    )
    .all(`$."${field.replaceAll('"', '')}"`, kind);
}

const beginsAWord = (value: string, folded: string): boolean => {
  const words = fold(value);
  if (words.startsWith(folded)) return true;
  for (let at = words.indexOf(folded, 1); at !== -1; at = words.indexOf(folded, at + 1))
    if (!/[\p{L}\p{N}\p{M}]/u.test(words[at - 1] ?? '')) return true;
  return false;
};

export function fieldValueCalls(store: Store): Pick<ArchiveCalls, 'listFieldValues'> {
  return {
    listFieldValues: ({ kind, field, startsWith, limit }) => {
      const folded = fold(startsWith.trim());
      return store
        .read(() => valuesInUse(store, kind, field))
        .filter(({ value }) => beginsAWord(value, folded))
        .slice(0, limit)
        .map(({ value }) => value);
    },
  };
}
