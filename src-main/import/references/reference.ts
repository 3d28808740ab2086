/**
 * A reference as lists of references have it, and the document without words it becomes: title
 * and facts, to be filled when the page of its address arrives. Pure.
 */
import { isEdtf } from '@shared/dates/edtf';
import type { ImportedDocument } from '@shared/model/document';
import { documentUid, isUid } from '@shared/model/ids';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import { spokenOrder } from '@shared/text/korean-order';
import { primaryLanguage } from '../detect-language';
import { toEdtf } from '../edtf-date';
import { safeLink } from '../html-elements';
import type { FileToRead, Imported } from '../importer';
import { brokenFile } from '../refusal';
import { tidyLine } from '../title';

export interface Reference {
  /** The entry's id; kept where it is one of ours. */
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly site: string;
  readonly url: string;
  readonly doi: string;
  /** EDTF, or as people write dates. */
  readonly date: string;
  readonly language: string;
  readonly description: string;
  readonly labels: readonly string[];
}

/** What a list held beside its references. */
export interface Beside {
  /** Names of fields that have no place in a document. */
  readonly fields: ReadonlySet<string>;
  readonly notes: number;
  /** Names of entries with a value that is never closed. */
  readonly unclosed?: readonly string[];
}

/** References read of one file. */
const mostReferences = 50_000;
const mostAuthors = 200;
const mostLabels = 200;
/** Field names repeated in a loss. */
const mostNamed = 8;

/** The documents of a list. @throws Failure `import/broken` when there is none, or too many */
export function documentsOf(
  file: FileToRead,
  mediaType: string,
  references: readonly Reference[],
  beside: Beside,
): Extract<Imported, { holds: 'documents' }> {
  if (references.length > mostReferences) throw brokenFile(file.name, `it has more than ${mostReferences} references`);
  const read = references.flatMap((reference) => documentOf(reference, mediaType) ?? []);
  const [first, ...others] = read;
  if (first === undefined) throw brokenFile(file.name, 'it holds no reference with a title or an address');
  const losses = lossesOf(references.length - read.length, beside);
  return { holds: 'documents', documents: [{ ...first, losses }, ...others] };
}

function lossesOf(unread: number, { fields, notes, unclosed = [] }: Beside): readonly ImportLoss[] {
  return [
    ...countedLosses([
      ['unreadReferences', unread],
      ['referenceNotes', notes],
    ]),
    ...namedLoss('unclosedEntries', unclosed),
    ...namedLoss('referenceFields', [...fields].sort()),
  ];
}

/** A loss that names what it is of, the first few of them. */
function namedLoss(what: 'unclosedEntries' | 'referenceFields', names: readonly string[]): readonly ImportLoss[] {
  if (names.length === 0) return [];
  const more = names.length > mostNamed ? ' …' : '';
  const detail = names.slice(0, mostNamed).map((name) => tidyLine(name, 40));
  return [{ what, count: names.length, detail: `${detail.join(', ')}${more}` }];
}

function documentOf(reference: Reference, mediaType: string): ImportedDocument | null {
  const url = addressOf(reference);
  const title = tidyLine(reference.title) || url;
  if (title === '') return null;
  const uid = reference.id.replace(/^urn:uuid:/i, '').toLowerCase();
  const some = (texts: readonly string[], most: number): readonly string[] =>
    [...new Set(texts.map((text) => tidyLine(text, 500)).filter((text) => text !== ''))].slice(0, most);
  return {
    ...(isUid(uid) ? { uid: documentUid(uid) } : {}),
    type: 'article',
    title,
    metadata: {
      authors: some(reference.authors, mostAuthors),
      site: tidyLine(reference.site, 300),
      url,
      date: edtfOf(reference.date),
      language: primaryLanguage(reference.language),
      description: tidyLine(reference.description, 5_000),
    },
    body: { version: 1, blocks: [{ type: 'paragraph', inlines: [] }] },
    labels: some(reference.labels, mostLabels),
    mediaType,
    losses: [],
  };
}

function addressOf({ url, doi }: Reference): string {
  const address = safeLink(url, '') ?? '';
  if (/^https?:/i.test(address)) return address;
  const bare = doi.trim().replace(/^(doi:|https?:\/\/(dx\.)?doi\.org\/)\s*/i, '');
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? (safeLink(`https://doi.org/${bare}`, '') ?? '') : '';
}

/** EDTF as it stands, with its marks of doubt; else read as dates are written. */
const edtfOf = (date: string): string => (isEdtf(date.trim()) ? date.trim() : toEdtf(date));

/** "Martin, Anne" as people say it. */
export function spokenName(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [family = '', second = '', third] = parts;
  if (parts.length > 3 || second === '') return name.trim();
  return third === undefined ? spokenOrder(second, family) : `${third} ${family}, ${second}`;
}

/** Year, month and day as far as they are numbers: "2024", "2024-06", "2024-06-19"; empty without a year. */
export function dateOfParts(parts: readonly (string | number)[]): string {
  const [year, month, day] = parts.map((part) => (/^\s*-?\d{1,4}\s*$/.test(String(part)) ? Number(part) : Number.NaN));
  if (year === undefined || Number.isNaN(year) || year < 0) return '';
  const whole = [String(year).padStart(4, '0')];
  for (const part of [month, day]) {
    if (part === undefined || !(part >= 1 && part <= 31)) break;
    whole.push(String(part).padStart(2, '0'));
  }
  const date = whole.join('-');
  return isEdtf(date) ? date : (whole[0] ?? '');
}
