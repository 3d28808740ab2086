/** A bundle looked up: whose passage, what links where, which collections hold a document. Pure. */
import type { Annotation, Link } from '@shared/model/annotation';
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { AnnotationUid, CollectionUid, DocumentUid } from '@shared/model/ids';
import { type CitedDocument, type CitedPlace, citedPlaceOf } from '@shared/quotes/citation';
import { type PageStart, pageStarts, pagesOfRange } from '@shared/text/pages';

/** A link as it is seen from one of its ends. */
export interface LinkEnd {
  readonly link: Link;
  readonly outgoing: boolean;
  /** What lies at the other end; null for what is outside of the bundle. */
  readonly annotation: Annotation | null;
  readonly document: Document | null;
}

export interface BundleIndex {
  readonly document: (uid: DocumentUid) => Document | undefined;
  readonly annotation: (uid: AnnotationUid) => Annotation | undefined;
  /** Of a document inside or named by the bundle; empty when unknown. */
  readonly titleOf: (uid: DocumentUid) => string;
  /** What a quotation says of its source, inside of the bundle or not. */
  readonly cited: (uid: DocumentUid) => CitedDocument | undefined;
  /** Where a passage stands; undefined for an orphan and one that is not known. */
  readonly placeOf: (uid: AnnotationUid) => CitedPlace | undefined;
  /** The pages of its source a passage stands on, "12" or "12–13"; undefined for an orphan and where there are no pages. */
  readonly pagesOf: (annotation: Annotation) => string | undefined;
  /** The pages of a document in reading order. */
  readonly pagesIn: (document: Document) => readonly PageStart[];
  /** By place, orphans last. */
  readonly annotationsOf: (document: DocumentUid) => readonly Annotation[];
  /** Links from and to a passage. */
  readonly linksOf: (annotation: AnnotationUid) => readonly LinkEnd[];
  /** Names of the collections a document is in, with those above: "Sommet / Sources". */
  readonly collectionsOf: (document: DocumentUid) => readonly string[];
  readonly pathOfCollection: (uid: CollectionUid) => string;
}

/** By place; orphans last. */
export function inOrderOfPlace(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...annotations].sort(
    (a, b) =>
      Number(a.orphaned) - Number(b.orphaned) ||
      a.selector.start - b.selector.start ||
      a.selector.end - b.selector.end ||
      (a.uid < b.uid ? -1 : 1),
  );
}

function grouped<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

/** Indexes a bundle once for all an exporter asks of it. */
export function indexBundle(bundle: ExportBundle): BundleIndex {
  const documents = new Map(bundle.documents.map((document) => [document.uid, document]));
  const outside = new Map(bundle.referenced.map((document) => [document.uid, document]));
  const places = new Map(bundle.quotedPlaces.map(({ annotation, ...place }) => [annotation, place]));
  const annotations = new Map(bundle.annotations.map((annotation) => [annotation.uid, annotation]));
  const ofDocument = grouped(bundle.annotations, ({ document }) => document);
  const outgoing = grouped(bundle.links, ({ from }) => from);
  const incoming = grouped(bundle.links, ({ from, to }) =>
    'annotation' in to && to.annotation !== from ? to.annotation : null,
  );
  const collections = new Map(bundle.collections.map((collection) => [collection.uid, collection]));
  const memberships = grouped(bundle.memberships, ({ document }) => document);
  const pathOfCollection = (uid: CollectionUid): string => {
    const names: string[] = [];
    const seen = new Set<CollectionUid>();
    for (let at = collections.get(uid); at !== undefined && !seen.has(at.uid); ) {
      seen.add(at.uid);
      names.unshift(at.name);
      at = at.parent === null ? undefined : collections.get(at.parent);
    }
    return names.join(' / ');
  };
  const pages = new Map<Document, readonly PageStart[]>();
  const pagesIn = (document: Document): readonly PageStart[] => {
    const known = pages.get(document) ?? pageStarts(document.body);
    pages.set(document, known);
    return known;
  };
  const outgoingEnd = (link: Link): LinkEnd => {
    const annotation = 'annotation' in link.to ? (annotations.get(link.to.annotation) ?? null) : null;
    const uid = 'document' in link.to ? link.to.document : annotation?.document;
    return { link, outgoing: true, annotation, document: uid === undefined ? null : (documents.get(uid) ?? null) };
  };
  const incomingEnd = (link: Link): LinkEnd => {
    const annotation = annotations.get(link.from) ?? null;
    return { link, outgoing: false, annotation, document: annotation && (documents.get(annotation.document) ?? null) };
  };
  return {
    document: (uid) => documents.get(uid),
    annotation: (uid) => annotations.get(uid),
    titleOf: (uid) => (documents.get(uid) ?? outside.get(uid))?.title ?? '',
    cited: (uid) => documents.get(uid) ?? outside.get(uid),
    placeOf: (uid) => {
      const annotation = annotations.get(uid);
      const document = annotation && documents.get(annotation.document);
      if (document === undefined) return places.get(uid);
      return annotation?.orphaned === false
        ? citedPlaceOf(document, annotation.selector, pagesIn(document))
        : undefined;
    },
    pagesOf: ({ document: of, orphaned, selector: { start, end } }) => {
      const document = documents.get(of);
      return document === undefined || orphaned ? undefined : pagesOfRange(pagesIn(document), start, end);
    },
    pagesIn,
    annotationsOf: (uid) => inOrderOfPlace(ofDocument.get(uid) ?? []),
    linksOf: (uid) => [...(outgoing.get(uid) ?? []).map(outgoingEnd), ...(incoming.get(uid) ?? []).map(incomingEnd)],
    collectionsOf: (uid) => (memberships.get(uid) ?? []).map(({ collection }) => pathOfCollection(collection)),
    pathOfCollection,
  };
}
