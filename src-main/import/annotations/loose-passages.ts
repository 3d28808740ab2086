/** Passages gathered by the document they are about, with an id each that stays the same. */
import type { LoosePassage, SourcePassages } from '@shared/model/document';
import { type AnnotationUid, annotationUid, documentUid } from '@shared/model/ids';
import { tidyLine } from '../title';
import { uuidIn, uuidOfWords } from '../uuid-of-words';

/** Longest quotation and neighbouring words taken, in UTF-16 code units. */
const longestQuote = 100_000;
const longestContext = 500;

/** An annotation's own id where it is one of ours, else one made of its words: the same words, the same id. */
export function uidOf(id: string, ...words: readonly string[]): AnnotationUid {
  return annotationUid(uuidIn(id) || uuidOfWords(id === '' ? words : [id]));
}

/** What is known of a passage's document: its address or id, its title. */
export interface Source {
  readonly address: string;
  readonly title: string;
}

/** Collects passages by document, in the order the file has them. */
export class Gathering {
  readonly #sources = new Map<string, { uid: string; url: string; title: string; passages: LoosePassage[] }>();

  add({ address, title }: Source, passage: LoosePassage): void {
    const uid = uuidIn(address);
    const url = /^https?:/i.test(address) ? address : '';
    const key = uid || url || `title ${title}`;
    const source = this.#sources.get(key) ?? { uid, url, title: tidyLine(title), passages: [] };
    source.passages.push(bounded(passage));
    this.#sources.set(key, source);
  }

  /** What is known of a document that is named by its id alone. */
  describe(id: string, url: string, title: string): void {
    const source = this.#sources.get(uuidIn(id));
    if (source !== undefined) Object.assign(source, { url, title: tidyLine(title) });
  }

  sources(): readonly SourcePassages[] {
    return [...this.#sources.values()].map(({ uid, ...source }) => ({
      ...source,
      uid: uid === '' ? null : documentUid(uid),
    }));
  }
}

const bounded = (passage: LoosePassage): LoosePassage => ({
  ...passage,
  exact: passage.exact.slice(0, longestQuote),
  prefix: passage.prefix.slice(-longestContext),
  suffix: passage.suffix.slice(0, longestContext),
});
