/** Who refers to whom in a bundle, and how a Markdown file leads to another. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { Annotation, Link } from '@shared/model/annotation';
import type { Mention, Passage } from '@shared/model/block';
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { indexBundle } from '../reading/bundle-index';
import { citationWords, sourcesOf } from '../reading/citations';
import type { PicturePath } from './blocks';
import { escapeInline, oneLine, pathDestination } from './escape';
import { inlinesToMarkdown, type MentionDestination } from './inlines';

export interface MarkdownLinks {
  readonly annotationsOf: (document: DocumentUid) => readonly Annotation[];
  readonly annotation: (uid: AnnotationUid) => Annotation | undefined;
  /** Links from or to an annotation. */
  readonly linksOf: (annotation: AnnotationUid) => readonly Link[];
  /** A document's title as a link to its file, or to a passage in it; the bare title when it has none here. */
  readonly documentLink: (uid: DocumentUid, passage?: AnnotationUid) => string;
  readonly destinationOf: MentionDestination;
  /** Obsidian's way of writing a destination; undefined for one outside of the files. */
  readonly wikiTargetOf: (destination: string) => string | undefined;
  readonly attributionOf: (passage: Passage) => string;
  /** The sources of a document's quotations, a line of Markdown each. */
  readonly sourcesOf: (document: Document) => readonly string[];
  /** What a passage's block is called in its file; null where blocks have no names. */
  readonly blockIdOf: (annotation: AnnotationUid) => string | null;
  readonly pictureOf: PicturePath;
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

/** How links lead from file to file. */
export type LinkStyle = 'wikilinks' | 'relative';

export interface MarkdownLinkOptions {
  /** Words of citations. */
  readonly language?: ExportLanguage;
  readonly style?: LinkStyle;
  /** Path of a picture's file relative to the files written; undefined when there is none. */
  readonly pictureOf?: PicturePath;
}

/** The name of a passage's block, as Obsidian has it. */
export const blockId = (uid: AnnotationUid): string => `^${uid}`;

/**
 * Indexes a bundle once for all its files.
 *
 * @param pathOf Path of a document's file relative to the files written, or undefined.
 */
export function markdownLinks(
  bundle: ExportBundle,
  pathOf: (uid: DocumentUid) => string | undefined,
  { language = 'en', style = 'relative', pictureOf = () => undefined }: MarkdownLinkOptions = {},
): MarkdownLinks {
  const index = indexBundle(bundle);
  const annotations = new Map(bundle.annotations.map((annotation) => [annotation.uid, annotation]));
  const ofDocument = groupBy(bundle.annotations, (annotation) => [annotation.document]);
  const ofAnnotation = groupBy(bundle.links, (link) =>
    'annotation' in link.to && link.to.annotation !== link.from ? [link.from, link.to.annotation] : [link.from],
  );
  // What a link leads to in Obsidian's way of writing, by the destination it has in Markdown's.
  const wikiTargets = new Map<string, string>();
  const destination = (uid: DocumentUid, passage?: AnnotationUid): string | undefined => {
    const path = pathOf(uid);
    if (path === undefined) return undefined;
    if (style === 'relative') return pathDestination(path);
    const anchor = passage === undefined ? '' : `#${blockId(passage)}`;
    const written = pathDestination(`${path}${anchor}`);
    wikiTargets.set(written, `${path.replace(/\.md$/, '')}${anchor}`);
    return written;
  };
  const destinationOf: MentionDestination = (target) => {
    if ('document' in target) return destination(target.document);
    const annotation = annotations.get(target.annotation);
    return annotation && destination(annotation.document, annotation.uid);
  };
  const wikiTargetOf = (written: string): string | undefined => wikiTargets.get(written);
  const link = (words: string, target: Mention['target']): string =>
    inlinesToMarkdown([{ type: 'mention', text: words, target }], { destinationOf, wikiTargetOf, newline: 'tag' });
  return {
    annotationsOf: (uid) => ofDocument.get(uid) ?? [],
    annotation: (uid) => annotations.get(uid),
    linksOf: (uid) => ofAnnotation.get(uid) ?? [],
    documentLink: (uid, passage) =>
      link(
        oneLine(index.titleOf(uid)) || 'untitled',
        passage !== undefined && annotations.has(passage) ? { annotation: passage } : { document: uid },
      ),
    destinationOf,
    wikiTargetOf,
    attributionOf: (passage) => {
      const words = citationWords(passage, index, language);
      if (words === '') return '';
      const quoted = annotations.has(passage.annotation);
      return `— ${link(words, quoted ? { annotation: passage.annotation } : { document: passage.document })}`;
    },
    sourcesOf: (document) =>
      sourcesOf(document, index, language).map(({ uid, words, address }) =>
        [link(words, { document: uid }), escapeInline(address)].filter((part) => part !== '').join(', '),
      ),
    blockIdOf: (annotation) => (style === 'wikilinks' ? blockId(annotation) : null),
    pictureOf,
  };
}
