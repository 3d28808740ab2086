/** Zotero RDF: items with a note of their passages and their own notes, tags, collections and related items. */
import { defaultChoices, type ExportChoices, type ExportLanguage } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { allBlocks, countOutsideLinks, countPictures, endsInside, lossesOf } from '../count-losses';
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
import { itemId, namedBy, noteHtml, parentOf, relatedBy } from './zotero-notes';

const spaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:z': 'http://www.zotero.org/namespaces/export#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:bib': 'http://purl.org/net/biblio#',
  'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
} as const;

const passagesId = (uid: string): string => `urn:postil:passages:${uid}`;

function person(author: string): Markup {
  const name = nameOf(author);
  const parts =
    'literal' in name
      ? [xml('foaf:surname', {}, name.literal)]
      : [xml('foaf:surname', {}, name.family), xml('foaf:givenName', {}, name.given)];
  return xml('rdf:li', {}, xml('foaf:Person', {}, parts));
}

/** What the file says of its documents beside themselves. */
interface Relations {
  readonly related: ReadonlyMap<DocumentUid, ReadonlySet<DocumentUid>>;
  /** Notes by the article they hang on. */
  readonly notes: ReadonlyMap<DocumentUid, readonly DocumentUid[]>;
}

function relationsOf({ documents }: ExportBundle, index: BundleIndex): Relations {
  const related = new Map<DocumentUid, Set<DocumentUid>>();
  const notes = new Map<DocumentUid, DocumentUid[]>();
  const relate = (from: DocumentUid, to: DocumentUid): void => {
    if (from !== to) related.set(from, (related.get(from) ?? new Set()).add(to));
  };
  for (const document of documents) {
    for (const { uid } of index.annotationsOf(document.uid))
      for (const { document: other } of index.linksOf(uid)) if (other !== null) relate(document.uid, other.uid);
    if (document.type !== 'note') continue;
    const parent = parentOf(document, index);
    if (parent !== null) notes.set(parent, [...(notes.get(parent) ?? []), document.uid]);
    for (const named of namedBy(document, index)) if (named !== parent) relate(document.uid, named);
    for (const [first, ...others] of relatedBy(document, index))
      for (const other of first === undefined ? [] : others) {
        relate(first ?? other, other);
        relate(other, first ?? other);
      }
  }
  return { related, notes };
}

const relationMarkup = (uid: DocumentUid, { related }: Relations): readonly Markup[] =>
  [...(related.get(uid) ?? [])].map((other) => xml('dc:relation', { 'rdf:resource': itemId(other) }));

const subjects = ({ labels }: Document): readonly Markup[] =>
  labels.map((label) => xml('dc:subject', {}, oneLine(label)));

/** One that hangs on an article is told from others by the article alone. */
function note(document: Document, index: BundleIndex, relations: Relations, language: ExportLanguage): Markup {
  return xml(
    'bib:Memo',
    { 'rdf:about': itemId(document.uid) },
    parentOf(document, index) === null && xml('z:itemType', {}, 'note'),
    relationMarkup(document.uid, relations),
    subjects(document),
    xml('rdf:value', {}, noteHtml(document, index, language)),
  );
}

function item(document: Document, relations: Relations, hasPassages: boolean): Markup {
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
    hasPassages && xml('dcterms:isReferencedBy', { 'rdf:resource': passagesId(document.uid) }),
    relations.notes.get(document.uid)?.map((uid) => xml('dcterms:isReferencedBy', { 'rdf:resource': itemId(uid) })),
    relationMarkup(document.uid, relations),
    subjects(document),
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
  const relations = relationsOf(bundle, index);
  const items = bundle.documents.flatMap((document) => {
    if (document.type === 'note') return [note(document, index, relations, choices.language)];
    const passages = passagesNote(document, index, choices.language);
    const memo = xml('bib:Memo', { 'rdf:about': passagesId(document.uid) }, xml('rdf:value', {}, passages));
    return [item(document, relations, passages !== ''), ...(passages === '' ? [] : [memo])];
  });
  const text = xmlFile(xml('rdf:RDF', spaces, items, collections(bundle)));
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.rdf`;
  yield { path, bytes: new TextEncoder().encode(text) };
}

const quotes = ({ body }: Document): boolean => [...allBlocks(body.blocks)].some(({ type }) => type === 'passage');

function losses(bundle: ExportBundle): readonly Loss[] {
  const notes = bundle.documents.filter(({ type }) => type === 'note');
  const articles = bundle.documents.filter(({ type }) => type === 'article');
  const ofArticle = new Set(articles.map(({ uid }) => uid));
  const inside = endsInside(bundle);
  return [
    // What is marked in a note has no reference whose note could tell of it.
    ...lossesOf({ passages: bundle.annotations.filter(({ document }) => !ofArticle.has(document)).length }),
    ...referenceLosses(
      {
        ...bundle,
        documents: articles,
        annotations: bundle.annotations.filter(({ document }) => ofArticle.has(document)),
        links: [],
        collections: [],
      },
      'in notes',
    ),
    ...lossesOf({
      linksAsText: bundle.links.filter(inside).length,
      outsideLinks: countOutsideLinks(bundle),
      quotedPassages: notes.filter(quotes).length,
      pictures: countPictures({ ...bundle, documents: notes }),
    }),
  ];
}

export const zoteroRdfExporter: Exporter = {
  id: 'zotero-rdf',
  label: { en: 'Zotero (RDF)', fr: 'Zotero (RDF)' },
  description: {
    en: 'References with a note of their passages, your notes, tags, collections and relations, for Zotero.',
    fr: 'Des références avec une note de leurs passages, vos notes, des marqueurs, des collections et des liens, pour Zotero.',
  },
  carries: {
    en: 'what references carry, collections as they are nested, related items, passages as a note, notes as notes of the reference their first line names',
    fr: 'ce que portent les références, les collections imbriquées, les éléments liés, les passages en note, les notes comme notes de la référence que nomme leur première ligne',
  },
  target: 'file',
  extension: 'rdf',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses,
  write,
};
