/** BibTeX and biblatex: each entry a reference; dates as they are kept, EDTF and its `~` too. */
import { decodeText } from '../decode-text';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { type Entry, readEntries } from './bibtex-reader';
import { dateOfParts, documentsOf, type Reference, spokenName } from './reference';
import { splitOutside, texToText } from './tex-text';

const mediaType = 'application/x-bibtex';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const siteFields = [
  'journaltitle',
  'journal',
  'newspaper',
  'booktitle',
  'maintitle',
  'publisher',
  'organization',
  'institution',
];
/** Read, or nothing that is said of the document. */
const known: ReadonlySet<string> = new Set([
  ...siteFields,
  ...'title subtitle author date year month url doi langid language abstract keywords urldate howpublished note annote annotation file timestamp'.split(
    ' ',
  ),
]);

export const bibtexImporter: Importer = {
  id: 'bibtex',
  label: { en: 'References (BibTeX)', fr: 'Références (BibTeX)' },
  extensions: ['bib', 'bibtex'],
  mediaTypes: [mediaType],
  content: 'text',
  maxBytes: maxTextBytes,
  read,
};

async function read(file: FileToRead): Promise<Imported> {
  const entries = readEntries((await decodeText(file.bytes)).text);
  const fields = new Set(entries.flatMap((entry) => [...entry.fields.keys()].filter((name) => !known.has(name))));
  const notes = entries.filter((entry) => ['note', 'annote', 'annotation'].some((name) => entry.fields.has(name)));
  const unclosed = entries.filter(({ isUnclosed }) => isUnclosed).map(({ key, type }) => key || type);
  return documentsOf(file, mediaType, entries.map(referenceOf), { fields, notes: notes.length, unclosed });
}

function referenceOf({ key, fields }: Entry): Reference {
  const raw = (name: string): string => fields.get(name)?.trim() ?? '';
  const text = (name: string): string => texToText(raw(name)).trim();
  const title = [text('title'), text('subtitle')].filter((part) => part !== '').join(': ');
  return {
    id: key,
    title,
    authors: splitOutside(raw('author'), /\s+and\s+/iy).map(authorOf),
    site: siteFields.map(text).find((site) => site !== '') ?? '',
    url: addressOf(raw('url') || raw('howpublished')),
    doi: raw('doi'),
    date: raw('date') === '' ? dateOfYear(raw('year'), raw('month')) : raw('date'),
    language: text('langid') || text('language'),
    description: text('abstract'),
    labels: splitOutside(raw('keywords'), /[,;]/y).map(texToText),
  };
}

/** Verbatim, but for what those who escape it all the same write; also `\\url{…}`. */
const addressOf = (value: string): string =>
  value
    .replace(/^\\url\s*(?=\{)/, '')
    .replace(/\\([#$%&_~^])/g, '$1')
    .replace(/[{}\s]/g, '');

/** A name in braces is an organisation's, and is not turned. */
function authorOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed.toLowerCase() === 'others') return '';
  const parts = splitOutside(trimmed, /,/y);
  return parts.length === 1 ? texToText(trimmed) : spokenName(parts.map(texToText).join(','));
}

function dateOfYear(year: string, month: string): string {
  const number = months.findIndex((name) => month.toLowerCase().startsWith(name)) + 1 || month;
  return dateOfParts([year, number]) || year;
}
