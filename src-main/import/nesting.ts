/**
 * How deep a page's elements lie inside each other, told from its source. The parser's time
 * grows with the square of the depth, so that a page made to be deep is made shallow before
 * it is parsed: its words stay, and the elements beyond are left out. Nobody writes such pages.
 */

/** Elements inside each other that are kept; the longest of real pages have some hundred. */
const deepestKept = 1_000;

/** Never lie inside themselves (the parser closes the one before), or have no end: they make nothing deep. */
const neverDeep = new Set(
  (
    'p li dt dd option optgroup tr td th thead tbody tfoot rp rt ' +
    'area base basefont br col embed frame hr img input isindex link meta param source track wbr'
  ).split(' '),
);
/** Their content is text, whatever it looks like. */
const rawTexts = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe']);
/** Leaving these out joins no words; others end a paragraph, and one takes their place. */
const insideWords = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

const tagName = /\/?([a-z][^\s/>]*)/iy;

/** Which elements are open, innermost last. */
class OpenElements {
  private readonly names: string[] = [];
  private readonly counts = new Map<string, number>();

  get depth(): number {
    return this.names.length;
  }
  open(name: string): void {
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
  /** Closes an element and all inside it; an end without a beginning does nothing. */
  close(name: string): void {
    if ((this.counts.get(name) ?? 0) === 0) return;
    for (let last = this.names.pop(); last !== undefined; last = this.names.pop()) {
      this.counts.set(last, (this.counts.get(last) ?? 1) - 1);
      if (last === name) return;
    }
  }
}

/** The end of what begins at `start` and is no markup inside: a comment, or text of a raw element; -1 when it has none. */
function endOfRaw(html: string, start: number, name: string): number {
  if (name === '!--') return html.indexOf('-->', start);
  const end = new RegExp(`</${name}\\b`, 'gi');
  end.lastIndex = start;
  return end.exec(html)?.index ?? -1;
}

/**
 * A page without the elements that lie deeper than {@link deepestKept}; the very string when there are none.
 * Takes time in proportion to its length, whatever it holds.
 */
export function madeShallow(html: string): string {
  const open = new OpenElements();
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const isComment = html.startsWith('!--', at + 1);
    tagName.lastIndex = at + 1;
    const name = isComment ? '!--' : tagName.exec(html)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    const isEnd = html[at + 1] === '/';
    if (isComment || (rawTexts.has(name) && !isEnd)) {
      const end = endOfRaw(html, at + 1, name);
      if (end === -1) break;
      at = end;
      continue;
    }
    if (neverDeep.has(name)) continue;
    const isBeyond = open.depth > deepestKept || (open.depth === deepestKept && !isEnd);
    if (isEnd) open.close(name);
    else open.open(name);
    const end = html.indexOf('>', at);
    if (!isBeyond || end === -1) continue;
    kept.push(html.slice(from, at), insideWords.has(name) ? '' : '<p>');
    from = end + 1;
    at = end;
  }
  return kept.length === 0 ? html : `${kept.join('')}${html.slice(from)}`;
}
