/** Collections as a tree, by name; and what may be moved where. Pure. */
import type { Collection } from '@shared/model/document';
import type { CollectionUid } from '@shared/model/ids';

/** A collection with those inside it. */
export interface CollectionNode {
  readonly collection: Collection;
  readonly children: readonly CollectionNode[];
}

/** The forest of collections, each level by name; one whose parent is gone stands at the top. */
export function treeOf(collections: readonly Collection[], locale: string): readonly CollectionNode[] {
  const known = new Set(collections.map(({ uid }) => uid));
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const childrenOf = (parent: CollectionUid | null): readonly CollectionNode[] =>
    collections
      .filter(
        (collection) =>
          (collection.parent !== null && known.has(collection.parent) ? collection.parent : null) === parent,
      )
      .sort((a, b) => compare(a.name, b.name))
      .map((collection) => ({ collection, children: childrenOf(collection.uid) }));
  return childrenOf(null);
}

/** The collections from the top down to and with `uid`. */
export function pathOf(collections: readonly Collection[], uid: CollectionUid): readonly Collection[] {
  const path: Collection[] = [];
  let next = collections.find((collection) => collection.uid === uid);
  while (next !== undefined && !path.includes(next)) {
    path.unshift(next);
    const { parent } = next;
    next = collections.find((collection) => collection.uid === parent);
  }
  return path;
}

/** Its name with its parents', as menus list it: "Sommets / Oulan-Bator". */
export function pathName(collections: readonly Collection[], uid: CollectionUid): string {
  return pathOf(collections, uid)
    .map(({ name }) => name)
    .join(' / ');
}

/** Where a collection may go: anywhere but into itself and what is inside it. */
export function possibleParents(collections: readonly Collection[], uid: CollectionUid): readonly Collection[] {
  return collections.filter((collection) => !pathOf(collections, collection.uid).some((step) => step.uid === uid));
}
