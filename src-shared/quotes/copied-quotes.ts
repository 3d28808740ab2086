/**
 * Quotations with where they come from, as they are taken elsewhere: Markdown, rich text (HTML) or plain.
 * Pure; what a citation consists of and in which order is decided in citation.ts.
 */
import type { Document } from '../model/document';
import { type CitedPlace, citationOf, placeWords, sourceOf } from './citation';

/** What a copy may be; the order they are offered in. */
export const copyForms = ['markdown', 'rich', 'plain'] as const;
export type CopyForm = (typeof copyForms)[number];

export interface CopiedQuote {
  readonly quote: string;
  readonly document: Pick<Document, 'title' | 'metadata'>;
  /** The document's date in words, empty when unknown. */
  readonly date: string;
  readonly place: CitedPlace;
}

/** What goes on the clipboard; programs that take no HTML take the text. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

type Language = 'en' | 'fr';

/** Author, title, site, date and place; the address apart, for it becomes a link. */
const sourceWithoutAddress = ({ document, date, place }: CopiedQuote, language: Language): string =>
  sourceOf(
    { ...document, metadata: { ...document.metadata, url: '' } },
    language,
    [date, placeWords(place, language)].filter((part) => part !== '').join(', '),
  );

const linesOf = (quote: string): readonly string[] =>
  quote
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const plainOf = ({ quote, document, date, place }: CopiedQuote, language: Language): string =>
  citationOf(quote, document, language, date, place);

const markdownMarks = /[\\`*_[\]<>#|~]/g;
/** What would begin a list, a rule or a heading at the beginning of a line. */
const lineStart = /^(\d+)([.)])|^([-+=])/;
const inMarkdown = (text: string): string =>
  text
    .replace(markdownMarks, '\\$&')
    .replace(lineStart, (_, number?: string, after?: string, sign?: string) =>
      number === undefined ? `\\${sign}` : `${number}\\${after}`,
    );

function markdownOf(copied: CopiedQuote, language: Language): string {
  const { url } = copied.document.metadata;
  const source = inMarkdown(sourceWithoutAddress(copied, language));
  const from = [source, url === '' ? '' : `<${url}>`].filter((part) => part !== '').join(', ');
  const quote = linesOf(copied.quote).map((line) => `> ${inMarkdown(line)}`);
  return [...quote.flatMap((line) => [line, '>']), ...(from === '' ? [] : [`> — ${from}`])]
    .join('\n')
    .replace(/\n>$/, '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const inHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Only an address of the web becomes a link. */
const addressInHtml = (url: string): string =>
  /^https?:/i.test(url) ? `<a href="${inHtml(url)}">${inHtml(url)}</a>` : inHtml(url);

function htmlOf(copied: CopiedQuote, language: Language): string {
  const { url, language: lang } = copied.document.metadata;
  const source = inHtml(sourceWithoutAddress(copied, language));
  const from = [source, url === '' ? '' : addressInHtml(url)].filter((part) => part !== '').join(', ');
  const quote = linesOf(copied.quote).map((line) => `<p>${inHtml(line)}</p>`);
  const of = lang === '' ? '' : ` lang="${inHtml(lang)}"`;
  return `<blockquote${of}>${quote.join('')}</blockquote>${from === '' ? '' : `<p>— ${from}</p>`}`;
}

/** Several quotations one after the other, each with its own citation. */
export function copiedAs(form: CopyForm, quotes: readonly CopiedQuote[], language: Language): Copied {
  const each = (one: (quote: CopiedQuote, in_: Language) => string): readonly string[] =>
    quotes.map((quote) => one(quote, language));
  switch (form) {
    case 'markdown':
      // Two quotations in a row would be one without something between them.
      return { text: each(markdownOf).join('\n\n<!-- -->\n\n') };
    case 'plain':
      return { text: each(plainOf).join('\n\n') };
    case 'rich':
      return { text: each(plainOf).join('\n\n'), html: each(htmlOf).join('\n') };
  }
}
