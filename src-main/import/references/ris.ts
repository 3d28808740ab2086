/** RIS, as reference managers and libraries write it: a line a field, told by two signs. */
import { decodeText, headOf } from '../decode-text';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { dateOfParts, documentsOf, type Reference, spokenName } from './reference';

const mediaType = 'application/x-research-info-systems';

export const risImporter: Importer = {
  id: 'ris',
  label: { en: 'References (RIS)', fr: 'Références (RIS)' },
  extensions: ['ris'],
  mediaTypes: [mediaType],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: (bytes) => /^(\u00ef\u00bb\u00bf)?\s*TY {1,2}- /.test(headOf(bytes, 512)),
  read,
};

type Entry = ReadonlyMap<string, readonly string[]>;

/** The tags of a value, the one that counts most first. */
const tags = {
  title: ['TI', 'T1', 'CT'],
  authors: ['AU', 'A1'],
  site: ['T2', 'JO', 'JF', 'JA', 'BT', 'PB'],
  url: ['UR', 'L2'],
  doi: ['DO'],
  date: ['DA', 'Y1', 'PY'],
  language: ['LA'],
  description: ['AB', 'N2'],
  labels: ['KW'],
  id: ['ID'],
} as const;
/** Read, or nothing that is said of the document. */
const known: ReadonlySet<string> = new Set([...Object.values(tags).flat(), 'TY', 'ER', 'N1', 'Y2', 'DB', 'DP']);

async function read(file: FileToRead): Promise<Imported> {
  const entries = entriesIn((await decodeText(file.bytes)).text);
  const fields = new Set(entries.flatMap((entry) => [...entry.keys()].filter((tag) => !known.has(tag))));
  const notes = entries.reduce((sum, entry) => sum + (entry.get('N1')?.length ?? 0), 0);
  return documentsOf(file, mediaType, entries.map(referenceOf), { fields, notes });
}

function entriesIn(text: string): readonly Entry[] {
  const entries: Map<string, string[]>[] = [];
  let entry: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const field = /^\s*([A-Z][A-Z0-9]) {0,2}- ?(.*)$/.exec(line);
    if (field === null) {
      // A long value goes on in the next line.
      if (last !== null && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const [, tag = '', value = ''] = field;
    if (tag === 'TY' || tag === 'ER') entry = tag === 'TY' ? new Map() : null;
    if (tag === 'TY' && entry !== null) entries.push(entry);
    last = entry === null ? null : (entry.get(tag) ?? []);
    if (entry === null || last === null) continue;
    last.push(value.trim());
    entry.set(tag, last);
  }
  return entries;
}

function referenceOf(entry: Entry): Reference {
  const all = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => entry.get(name) ?? []).filter((value) => value !== '');
  const first = (names: readonly string[]): string => all(names)[0] ?? '';
  return {
    id: first(tags.id),
    title: first(tags.title),
    authors: all(tags.authors).map(spokenName),
    site: first(tags.site),
    url: first(tags.url),
    doi: first(tags.doi),
    date:
      all(tags.date)
        .map(dateOf)
        .find((date) => date !== '') ?? '',
    language: first(tags.language),
    description: first(tags.description),
    labels: all(tags.labels),
  };
}

/** `YYYY/MM/DD/other`, each but the first perhaps empty; or a date as it is written. */
function dateOf(value: string): string {
  const parts = value.split('/');
  return /^\d{1,4}$/.test(parts[0]?.trim() ?? '') ? dateOfParts(parts.slice(0, 3)) : value;
}
