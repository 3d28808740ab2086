/** Completion: the values a field of a kind has in the archive. */
import type { KindId } from '@shared/kinds/kinds';
import { fold } from '@shared/text/fold';
import type { ArchiveCalls } from './archive-api';
import type { Store } from './store';

/** Values, most used first; blank ones and those of documents in the bin left out. */
function valuesInUse(store: Store, kind: KindId, field: string): readonly string[] {
  return store
    .sql<[string, string], { value: string }>(
      `SELECT value FROM annotation_fields WHERE kind = ? AND field = ? AND value <> ''
         AND annotation NOT IN (SELECT a.id FROM annotations a JOIN documents d ON d.id = a.document WHERE d.deleted_at_ms IS NOT NULL)
       GROUP BY value ORDER BY count(*) DESC, value`,
    )
    .all(kind, field)
    .map(({ value }) => value);
}

/** Folding is slow, and the same names are asked for with every key. */
const foldedValues = new Map<string, string>();
const mostFolded = 50_000;

function foldedValue(value: string): string {
  const known = foldedValues.get(value);
  if (known !== undefined) return known;
  const folded = fold(value);
  if (foldedValues.size >= mostFolded) foldedValues.clear();
  foldedValues.set(value, folded);
  return folded;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** Whether any word of a value begins so. */
function beginsAWord(value: string, beginning: string): boolean {
  for (let at = value.indexOf(beginning); at !== -1; at = value.indexOf(beginning, at + 1))
    if (at === 0 || !wordCharacter.test(value[at - 1] ?? '')) return true;
  return false;
}

export function fieldValueCalls(store: Store): Pick<ArchiveCalls, 'listFieldValues'> {
  return {
    listFieldValues: ({ kind, field, startsWith, limit }) => {
      const folded = fold(startsWith.trim());
      return store
        .read(() => valuesInUse(store, kind, field))
        .filter((value) => beginsAWord(foldedValue(value), folded))
        .slice(0, limit);
    },
  };
}
