/** Collections of a Zotero library, nested as they are there, with the items that are in them. Pure. */
import type { Collection, ImportedConnections } from '@shared/model/document';
import { type CollectionUid, collectionUid } from '@shared/model/ids';
import { tidyLine } from '../title';
import { uuidIn, uuidOfWords } from '../uuid-of-words';
import { childrenOf, textContent, type XmlElement } from '../xml';
import { aboutOf, resourcesOf } from './zotero-elements';

interface Named {
  readonly about: string;
  readonly name: string;
  readonly parts: readonly string[];
}

/** @param places where each item stands among the file's documents, by what the file calls it */
export function collectionsOf(
  root: XmlElement,
  places: ReadonlyMap<string, number>,
): Pick<ImportedConnections, 'collections' | 'memberships'> {
  const named = new Map(
    childrenOf(root, 'z:Collection').map((element): readonly [string, Named] => {
      const name = tidyLine(textContent(childrenOf(element, 'dc:title')[0]), 200) || '…';
      return [aboutOf(element), { about: aboutOf(element), name, parts: resourcesOf(element, 'dcterms:hasPart') }];
    }),
  );
  const parents = new Map<string, string>();
  for (const { about, parts } of named.values())
    for (const part of parts) if (named.has(part) && part !== about && !parents.has(part)) parents.set(part, about);
  const uids = new Map([...named.keys()].map((about) => [about, uidOf(about, named, parents)]));
  // Two of one name in one place become one.
  const made = [...named.values()].map(({ about, name }): Collection => {
    const parent = pathOf(about, parents) === null ? undefined : parents.get(about);
    return {
      uid: uids.get(about) ?? uidOf(about, named, parents),
      parent: (parent === undefined ? undefined : uids.get(parent)) ?? null,
      name,
      documents: 0,
    };
  });
  const memberships = [...named.values()].flatMap(({ about, parts }) => {
    const collection = uids.get(about);
    return [...new Set(parts)].flatMap((part) => {
      const document = places.get(part);
      return collection === undefined || document === undefined ? [] : [{ collection, document }];
    });
  });
  const collections = [...new Map(made.map((collection) => [collection.uid, collection])).values()];
  return { collections, memberships };
}

/** From the outermost collection down to one; null when collections hold each other in a circle. */
function pathOf(about: string, parents: ReadonlyMap<string, string>): readonly string[] | null {
  const path: string[] = [];
  for (let at: string | undefined = about; at !== undefined; at = parents.get(at)) {
    if (path.includes(at)) return null;
    path.unshift(at);
  }
  return path;
}

/** Its own id, or one made of its path: Zotero numbers collections anew in each file. */
function uidOf(about: string, named: ReadonlyMap<string, Named>, parents: ReadonlyMap<string, string>): CollectionUid {
  const path = pathOf(about, parents) ?? [about];
  const names = path.map((each) => named.get(each)?.name ?? '');
  return collectionUid(uuidIn(about) || uuidOfWords(['zotero collection', ...names]));
}
