/** Zotero RDF: items with their note of passages, tags, collections and related items. */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import type { Exporter } from '../exporter';
import { type Markup, xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { oneLine } from '../reading/passage-words';
import {
  accessedMs,
  datePartsOf,
  dayPartsOf,
  isoParts,
  nameOf,
  passagesNote,
  referenceLosses,
} from '../references/publication';
import { safeFileName } from '../safe-file-name';

const spaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:z': 'http://www.zotero.org/namespaces/export#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:bib': 'http://purl.org/net/biblio#',
  'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
} as const;

const itemId = (uid: string): string => `urn:uuid:${uid}`;
const noteId = (uid: string): string => `urn:postil:passages:${uid}`;

function person(author: string): Markup {
  const name = nameOf(author);
  const parts =
    'literal' in name
      ? [xml('foaf:surname', {}, name.literal)]
      : [xml('foaf:surname', {}, name.family), xml('foaf:givenName', {}, name.given)];
  return xml('rdf:li', {}, xml('foaf:Person', {}, parts));
}

/** Documents a document's passages are linked with, either way. */
function relatedTo(document: Document, index: BundleIndex): readonly DocumentUid[] {
  const others = index
    .annotationsOf(document.uid)
    .flatMap(({ uid }) => index.linksOf(uid).flatMap((end) => end.document?.uid ?? []));
  return [...new Set(others)].filter((uid) => uid !== document.uid);
}

function item(document: Document, index: BundleIndex, hasNote: boolean): Markup {
  const { metadata } = document;
  const date = datePartsOf(metadata.date);
  const [element, type] =
    metadata.site === ''
      ? (['bib:Document', metadata.url === '' ? 'document' : 'webpage'] as const)
      : (['bib:Article', 'newspaperArticle'] as const);
  return xml(
    element,
    { 'rdf:about': itemId(document.uid) },
    xml('z:itemType', {}, type),
    metadata.site !== '' &&
      xml('dcterms:isPartOf', {}, xml('bib:Newspaper', {}, xml('dc:title', {}, oneLine(metadata.site)))),
    metadata.authors.length > 0 && xml('bib:authors', {}, xml('rdf:Seq', {}, metadata.authors.map(person))),
    hasNote && xml('dcterms:isReferencedBy', { 'rdf:resource': noteId(document.uid) }),
    relatedTo(document, index).map((uid) => xml('dc:relation', { 'rdf:resource': itemId(uid) })),
    document.labels.map((label) => xml('dc:subject', {}, oneLine(label))),
    xml('dc:title', {}, oneLine(document.title)),
    metadata.description !== '' && xml('dcterms:abstract', {}, oneLine(metadata.description)),
    date !== null && xml('dc:date', {}, isoParts(date)),
    metadata.language !== '' && xml('z:language', {}, metadata.language),
    metadata.url !== '' && [
      xml('dc:identifier', {}, xml('dcterms:URI', {}, xml('rdf:value', {}, metadata.url))),
      xml('dcterms:dateSubmitted', {}, isoParts(dayPartsOf(accessedMs(document)))),
    ],
  );
}

function collections({ collections: all, memberships, documents }: ExportBundle): readonly Markup[] {
  const held = new Set(documents.map(({ uid }) => uid));
  return all.map(({ uid, name }) =>
    xml(
      'z:Collection',
      { 'rdf:about': itemId(uid) },
      xml('dc:title', {}, name),
      all
        .filter(({ parent }) => parent === uid)
        .map((child) => xml('dcterms:hasPart', { 'rdf:resource': itemId(child.uid) })),
      memberships
        .filter(({ collection, document }) => collection === uid && held.has(document))
        .map(({ document }) => xml('dcterms:hasPart', { 'rdf:resource': itemId(document) })),
    ),
  );
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const index = indexBundle(bundle);
  const items = bundle.documents.flatMap((document) => {
    const note = passagesNote(document, index, choices.language);
    const memo = xml('bib:Memo', { 'rdf:about': noteId(document.uid) }, xml('rdf:value', {}, note));
    return [item(document, index, note !== ''), ...(note === '' ? [] : [memo])];
  });
  const text = xmlFile(xml('rdf:RDF', spaces, items, collections(bundle)));
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.rdf`;
  yield { path, bytes: new TextEncoder().encode(text) };
}

export const zoteroRdfExporter: Exporter = {
  id: 'zotero-rdf',
  label: { en: 'Zotero (RDF)', fr: 'Zotero (RDF)' },
  description: {
    en: 'References with a note of their passages, tags, collections and relations, for Zotero.',
    fr: 'Des références avec une note de leurs passages, des marqueurs, des collections et des liens, pour Zotero.',
  },
  carries: {
    en: 'what references carry, collections as they are nested, related items, passages as a note',
    fr: 'ce que portent les références, les collections imbriquées, les éléments liés, les passages en note',
  },
  target: 'file',
  extension: 'rdf',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses: (bundle) => referenceLosses({ ...bundle, collections: [] }, 'in notes'),
  write,
};
