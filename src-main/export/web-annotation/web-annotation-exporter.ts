/**
 * W3C Web Annotation as JSON-LD: every passage with quote and position, every link as an
 * annotation with the motivation "linking". Positions count Unicode code points of the
 * text given beside, as the recommendation asks; the text's hash stands in a State.
 */
import { createHash } from 'node:crypto';
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { Annotation, Link } from '@shared/model/annotation';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { codePointsBefore } from '@shared/text/code-points';
import { countEarlier, countFormatted, countOriginals, lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { nameOfBundle } from '../name-of-bundle';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { isoTime } from '../reading/passage-words';
import { safeFileName } from '../safe-file-name';

/** Our own terms beside those of the recommendation; nothing is loaded from there. */
const postilTerms = {
  postil: 'urn:postil:terms#',
  kind: 'postil:kind',
  fields: { '@id': 'postil:fields', '@type': '@json' },
  orphaned: 'postil:orphaned',
  relation: 'postil:relation',
  documents: { '@id': 'postil:documents', '@container': '@list' },
  metadata: { '@id': 'postil:metadata', '@type': '@json' },
  labels: { '@id': 'postil:labels', '@container': '@list' },
  text: 'postil:text',
  title: 'http://purl.org/dc/terms/title',
  sha256: 'postil:sha256',
  pages: 'http://schema.org/pagination',
} as const;
const context = ['http://www.w3.org/ns/anno.jsonld', postilTerms] as const;

const iri = (uid: string): string => `urn:uuid:${uid}`;
const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The document's text: what positions count in, under its own id whatever its address. */
function target(annotation: Annotation, document: Document, index: BundleIndex): Readonly<Record<string, unknown>> {
  const { exact, prefix, suffix, start, end } = annotation.selector;
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  // An orphan has no place any more: its words are all there is to look for.
  const position = annotation.orphaned
    ? []
    : [
        {
          type: 'TextPositionSelector',
          start: codePointsBefore(document.text, start),
          end: codePointsBefore(document.text, end),
        },
      ];
  const pages = index.pagesOf(annotation);
  return {
    source: iri(document.uid),
    selector: [quote, ...position],
    ...(pages === undefined ? {} : { pages }),
    state: { type: 'TimeState', sourceDate: isoTime(document.updatedAtMs), sha256: sha256Of(document.text) },
  };
}

function bodies(annotation: Annotation): readonly Readonly<Record<string, unknown>>[] {
  const comment =
    annotation.comment === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: annotation.comment }];
  return [
    { type: 'TextualBody', purpose: 'classifying', value: annotation.kind },
    ...comment,
    ...annotation.labels.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
}

const generator = { id: 'urn:postil', type: 'Software', name: 'Postil' } as const;

function passage(annotation: Annotation, document: Document, index: BundleIndex): Readonly<Record<string, unknown>> {
  return {
    id: iri(annotation.uid),
    type: 'Annotation',
    motivation: annotation.comment === '' ? 'highlighting' : 'commenting',
    created: isoTime(annotation.createdAtMs),
    modified: isoTime(annotation.updatedAtMs),
    generator,
    kind: annotation.kind,
    fields: annotation.fields,
    orphaned: annotation.orphaned,
    body: bodies(annotation),
    target: target(annotation, document, index),
  };
}

function linking(link: Link): Readonly<Record<string, unknown>> {
  return {
    id: iri(link.uid),
    type: 'Annotation',
    motivation: 'linking',
    created: isoTime(link.createdAtMs),
    generator,
    relation: link.relation,
    body: iri('annotation' in link.to ? link.to.annotation : link.to.document),
    target: iri(link.from),
  };
}

function described(document: Document): Readonly<Record<string, unknown>> {
  return {
    id: iri(document.uid),
    type: 'Text',
    title: document.title,
    metadata: document.metadata,
    labels: document.labels,
    text: document.text,
    sha256: document.originals.at(-1)?.sha256 ?? '',
  };
}

/** The whole collection as a value. */
function collection(bundle: ExportBundle, index: BundleIndex): Readonly<Record<string, unknown>> {
  const items = [
    ...bundle.documents.flatMap((document) =>
      index.annotationsOf(document.uid).map((annotation) => passage(annotation, document, index)),
    ),
    ...bundle.links.map(linking),
  ];
  const id = `urn:postil:export:${sha256Of(JSON.stringify(items))}`;
  return {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    label: bundle.archiveName,
    created: isoTime(bundle.exportedAtMs),
    total: items.length,
    documents: bundle.documents.map(described),
    first: { id: `${id}:1`, type: 'AnnotationPage', startIndex: 0, items },
  };
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.jsonld`;
  const text = `${JSON.stringify(collection(bundle, indexBundle(bundle)), null, 1)}\n`;
  yield { path, bytes: new TextEncoder().encode(text) };
}

const losses = (bundle: ExportBundle): readonly Loss[] =>
  lossesOf({
    formatting: countFormatted(bundle),
    originals: countOriginals(bundle),
    collections: bundle.collections.length,
    earlierVersions: countEarlier(bundle),
  });

export const webAnnotationExporter: Exporter = {
  id: 'web-annotation',
  label: { en: 'Web Annotation (JSON-LD)', fr: 'Annotations web (JSON-LD)' },
  description: {
    en: 'Passages and links by the W3C’s standard, for archives and other annotation tools.',
    fr: 'Passages et liens selon la norme du W3C, pour les archives et d’autres outils d’annotation.',
  },
  carries: {
    en: 'passages by quote and position, comments, kinds, fields, labels, links, orphans, plain texts, with every id',
    fr: 'passages par citation et position, commentaires, types, champs, étiquettes, liens, orphelins, textes simples, avec chaque identifiant',
  },
  target: 'file',
  extension: 'jsonld',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses,
  write,
};
