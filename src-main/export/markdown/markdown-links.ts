/** Who refers to whom in a bundle, and how a Markdown file leads to another. */
import type { Annotation, Link } from '@shared/model/annotation';
import type { Passage } from '@shared/model/block';
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { escapeInline, oneLine, pathDestination } from './escape';
import type { MentionDestination } from './inlines';

export interface MarkdownLinks {
  readonly annotationsOf: (document: DocumentUid) => readonly Annotation[];
  readonly annotation: (uid: AnnotationUid) => Annotation | undefined;
  /** Links from or to an annotation. */
  readonly linksOf: (annotation: AnnotationUid) => readonly Link[];
  /** A document's title as a link to its file; the bare title when it has none here. */
  readonly documentLink: (uid: DocumentUid) => string;
  readonly destinationOf: MentionDestination;
  readonly attributionOf: (passage: Passage) => string;
}

function groupBy<K, V>(values: Iterable<V>, keysOf: (value: V) => Iterable<K>): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}

/** Title, site and date of a document on one line, as a quotation names its source. */
function sourceLine(document: Document, link: string): string {
  return [link, document.metadata.site, document.metadata.date]
    .map((part, index) => (index === 0 ? part : escapeInline(oneLine(part))))
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * Indexes a bundle once for all its files.
 *
 * @param pathOf Path of a document's file relative to the files written, or undefined.
 */
export function markdownLinks(bundle: ExportBundle, pathOf: (uid: DocumentUid) => string | undefined): MarkdownLinks {
  const documents = new Map(bundle.documents.map((document) => [document.uid, document]));
  const referenced = new Map(bundle.referenced.map((document) => [document.uid, document.title]));
  const annotations = new Map(bundle.annotations.map((annotation) => [annotation.uid, annotation]));
  const ofDocument = groupBy(bundle.annotations, (annotation) => [annotation.document]);
  const ofAnnotation = groupBy(bundle.links, (link) =>
    'annotation' in link.to && link.to.annotation !== link.from ? [link.from, link.to.annotation] : [link.from],
  );
  const destination = (uid: DocumentUid): string | undefined => {
    const path = pathOf(uid);
    return path === undefined ? undefined : pathDestination(path);
  };
  const documentLink = (uid: DocumentUid): string => {
    const title = escapeInline(oneLine(documents.get(uid)?.title ?? referenced.get(uid) ?? '')) || 'untitled';
    const path = destination(uid);
    return path === undefined ? title : `[${title}](${path})`;
  };
  return {
    annotationsOf: (uid) => ofDocument.get(uid) ?? [],
    annotation: (uid) => annotations.get(uid),
    linksOf: (uid) => ofAnnotation.get(uid) ?? [],
    documentLink,
    destinationOf: (target) => {
      const uid = 'document' in target ? target.document : annotations.get(target.annotation)?.document;
      return uid === undefined ? undefined : destination(uid);
    },
    attributionOf: (passage) => {
      const document = documents.get(passage.document);
      if (document !== undefined) return `— ${sourceLine(document, documentLink(document.uid))}`;
      return referenced.has(passage.document) ? `— ${documentLink(passage.document)}` : '';
    },
  };
}
