/** Zotero RDF: each item a reference with its tags. Notes, files and collections stay out, and notes are counted. */
import { headOf } from '../decode-text';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { brokenFile } from '../refusal';
import { childOf, childrenOf, descendantsOf, parseXml, textContent, type XmlElement } from '../xml';
import { documentsOf, type Reference } from './reference';

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

async function read(file: FileToRead): Promise<Imported> {
  const root = await parseXml(file.bytes, (reason) => brokenFile(file.name, reason));
  if (root.name !== 'rdf:RDF') throw brokenFile(file.name, 'it is no RDF as Zotero writes it');
  const elements = childrenOf(root);
  const items = elements.filter((element) => {
    const type = said(element, 'z:itemType');
    return type !== '' && type !== 'attachment' && type !== 'note';
  });
  const notes = elements.filter(({ name }) => name === 'bib:Memo').length;
  return documentsOf(file, mediaType, items.map(referenceOf), { fields: new Set(), notes });
}

const said = (element: XmlElement | undefined, ...path: readonly string[]): string =>
  textContent(childOf(element, ...path)).trim();

function referenceOf(item: XmlElement): Reference {
  const about = Object.hasOwn(item.attributes, 'rdf:about') ? (item.attributes['rdf:about'] ?? '') : '';
  const identifiers = childrenOf(item, 'dc:identifier');
  const partOf = childOf(item, 'dcterms:isPartOf');
  const address = identifiers.map((each) => said(each, 'dcterms:URI', 'rdf:value')).find((url) => url !== '');
  return {
    id: about,
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
    labels: childrenOf(item, 'dc:subject').map(
      (subject) => said(subject, 'z:AutomaticTag', 'rdf:value') || textContent(subject),
    ),
  };
}

const nameOf = (person: XmlElement): string =>
  [said(person, 'foaf:givenName'), said(person, 'foaf:surname')].filter((part) => part !== '').join(' ');
