/**
 * How a quotation names its source, the same in the clipboard and in every export:
 * author, title, site, date, place, address. Pure.
 */
import type { Document } from '../model/document';

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
export const placeWords = (paragraph: number, language: Language): string =>
  `${language === 'fr' ? '§' : 'par.'}\u00a0${paragraph}`;

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
 * @param paragraph where the quotation stands, counted from 1
 */
export function citationOf(
  quote: string,
  document: CitedDocument,
  language: Language,
  date: string,
  paragraph?: number,
): string {
  const when = [date, paragraph === undefined ? '' : placeWords(paragraph, language)]
    .filter((part) => part !== '')
    .join(', ');
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
