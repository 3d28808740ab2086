/** Links and sets of a project: links between its passages and texts, sets as collections. */
import type { Link } from '@shared/model/annotation';
import type { Collection, ImportedConnections, ImportedDocument } from '@shared/model/document';
import { annotationUid, type CollectionUid, collectionUid, documentUid, linkUid } from '@shared/model/ids';
import { relationNamed } from '../kind-words';
import { tidyLine } from '../title';
import { uuidOfWords } from '../uuid-of-words';
import type { XmlElement } from '../xml';
import { attributeOf, guidIn, named, timeOf, uidIn, within } from './qda-elements';

export interface ProjectConnections {
  readonly connections: ImportedConnections;
  /** Links with an end that is no passage or text, and sets without a text. */
  readonly lost: { readonly links: number; readonly sets: number };
}

/** @param documents those of the project, in their order */
export function connectionsOf(project: XmlElement, documents: readonly ImportedDocument[]): ProjectConnections {
  const passages = new Set<string>(
    documents.flatMap(({ annotations = [] }) => annotations.map(({ uid }) => uid ?? '')),
  );
  const places = new Map<string, number>(documents.map(({ uid }, place) => [uid ?? '', place]));
  const stated = within(project, 'Links');
  const links = stated.flatMap((element) => linkOf(element, passages, places, timeOf(project) ?? 0) ?? []);
  const sets = within(project, 'Sets').map((set) => collectionOf(set, places));
  const kept = sets.filter(({ members }) => members.length > 0);
  return {
    connections: {
      links,
      collections: kept.map(({ collection }) => collection),
      memberships: kept.flatMap(({ collection, members }) =>
        members.map((document) => ({ collection: collection.uid, document })),
      ),
    },
    lost: { links: stated.length - links.length, sets: sets.length - kept.length },
  };
}

/** A link leads from a passage; one that says the same both ways may be written from its other end. */
function linkOf(
  element: XmlElement,
  passages: ReadonlySet<string>,
  documents: ReadonlyMap<string, number>,
  statedAtMs: number,
): Link | null {
  const [origin, target] = [guidIn(element, 'originGUID'), guidIn(element, 'targetGUID')];
  const isOneWay = attributeOf(element, 'direction') === 'OneWay';
  const [from, to] = passages.has(origin) || isOneWay ? [origin, target] : [target, origin];
  if (!passages.has(from) || from === to || !(passages.has(to) || documents.has(to))) return null;
  const relation = relationNamed(attributeOf(element, 'name'));
  return {
    uid: linkUid(uidIn(element) ?? uuidOfWords([from, to, relation])),
    from: annotationUid(from),
    to: passages.has(to) ? { annotation: annotationUid(to) } : { document: documentUid(to) },
    relation,
    createdAtMs: timeOf(element) ?? statedAtMs,
  };
}

function collectionOf(
  set: XmlElement,
  documents: ReadonlyMap<string, number>,
): { readonly collection: Collection; readonly members: readonly number[] } {
  const name = tidyLine(attributeOf(set, 'name'), 200) || '…';
  const uid: CollectionUid = collectionUid(uidIn(set) ?? uuidOfWords(['set', name]));
  const members = [...named(set, 'MemberSource'), ...named(set, 'MemberNote')].flatMap(
    (member) => documents.get(guidIn(member, 'targetGUID')) ?? [],
  );
  return { collection: { uid, parent: null, name, documents: 0 }, members };
}

/**
 * Passages without the words Postil writes for links, where all of them were made.
 *
 * @param links those that were made
 */
export function withoutLinkWords(document: ImportedDocument, links: readonly Link[]): ImportedDocument {
  const made = new Map<string, number>();
  for (const { from, to } of links)
    for (const end of [from, 'annotation' in to ? to.annotation : '']) made.set(end, (made.get(end) ?? 0) + 1);
  const annotations = document.annotations?.map((annotation) => {
    const lines = annotation.comment.split('\n');
    const words = lines.filter((line) => line.startsWith('→ '));
    if (words.length === 0 || words.length !== made.get(annotation.uid ?? '')) return annotation;
    return {
      ...annotation,
      comment: lines
        .filter((line) => !line.startsWith('→ '))
        .join('\n')
        .trim(),
    };
  });
  return annotations === undefined ? document : { ...document, annotations };
}
