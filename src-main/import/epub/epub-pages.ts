/**
 * The pages of the printed book an e-book was made from: where its text says one begins, and
 * what the book's list of pages (EPUB 3's, or the older NCX's) says of places in its parts.
 */
import { longestPageLabel } from '@shared/model/block';
import { decodePercent } from '../decode-percent';
import { type DomDocument, type DomElement, isElement } from '../dom';
import type { MarkOf } from '../html-blocks';
import { passageStart } from '../passage-marks';
import { tidyLine } from '../title';
import { childOf, childrenOf, textContent, type XmlElement } from '../xml';

/** Numbers of pages by the id of the element each begins with, by part; an empty id is the part's beginning. */
export type ListedPages = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Gives each page found a mark in the text, and remembers its number. */
export class PageMarks {
  readonly #labels = new Map<number, string>();

  /** Numbers of the pages by their marks. */
  get labels(): ReadonlyMap<number, string> {
    return this.#labels;
  }

  /** What marks the pages of a part. */
  in(listed: ReadonlyMap<string, string> = new Map()): MarkOf {
    return (element) => {
      const isBreak = says(element, 'pagebreak') || element.getAttribute('role') === 'doc-pagebreak';
      const id = element.localName === 'body' ? '' : element.getAttribute('id');
      const label = (id === null ? undefined : listed.get(id)) ?? (isBreak ? ownLabel(element) : undefined);
      if (label === undefined) return null;
      const number = this.#labels.size;
      this.#labels.set(number, label);
      return { mark: passageStart(number), isSign: isBreak && isOnlyLabel(element, label) };
    };
  }
}

/** Whether an element is of a kind that e-books know. */
const says = (element: DomElement, type: string): boolean =>
  (element.getAttribute('epub:type') ?? '').split(/\s+/).includes(type);

/** A page's number as the break says it; undefined when it says none. */
const ownLabel = (element: DomElement): string | undefined =>
  [element.getAttribute('title'), element.getAttribute('aria-label'), element.textContent]
    .map((words) => labelIn(words ?? ''))
    .find((label) => label !== undefined);

function labelIn(words: string): string | undefined {
  const label = tidyLine(words)
    .replace(/^(?:page|p\.)\s+/i, '')
    .replace(/\.$/, '');
  return label === '' || label.length > longestPageLabel ? undefined : label;
}

/** A break that shows its number has no other words; one that was never closed holds the rest of its part. */
const isOnlyLabel = (element: DomElement, label: string): boolean => {
  const words = tidyLine(element.textContent ?? '');
  return words !== '' && labelIn(words) === label;
};

/** The list of pages of an EPUB 3 book. `pathOf` makes a part's path of an address in the contents. */
export function pagesOfContents(contents: DomDocument, pathOf: (address: string) => string): ListedPages {
  const lists = [...contents.querySelectorAll('nav')].filter(
    (nav) => says(nav, 'page-list') || nav.getAttribute('role') === 'doc-pagelist',
  );
  const links = lists.flatMap((nav) => [...nav.querySelectorAll('a')].filter(isElement));
  return byPart(
    links.map((link) => [link.getAttribute('href') ?? '', link.textContent ?? ''] as const),
    pathOf,
  );
}

/** The list of pages of an EPUB 2 book. */
export function pagesOfNcx(ncx: XmlElement | undefined, pathOf: (address: string) => string): ListedPages {
  return byPart(
    childrenOf(childOf(ncx, 'pageList'), 'pageTarget').map((target) => {
      const label = childOf(target, 'navLabel');
      return [childOf(target, 'content')?.attributes.src ?? '', label === undefined ? '' : textContent(label)] as const;
    }),
    pathOf,
  );
}

function byPart(entries: readonly (readonly [string, string])[], pathOf: (address: string) => string): ListedPages {
  const parts = new Map<string, Map<string, string>>();
  for (const [address, words] of entries) {
    const label = labelIn(words);
    const [path = '', fragment = ''] = address.split('#');
    // Addresses are a file's own words: what is none leads nowhere.
    if (label === undefined || path === '' || !URL.canParse(path, 'zip:///')) continue;
    const part = parts.get(pathOf(path)) ?? new Map<string, string>();
    parts.set(pathOf(path), part.set(decodePercent(fragment), label));
  }
  return parts;
}
