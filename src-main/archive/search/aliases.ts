/** Aliases: sets of names that mean the same, kept by the person. */
import type { AliasSet } from '@shared/contract/search-shapes';
import { type AliasUid, aliasUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { AliasNames } from '@shared/query/expand-aliases';
import { indexText } from '@shared/query/index-text';
import { v7 } from 'uuid';
import type { ArchiveCalls } from '../archive-api';
import type { Store } from '../store';
import { oneLine } from '../write-document';

/** Every set, in the order they were made. */
export function readSets(store: Store): readonly AliasSet[] {
  const rows = store
    .sql<[], { uid: AliasUid; name: string }>(
      'SELECT s.uid, n.name FROM alias_sets s JOIN alias_names n ON n.alias_set = s.id ORDER BY s.id, n.position',
    )
    .all();
  const sets = new Map<AliasUid, string[]>();
  for (const { uid, name } of rows) sets.set(uid, [...(sets.get(uid) ?? []), name]);
  return [...sets].map(([uid, names]) => ({ uid, names }));
}

/** The names of every set, for searching. */
export const aliasNames = (store: Store): readonly AliasNames[] => readSets(store).map(({ names }) => names);

/** @throws Failure `request/invalid` when fewer than two different names are left */
function differentNames(given: readonly string[]): readonly (readonly [name: string, key: string])[] {
  const byKey = new Map<string, string>();
  for (const name of given.map(oneLine)) {
    const key = indexText(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  if (byKey.size < 2) throw new Failure('request/invalid', 'A set of aliases needs two different names.');
  return [...byKey].map(([key, name]) => [name, key]);
}

function setOf(store: Store, uid: AliasUid | undefined): { readonly id: number; readonly uid: AliasUid } {
  if (uid !== undefined) {
    const known = store.sql<[string], { id: number }>('SELECT id FROM alias_sets WHERE uid = ?').get(uid);
    if (known === undefined) throw new Failure('request/invalid', 'These aliases are not in the archive any more.');
    return { id: known.id, uid };
  }
  const made = aliasUid(v7());
  const { lastInsertRowid } = store.sql<[string]>('INSERT INTO alias_sets (uid) VALUES (?)').run(made);
  return { id: Number(lastInsertRowid), uid: made };
}

function setAlias(store: Store, { uid: given, names }: Parameters<ArchiveCalls['setAlias']>[0]): AliasSet {
  const different = differentNames(names);
  const { id, uid } = setOf(store, given);
  store.sql<[number]>('DELETE FROM alias_names WHERE alias_set = ?').run(id);
  for (const [position, [name, key]] of different.entries())
    store
      .sql<[number, number, string, string]>(
        'INSERT INTO alias_names (alias_set, position, name, name_key) VALUES (?, ?, ?, ?)',
      )
      .run(id, position, name, key);
  return { uid, names: different.map(([name]) => name) };
}

export function aliasCalls(store: Store): Pick<ArchiveCalls, 'listAliases' | 'setAlias' | 'deleteAlias'> {
  return {
    listAliases: () => store.read(() => readSets(store)),
    // What any search finds may have changed.
    setAlias: (input) =>
      store.write((changes) => {
        changes.touchMany();
        return setAlias(store, input);
      }),
    deleteAlias: ({ uid }) =>
      store.write((changes) => {
        changes.touchMany();
        store.sql<[string]>('DELETE FROM alias_sets WHERE uid = ?').run(uid);
        return null;
      }),
  };
}
