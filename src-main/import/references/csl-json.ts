/** CSL-JSON, as Zotero, pandoc and Postil write it: an array of items, each a reference. */
import { spokenOrder } from '@shared/text/korean-order';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { at, type JsonObject, jsonMentions, many, objectsIn, parseJson, textAt, textsIn } from '../json-value';
import { dateOfParts, documentsOf, type Reference } from './reference';

const mediaType = 'application/vnd.citationstyles.csl+json';
/** What is read of an item, and what says nothing of the document. */
const known: ReadonlySet<string> = new Set(
  'id type title author container-title publisher issued accessed URL DOI language abstract keyword custom note citation-key'.split(
    ' ',
  ),
);

export const cslImporter: Importer = {
  id: 'csl-json',
  label: { en: 'References (CSL-JSON)', fr: 'Références (CSL-JSON)' },
  extensions: ['csl.json', 'csljson'],
  mediaTypes: [mediaType],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: (bytes) =>
    jsonMentions(bytes, '"issued"', '"container-title"', '"title"', '"author"') &&
    jsonMentions(bytes, '"type"') &&
    !jsonMentions(bytes, 'Selector"'),
  read,
};

async function read(file: FileToRead): Promise<Imported> {
  const root = await parseJson(file);
  const items = Array.isArray(root) ? objectsIn(root) : objectsIn(at(root, 'items') ?? root);
  const fields = new Set(items.flatMap((item) => Object.keys(item).filter((name) => !known.has(name))));
  const notes = items.filter((item) => textAt(item, 'note') !== '').length;
  return documentsOf(file, mediaType, items.map(referenceOf), { fields, notes });
}

function referenceOf(item: JsonObject): Reference {
  const own = at(at(item, 'custom'), 'postil');
  const ownLabels = textsIn(at(own, 'labels'));
  const id = at(item, 'id');
  return {
    id: typeof id === 'string' ? id : '',
    title: textAt(item, 'title'),
    authors: objectsIn(at(item, 'author')).map(nameOf),
    site: textAt(item, 'container-title') || textAt(item, 'publisher'),
    url: textAt(item, 'URL'),
    doi: textAt(item, 'DOI'),
    date: textAt(own, 'date') || issued(at(item, 'issued')),
    language: textAt(item, 'language'),
    description: textAt(item, 'abstract'),
    labels: ownLabels.length > 0 ? ownLabels : textAt(item, 'keyword').split(/[,;]/),
  };
}

function nameOf(name: JsonObject): string {
  const literal = textAt(name, 'literal');
  if (literal !== '') return literal;
  const together = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
  const family = together(
    ...['dropping-particle', 'non-dropping-particle', 'family'].map((part) => textAt(name, part)),
  );
  return together(spokenOrder(textAt(name, 'given'), family), textAt(name, 'suffix'));
}

/** The date, of a span its beginning; doubtful where the item says so. */
function issued(date: unknown): string {
  const first = many(at(date, 'date-parts'))[0];
  const parts = many(first).filter((part) => typeof part === 'string' || typeof part === 'number');
  const certain = dateOfParts(parts);
  if (certain === '') return textAt(date, 'raw') || textAt(date, 'literal');
  const circa = at(date, 'circa');
  return circa === true || circa === 1 || circa === '1' || circa === 'true' ? `${certain}~` : certain;
}
