/** What each contestant's page can do. Also the pieces that those over plain DOM share. */
import type { BenchArticle, BenchPassage } from '../article';

export interface OpenArticle {
  /** Marks what is selected, the way this contestant does it. */
  readonly add: () => void;
}

/** Shows an article in an empty element. */
export type Contestant = (pane: HTMLElement, article: BenchArticle) => OpenArticle | Promise<OpenArticle>;

/** A text column that can be typed in. */
export function textColumn(pane: HTMLElement): HTMLElement {
  const column = document.createElement('div');
  column.className = 'text';
  column.contentEditable = 'true';
  column.spellcheck = false;
  pane.append(column);
  return column;
}

/** The article's paragraphs as plain elements, each with one text. */
export function plainParagraphs(article: BenchArticle): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const text of article.paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    fragment.append(paragraph);
  }
  return fragment;
}

/** The DOM range of a passage in plain paragraphs. @throws Error when there is no such paragraph. */
export function rangeOf(column: HTMLElement, { paragraph, start, end }: BenchPassage): Range {
  const text = column.children[paragraph]?.firstChild;
  if (!text) throw new Error(`there is no paragraph ${paragraph}`);
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

/** The range selected now. @throws Error when there is none. */
export function selectedRange(): Range {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) throw new Error('nothing is selected');
  return selection.getRangeAt(0).cloneRange();
}
