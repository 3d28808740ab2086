/**
 * From a selector back to a range, in a text that may have changed. Pure.
 *
 * The order is: same text → same place; the same words elsewhere or typeset anew, when
 * what surrounds them tells that they are the ones → there; the same neighbours around
 * words that say the same → there; otherwise nowhere. It never chooses between two
 * equally good places, and never settles for a look-alike: a passage is orphaned rather
 * than moved silently. docs/decisions/0001-anchors.md has the reasons and the figures.
 */
import type { Selector } from '../model/annotation';
import { textHash } from '../text/text-hash';
import { type Passage, passageOf, rangeIn } from './passage';
import { resolveChanged } from './resolve-changed';
import { resolveLiteral } from './resolve-literal';
import { findSameWords } from './same-words';
import { indexWords, type WordIndex } from './word-index';

export type Resolution =
  | {
      readonly found: true;
      /** UTF-16 code units, half-open. */
      readonly start: number;
      readonly end: number;
      /** True when what stands there is not, sign for sign, the selector's `exact`. */
      readonly changed: boolean;
    }
  | { readonly found: false; readonly reason: 'missing' | 'ambiguous' };

/** The text selectors were made in, when it is still known: an earlier version of the same document. */
export interface EarlierText {
  readonly text: string;
  /** `textHash(text)`. */
  readonly hash: string;
}

/** Finds passages in one text; what it works out of the text serves every one of them. */
export interface Resolver {
  resolve(selector: Selector): Resolution;
}

/** `make` once, and only when it is needed. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A resolver for a canonical text. It costs nothing until a passage has to be looked for;
 * then some 0.3 µs a code unit once, and some 20 µs a passage.
 *
 * @param hash `textHash(text)`; equal to a selector's, its offsets hold as they are.
 * @param earlier Give the version before whenever it is known. It shows which words stood
 *   in the text only once, so a passage can be followed on less context, through a move
 *   and through a change of words; without it only its typesetting may have changed.
 */
export function createResolver(text: string, hash: string = textHash(text), earlier?: EarlierText): Resolver {
  const words = once(() => indexWords(text));
  const earlierWords = once(() => (earlier === undefined ? null : indexWords(earlier.text)));
  const earlierFor = (selector: Selector): WordIndex | null => {
    if (earlier === undefined || earlier.hash !== selector.textHash) return null;
    return earlier.text.slice(selector.start, selector.end) === selector.exact ? earlierWords() : null;
  };
  return {
    resolve(selector) {
      const { start, end, exact } = selector;
      if (exact === '') return { found: false, reason: 'missing' };
      if (hash === selector.textHash && text.slice(start, end) === exact) {
        return { found: true, start, end, changed: false };
      }
      const passage = passageOf(selector, earlierFor(selector));
      if (passage !== null) return resolveWords(words(), passage, exact);
      const literal = resolveLiteral(text, selector);
      return literal.found ? { ...literal, changed: false } : literal;
    },
  };
}

function resolveWords(words: WordIndex, passage: Passage, exact: string): Resolution {
  const same = findSameWords(words, passage);
  const between = same.found ? same : resolveChanged(words, passage);
  const found = between.found ? between : same;
  if (!found.found) return found;
  const range = rangeIn(words, passage, found.start, found.end);
  return { found: true, ...range, changed: words.text.slice(range.start, range.end) !== exact };
}

/** Finds one passage; for many in one text `createResolver` is quicker. */
export function resolve(text: string, selector: Selector, hash: string, earlier?: EarlierText): Resolution {
  return createResolver(text, hash, earlier).resolve(selector);
}
