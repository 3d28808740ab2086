/**
 * Zotero RDF: each item a reference with its tags, its notes as notes that name it, collections as they are
 * nested, related items listed in a note. Attached files are only named in the list, and counted.
 */
import type { ImportedDocument } from '@shared/model/document';
import { documentUid } from '@shared/model/ids';
import { countedLosses } from '@shared/outcome/import-loss-words';
import { spokenOrder } from '@shared/text/korean-order';
import { headOf } from '../decode-text';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { brokenFile, throwIfCancelled } from '../refusal';
import { titleFromFileName } from '../title';
import { uuidIn, uuidOfWords } from '../uuid-of-words';
import { childOf, childrenOf, descendantsOf, parseXml, textContent, type XmlElement } from '../xml';
import { documentsOf, type Reference } from './reference';
import { collectionsOf } from './zotero-collections';
import { aboutOf, resourcesOf, said, tagsOf } from './zotero-elements';
import { type Named, noteOf, type Pair, relatedNote } from './zotero-notes';

const mediaType = 'application/rdf+xml';

export const zoteroRdfImporter: Importer = {
  id: 'zotero-rdf',
  label: { en: 'Zotero (RDF)', fr: 'Zotero (RDF)' },
  extensions: ['rdf'],
  mediaTypes: [mediaType],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: (bytes) => headOf(bytes, 2_048).includes('http://www.zotero.org/namespaces/export#'),
  read,
};

async function read(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const root = await parseXml(file.bytes, (reason) => brokenFile(file.name, reason));
  if (root.name !== 'rdf:RDF') throw brokenFile(file.name, 'it is no RDF as Zotero writes it');
  const elements = childrenOf(root);
  const items = elements.filter(isItem);
  const memos = elements.filter(isNote);
  const listed = referencesIn(items, memos.length, file);
  const place = new Map(listed.map(({ uid }, index) => [uid ?? '', index]));
  const places = new Map<string, number>();
  const named = new Map<string, Named>();
  for (const item of items) {
    const index = place.get(documentUid(uidOf(item)));
    const found = listed[index ?? -1];
    if (index === undefined || found?.uid === undefined) continue;
    places.set(aboutOf(item), index);
    named.set(aboutOf(item), { uid: found.uid, title: found.title });
  }
  const notes: ImportedDocument[] = [];
  const parents = parentsOf(items, named);
  for (const memo of memos) {
    throwIfCancelled(file.name, signal);
    const note = await noteOf(memo, mediaType, parents.get(aboutOf(memo)) ?? null, named);
    if (note === null) continue;
    places.set(aboutOf(memo), listed.length + notes.length);
    notes.push(note);
  }
  const related = relatedNote(pairsOf(items, named), notes, titleFromFileName(file.name), mediaType);
  const [first, ...others] = [...listed, ...notes, ...(related === null ? [] : [related])];
  if (first === undefined) throw brokenFile(file.name, 'it holds no reference and no note');
  const losses = [...first.losses, ...countedLosses([['attachedFiles', elements.filter(isAttachment).length]])];
  return {
    holds: 'documents',
    documents: [{ ...first, losses }, ...others],
    connections: { links: [], ...collectionsOf(root, places) },
  };
}

const isNote = (element: XmlElement): boolean => element.name === 'bib:Memo' || said(element, 'z:itemType') === 'note';
const isAttachment = (element: XmlElement): boolean =>
  element.name === 'z:Attachment' || said(element, 'z:itemType') === 'attachment';
const isItem = (element: XmlElement): boolean =>
  said(element, 'z:itemType') !== '' && !isNote(element) && !isAttachment(element);

/** A list of notes alone is one too. */
function referencesIn(items: readonly XmlElement[], notes: number, file: FileToRead): readonly ImportedDocument[] {
  if (items.length === 0 && notes > 0) return [];
  return documentsOf(file, mediaType, items.map(referenceOf), { fields: new Set(), notes: 0 }).documents;
}

/** The reference each note hangs on. */
const parentsOf = (items: readonly XmlElement[], named: ReadonlyMap<string, Named>): ReadonlyMap<string, Named> =>
  new Map(
    items.flatMap((item) => {
      const parent = named.get(aboutOf(item));
      return parent === undefined
        ? []
        : resourcesOf(item, 'dcterms:isReferencedBy').map((memo) => [memo, parent] as const);
    }),
  );

/** Related references, each pair once. */
function pairsOf(items: readonly XmlElement[], named: ReadonlyMap<string, Named>): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const item of items) {
    const one = named.get(aboutOf(item));
    for (const about of resourcesOf(item, 'dc:relation')) {
      const other = named.get(about);
      if (one === undefined || other === undefined || one.uid === other.uid) continue;
      const key = [one.uid, other.uid].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, [one, other]);
    }
  }
  return [...pairs.values()];
}

/** Its own id, or one made of what it says of itself: Zotero numbers items anew in each file. */
const uidOf = (item: XmlElement): string =>
  uuidIn(aboutOf(item)) || uuidOfWords(['zotero item', aboutOf(item), said(item, 'dc:title'), said(item, 'dc:date')]);

function referenceOf(item: XmlElement): Reference {
  const about = aboutOf(item);
  const identifiers = childrenOf(item, 'dc:identifier');
  const partOf = childOf(item, 'dcterms:isPartOf');
  const address = identifiers.map((each) => said(each, 'dcterms:URI', 'rdf:value')).find((url) => url !== '');
  return {
    id: uidOf(item),
    title: said(item, 'dc:title'),
    authors: childrenOf(childOf(item, 'bib:authors')).flatMap((list) => descendantsOf(list, 'foaf:Person').map(nameOf)),
    site: said(childrenOf(partOf)[0], 'dc:title') || said(item, 'dc:publisher', 'foaf:Organization', 'foaf:name'),
    url: address ?? (/^https?:/i.test(about) ? about : ''),
    doi:
      identifiers
        .map(textContent)
        .find((text) => /^\s*DOI\s/.test(text))
        ?.replace(/^\s*DOI\s+/, '') ?? '',
    date: said(item, 'dc:date'),
    language: said(item, 'z:language'),
    description: said(item, 'dcterms:abstract'),
    labels: tagsOf(item),
  };
}

const nameOf = (person: XmlElement): string =>
  spokenOrder(said(person, 'foaf:givenName'), said(person, 'foaf:surname'));
