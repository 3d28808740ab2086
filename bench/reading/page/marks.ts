/** Plain DOM with a `<mark>` around each piece that passages cover; made in one go as HTML. */
import type { BenchArticle, BenchPassage } from '../article';
import { type Contestant, selectedRange, textColumn } from './contestant';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Pieces between borders, each in one mark that names all kinds over it. */
function paragraphHtml(text: string, passages: readonly BenchPassage[]): string {
  const borders = [...new Set([0, text.length, ...passages.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  let html = '';
  for (const [index, from] of borders.entries()) {
    const to = borders[index + 1];
    if (to === undefined) break;
    const kinds = passages.filter(({ start, end }) => start <= from && to <= end).map(({ kind }) => kind);
    const piece = escaped(text.slice(from, to));
    html += kinds.length === 0 ? piece : `<mark class="${kinds.join(' ')}">${piece}</mark>`;
  }
  return `<p>${html}</p>`;
}

function passagesByParagraph(article: BenchArticle): ReadonlyMap<number, readonly BenchPassage[]> {
  const found = new Map<number, BenchPassage[]>();
  for (const passage of article.passages) {
    const others = found.get(passage.paragraph);
    if (others === undefined) found.set(passage.paragraph, [passage]);
    else others.push(passage);
  }
  return found;
}

/** Wraps each text of a range that lies in one paragraph. */
function wrap(range: Range): void {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const texts: Text[] = range.commonAncestorContainer instanceof Text ? [range.commonAncestorContainer] : [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && range.intersectsNode(node)) texts.push(node);
  for (const text of texts) {
    const piece = document.createRange();
    piece.selectNodeContents(text);
    if (text === range.startContainer) piece.setStart(text, range.startOffset);
    if (text === range.endContainer) piece.setEnd(text, range.endOffset);
    const mark = document.createElement('mark');
    mark.className = 'claim';
    piece.surroundContents(mark);
  }
}

export const marks: Contestant = (pane, article) => {
  const byParagraph = passagesByParagraph(article);
  const column = textColumn(pane);
  column.innerHTML = article.paragraphs
    .map((text, index) => paragraphHtml(text, byParagraph.get(index) ?? []))
    .join('');
  return { add: () => wrap(selectedRange()) };
};
