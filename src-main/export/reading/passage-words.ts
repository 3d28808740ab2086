/** What a passage, a link and a document say of themselves, in words, in the export's language. Pure. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import { printEdtf } from '@shared/dates/print-edtf';
import { findKind } from '@shared/kinds/kinds';
import { relations } from '@shared/kinds/relations';
import type { Annotation, Link } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import type { BundleIndex, LinkEnd } from './bundle-index';
import { readingWords } from './reading-words';

/** Longest quotation shown of the other end of a link, in code points. */
const linkQuoteLength = 80;

/** A line of what is known: its name, its words, and where they lead. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** An http, https or mailto address. */
  readonly address?: string;
}

/** The kind's name; the id of one this version does not know. */
export const kindWords = (kind: string, language: ExportLanguage): string => findKind(kind)?.label[language] ?? kind;

/** A stored moment as `2025-10-28T08:00:00Z`; empty for one no calendar has. */
export function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A text without line breaks and control characters, for places that hold one line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** The beginning of a text, at most so many code points, an ellipsis counted. */
export function shortened(text: string, codePoints: number): string {
  const points = [...text];
  return points.length <= codePoints
    ? text
    : `${points
        .slice(0, codePoints - 1)
        .join('')
        .trimEnd()}…`;
}

/** A date in words; as it stands where it is no EDTF. */
export const dateWords = (edtf: string, language: ExportLanguage): string => printEdtf(edtf, language);

/** The kind's fields that are filled in, in the kind's order; fields of other versions after them. */
export function fieldFacts({ kind: id, fields }: Annotation, language: ExportLanguage): readonly Fact[] {
  const known = findKind(id)?.fields ?? [];
  const order = new Map(known.map((field, index) => [field.id, index]));
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (order.get(a) ?? known.length) - (order.get(b) ?? known.length) || (a < b ? -1 : 1))
    .map(([fieldId, value]) => {
      const field = known.find((candidate) => candidate.id === fieldId);
      const label = field?.label[language] ?? fieldId;
      if (field?.type === 'date') return { id: fieldId, label, value: dateWords(value, language) };
      const option = field?.type === 'choice' ? field.options.find((candidate) => candidate.id === value) : undefined;
      return { id: fieldId, label, value: option?.label[language] ?? oneLine(value) };
    });
}

/** What a passage says beside its words and its comment: its page, then its kind's fields. */
export function passageFacts(annotation: Annotation, index: BundleIndex, language: ExportLanguage): readonly Fact[] {
  const pages = index.pagesOf(annotation);
  const page = pages === undefined ? [] : [{ id: 'page', label: readingWords[language].page, value: pages }];
  return [...page, ...fieldFacts(annotation, language)];
}

/** How a link reads from one end: "supports", "attributed to". */
export function relationWords({ relation }: Link, outgoing: boolean, language: ExportLanguage): string {
  const known = relations.find((candidate) => candidate.id === relation);
  return (outgoing ? known?.label : known?.inverse)?.[language] ?? relation;
}

/** What lies at the other end of a link: the passage's words and its document's title. */
export function linkTarget(end: LinkEnd, index: BundleIndex, language: ExportLanguage): string {
  const words = readingWords[language];
  if (end.annotation !== null) {
    const quote = shortened(oneLine(end.annotation.selector.exact), linkQuoteLength);
    return `${words.quoted(quote)} (${titleWords(index.titleOf(end.annotation.document), language)})`;
  }
  if (end.outgoing && 'document' in end.link.to) return titleWords(index.titleOf(end.link.to.document), language);
  return `${words.outside} (${end.outgoing && 'annotation' in end.link.to ? end.link.to.annotation : end.link.from})`;
}

/** A title on one line; a word for none. */
export const titleWords = (title: string, language: ExportLanguage): string =>
  oneLine(title) || readingWords[language].untitled;

/** What is known of a document, each on a line. */
export function documentFacts(document: Document, index: BundleIndex, language: ExportLanguage): readonly Fact[] {
  const words = readingWords[language];
  const { authors, site, url, date, language: written, description } = document.metadata;
  const original = document.originals.at(-1);
  const facts: readonly Fact[] = [
    { id: 'type', label: words.type, value: document.type === 'note' ? words.note : '' },
    { id: 'authors', label: words.authors, value: authors.map(oneLine).join(', ') },
    { id: 'site', label: words.site, value: oneLine(site) },
    { id: 'date', label: words.date, value: date === '' ? '' : dateWords(date, language) },
    { id: 'url', label: words.address, value: url, ...(url === '' ? {} : { address: url }) },
    { id: 'language', label: words.language, value: written },
    { id: 'description', label: words.description, value: oneLine(description) },
    { id: 'labels', label: words.labels, value: document.labels.map(oneLine).join(', ') },
    { id: 'collections', label: words.collections, value: index.collectionsOf(document.uid).map(oneLine).join(', ') },
    { id: 'added', label: words.added, value: isoTime(document.createdAtMs) },
    {
      id: 'original',
      label: words.original,
      value: original === undefined ? '' : `${oneLine(original.fileName)}, ${isoTime(original.capturedAtMs)}`,
    },
    { id: 'sha256', label: 'SHA-256', value: original?.sha256 ?? '' },
    { id: 'uid', label: words.id, value: document.uid },
  ];
  return facts.filter(({ value }) => value !== '');
}
