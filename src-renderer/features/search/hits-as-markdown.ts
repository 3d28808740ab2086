/** A list of hits as Markdown, each with where it comes from. Pure. */
import type { SearchHit } from '@shared/contract/search-shapes';
import { isKindId } from '@shared/kinds/kinds';

/** Words of the language the list is written in. */
export interface ListWords {
  readonly title: string;
  readonly untitled: string;
  /** A date in words. */
  readonly date: (edtf: string) => string;
  /** A kind of passage in words. */
  readonly kind: (id: string) => string;
}

/** What Markdown would take for its own signs. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\`*_[\]<>#])/g, '\\$1');

/** The snippet with what was found in bold. */
function snippetOf({ snippet, marks }: SearchHit): string {
  let at = 0;
  let written = '';
  for (const { start, end } of marks) {
    written += `${snippet.slice(at, start).replace(/([\\`*_[\]<>#])/g, '\\$1')}**${escaped(snippet.slice(start, end))}**`;
    at = end;
  }
  return (written + snippet.slice(at).replace(/([\\`*_[\]<>#])/g, '\\$1')).replace(/\s+/g, ' ').trim();
}

/** One item a hit: authors, title, publication, date, address, then the words around the hit as a quotation. */
export function hitsAsMarkdown(hits: readonly SearchHit[], words: ListWords): string {
  const items = hits.map((hit) => {
    const title = hit.title === '' ? words.untitled : hit.title;
    const source = [hit.site, hit.date === '' ? '' : words.date(hit.date)].map(escaped);
    const address = /^https?:\/\/[^\s<>]+$/.test(hit.url) ? `<${hit.url}>` : escaped(hit.url);
    const kind = isKindId(hit.kind) ? `${escaped(words.kind(hit.kind))}: ` : '';
    const head = [...hit.authors.map(escaped), `*${escaped(title)}*`, ...source, address]
      .filter((part) => part !== '')
      .join(', ');
    const quote = snippetOf(hit);
    return quote === '' ? `- ${head}` : `- ${head}\n\n  > ${kind}${quote}`;
  });
  return `# ${escaped(words.title)}\n\n${items.join('\n\n')}\n`;
}
