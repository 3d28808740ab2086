/**
 * How a quotation names its source, the same in the clipboard and in every export:
 * author, title, site, date, place, address. Pure.
 */
import type { Document } from '../model/document';
import { type PageStart, pageStarts, pagesOfRange } from '../text/pages';

type Language = 'en' | 'fr';
/** What is said of a source. */
export type CitedDocument = Pick<Document, 'title' | 'metadata'>;

/** Outer marks as each language sets them; French ones stand apart by a narrow space that does not break. */
const outerMarks = { en: ['“', '”'], fr: ['«\u202f', '\u202f»'] } as const;
/** Marks of the outer shape inside a quotation, and what they become there. */
const innerMarks = {
  en: [
    [/[“"]([^“”"]*)[”"]/g, '‘$1’'],
    [/«\s*([^«»]*?)\s*»/g, '‘$1’'],
  ],
  fr: [
    [/«\s*([^«»]*?)\s*»/g, '“$1”'],
    [/"([^"]*)"/g, '“$1”'],
  ],
} as const;

/** Text between the quotation marks of a language; quotations inside it get the inner marks. */
export function quoted(text: string, language: Language): string {
  const [open, close] = outerMarks[language];
  const inner = innerMarks[language].reduce((now, [marks, instead]) => now.replace(marks, instead), text.trim());
  return `${open}${inner}${close}`;
}

/** A place in a text: "par. 4", "§ 4". */
const paragraphWords = (paragraph: number, language: Language): string =>
  `${language === 'fr' ? '§' : 'par.'}\u00a0${paragraph}`;

/** The page or pages a quotation stands on: "p. 12", "pp. 12–13". */
export const pageWords = (pages: string, language: Language): string =>
  `${pages.includes('–') && language === 'en' ? 'pp.' : 'p.'}\u00a0${pages}`;

/** Where a quotation stands in its source: by its page where it has pages, else by its paragraph. */
export interface CitedPlace {
  /** Counted from 1. */
  readonly paragraph?: number | undefined;
  /** "12", or "12–13". */
  readonly pages?: string | undefined;
}

/** A place in words, empty when nothing is known. */
export function placeWords({ paragraph, pages }: CitedPlace, language: Language): string {
  if (pages !== undefined) return pageWords(pages, language);
  return paragraph === undefined ? '' : paragraphWords(paragraph, language);
}

/** `Author, “Title”, Site, date, address`; what is unknown is left out. Empty when nothing is known. */
export function sourceOf({ title, metadata }: CitedDocument, language: Language, date: string): string {
  const { authors, site, url } = metadata;
  return [authors.join(', '), title === '' ? '' : quoted(title, language), site, date, url]
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * `“Quotation” (Author, “Title”, Site, date, par. 4, address)`; what is unknown is left out.
 *
 * @param date the document's date in words
 * @param place where the quotation stands
 */
export function citationOf(
  quote: string,
  document: CitedDocument,
  language: Language,
  date: string,
  place: CitedPlace = {},
): string {
  const when = [date, placeWords(place, language)].filter((part) => part !== '').join(', ');
  const source = sourceOf(document, language, when);
  return source === '' ? quoted(quote, language) : `${quoted(quote, language)} (${source})`;
}

/** The number of the paragraph an offset stands in, from 1; empty lines don't count. */
export function paragraphAt(text: string, offset: number): number {
  return (
    text
      .slice(0, offset)
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.trim() !== '').length + 1
  );
}

/**
 * Where a passage stands in its document; `range` in UTF-16 code units of the text.
 *
 * @param pages of the body, where they are known already
 */
export const citedPlaceOf = (
  { body, text }: Pick<Document, 'body' | 'text'>,
  { start, end }: { readonly start: number; readonly end: number },
  pages: readonly PageStart[] = pageStarts(body),
): CitedPlace => ({ paragraph: paragraphAt(text, start), pages: pagesOfRange(pages, start, end) });
