/**
 * What is known of a passage before it is looked for: its folded words and what
 * stood around them, as far as the selector or the earlier text tells.
 */
import type { Selector } from '../model/annotation';
import { type FoldedWords, foldedRange, foldWords } from './folded-words';
import type { WordIndex } from './word-index';

/** What may stand between two sentences. */
const sentenceEdge = /[.!?…:;\n。]/;

/** True when a sentence ends at the blank at `at` of the folded words, or the text does. */
export function isSentenceEdge({ starts, ends }: FoldedWords, text: string, at: number): boolean {
  if (at < 0 || at >= starts.length) return true;
  return sentenceEdge.test(text.slice(ends[at - 1] ?? 0, starts[at + 1] ?? text.length));
}

/** Where a passage was found, in the units of what was searched, or why not. */
export type Placement =
  | { readonly found: true; readonly start: number; readonly end: number }
  | { readonly found: false; readonly reason: 'missing' | 'ambiguous' };

export interface Passage {
  /** The folded text around the passage: all of the earlier text, or the selector's 32 + passage + 32. */
  readonly around: string;
  /** Where the passage's words lie in `around`. */
  readonly start: number;
  readonly end: number;
  /** Where it stood in the text the selector counts in (UTF-16 code units). */
  readonly position: number;
  /** The passage's folded words. */
  readonly folded: string;
  /** False when it begins or ends within a word. */
  readonly wholeWords: boolean;
  /** True when it begins, or ends, where a sentence does. */
  readonly beginsSentence: boolean;
  readonly endsSentence: boolean;
  /** Punctuation and blanks of the passage before its first and after its last word. */
  readonly lead: string;
  readonly trail: string;
  /** The text the selector counts in, when it is known; null when only the selector is. */
  readonly earlier: WordIndex | null;
}

/**
 * The passage a selector describes, or null when it holds no word.
 *
 * @param earlier Must be the text the selector counts in (its `textHash` and `exact` agree), or null.
 */
export function passageOf(selector: Selector, earlier: WordIndex | null): Passage | null {
  const { prefix, exact, suffix } = selector;
  const context: FoldedWords = earlier ?? foldWords(prefix + exact + suffix);
  const start = earlier === null ? prefix.length : selector.start;
  const range = foldedRange(context, start, start + exact.length);
  if (range === null) return null;
  const { folded, starts, ends } = context;
  const text = earlier?.text ?? prefix + exact + suffix;
  const atEdge = (at: number): boolean => at < 0 || at >= folded.length || folded[at] === ' ';
  return {
    around: folded,
    position: selector.start,
    ...range,
    folded: folded.slice(range.start, range.end),
    beginsSentence: isSentenceEdge(context, text, range.start - 1),
    endsSentence: isSentenceEdge(context, text, range.end),
    wholeWords: atEdge(range.start - 1) && atEdge(range.end),
    lead: exact.slice(0, Math.max(0, (starts[range.start] ?? 0) - start)),
    trail: exact.slice((ends[range.end - 1] ?? 0) - start),
    earlier,
  };
}

/**
 * From folded words found in a text to the range of the text, with the punctuation the
 * passage had at its ends as far as it stands there (as itself or as other signs).
 */
export function rangeIn(
  words: WordIndex,
  passage: Passage,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const { text } = words;
  const from = words.starts[start] ?? 0;
  const to = words.ends[end - 1] ?? text.length;
  // the blank between two folded words stands for all that is between them in the text
  const before = text.slice(start === 0 ? 0 : (words.starts[start - 1] ?? 0), from);
  const after = text.slice(to, words.ends[end] ?? text.length);
  return {
    start: from - edgeLength(reversed(before), reversed(passage.lead)),
    end: to + edgeLength(after, passage.trail),
  };
}

const reversed = (text: string): string => [...text].reverse().join('');
const blank = /\s/;

/** How much of what follows a word belongs to a passage that had `wanted` there. */
function edgeLength(present: string, wanted: string): number {
  if (present.startsWith(wanted)) return wanted.length;
  let signs = wanted.replace(/\s/g, '').length;
  let length = 0;
  for (let index = 0; index < present.length && signs > 0; index++) {
    if (blank.test(present[index] ?? '')) continue;
    signs--;
    length = index + 1;
  }
  return length;
}
