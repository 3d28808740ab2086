/**
 * What changed between two texts, word by word, for a person to read. Pure.
 * The edit script is Myers's, from the library `diff`; the words are the
 * platform's (`Intl.Segmenter`), so an apostrophe, an accent or a Korean particle
 * never cuts a word in two.
 */
import { diffArrays } from 'diff';

/** A stretch of text that both versions hold, or only the later, or only the earlier. */
export interface DiffPart {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Texts longer than this together (UTF-16 code units) are compared line by line
 * first, and word by word only within the lines that changed: cutting a text into
 * words costs some 0.3 µs a code unit, and a document may have 700,000.
 */
const wholeTextLength = 40_000;
/**
 * Edits after which the search for a shortest script stops: its cost grows with their
 * square (about 50 ms here). Beyond it a stretch reads as replaced, which by then it is.
 */
const mostEdits = 1_000;

const blank = /^[^\S\n]*$/;

/**
 * The differences between two texts, in reading order. The parts that are `same` or
 * `removed` make up `before` exactly, those that are `same` or `added` make up `after`;
 * neighbours differ in kind, none is empty, and what was removed stands before what
 * replaced it. A lone blank between two changed words counts as changed with them.
 *
 * @param language BCP 47 tag of the texts; an unknown or malformed one is ignored.
 */
export function diffWords(before: string, after: string, language?: string): readonly DiffPart[] {
  if (before === after) return before === '' ? [] : [{ is: 'same', text: before }];
  const words = (text: string): string[] => wordsOf(text, language);
  const parts =
    before.length + after.length <= wholeTextLength
      ? compare(words(before), words(after))
      : compare(linesOf(before), linesOf(after)).flatMap(({ removed, added, same }) =>
          same === '' ? refine(removed, added, words) : [{ removed, added, same }],
        );
  return inOrder(parts);
}

/** Either a stretch both hold, or one text replaced by another (one of them may be empty). */
interface Step {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

const lines = /[^\n]*\n|[^\n]+$/g;
const linesOf = (text: string): string[] => text.match(lines) ?? [];

function wordsOf(text: string, language: string | undefined): string[] {
  return Array.from(segmenterFor(language ?? 'und').segment(text), ({ segment }) => segment);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(isLanguageTag(language) ? language : 'und', { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Pages declare languages such as `fr_FR`, which `Intl` refuses by throwing. */
function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}

function compare(before: string[], after: string[]): Step[] {
  const script = diffArrays(before, after, { maxEditLength: mostEdits });
  if (script === undefined) return [{ same: '', removed: before.join(''), added: after.join('') }];
  const steps: Step[] = [];
  let removed = '';
  let added = '';
  for (const change of script) {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else {
      if (removed !== '' || added !== '') steps.push({ same: '', removed, added });
      steps.push({ same: text, removed: '', added: '' });
      removed = '';
      added = '';
    }
  }
  if (removed !== '' || added !== '') steps.push({ same: '', removed, added });
  return steps;
}

/**
 * Changed lines, word by word: line against line when there are as many on both sides
 * (every line of a text re-typeset), all against all while that is small, else as they are.
 */
function refine(removed: string, added: string, words: (text: string) => string[]): Step[] {
  const [before, after] = [linesOf(removed), linesOf(added)];
  if (before.length === after.length) {
    return before.flatMap((line, index) => compareLines(line, after[index] ?? '', words));
  }
  return compareLines(removed, added, words);
}

function compareLines(removed: string, added: string, words: (text: string) => string[]): Step[] {
  if (removed.length + added.length > wholeTextLength) return [{ same: '', removed, added }];
  return compare(words(removed), words(added));
}

/** Steps as parts: blanks between changes drawn into them, neighbours of one kind joined. */
function inOrder(steps: readonly Step[]): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  const push = (is: DiffPart['is'], text: string): void => {
    const last = parts.at(-1);
    if (last?.is === is) parts[parts.length - 1] = { is, text: last.text + text };
    else if (text !== '') parts.push({ is, text });
  };
  let removed = '';
  let added = '';
  const flush = (): void => {
    const shared = commonEnding(removed, added);
    push('removed', removed.slice(0, removed.length - shared.length));
    push('added', added.slice(0, added.length - shared.length));
    push('same', shared);
    removed = '';
    added = '';
  };
  for (const [index, { same, ...change }] of steps.entries()) {
    const between = blank.test(same) && (removed !== '' || added !== '') && steps[index + 1]?.same === '';
    if (same === '' || between) {
      removed += change.removed + same;
      added += change.added + same;
      continue;
    }
    flush();
    push('same', same);
  }
  flush();
  return parts;
}

/** The blanks both texts end with: drawn in between two changes, they may end up in neither. */
function commonEnding(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return /[^\S\n]*$/.exec(a.slice(a.length - length))?.[0] ?? '';
}
