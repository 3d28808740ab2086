/**
 * Sentences of a text, for moving and selecting by sentence. Intl.Segmenter breaks after
 * abbreviations and inside quotations; what it tears apart is merged again. Pure.
 */

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Endings after which a sentence goes on: titles, initials, usual abbreviations, numbered dates. */
const goesOn =
  /(?:^|[\s(«“"'’])(?:M|MM|Mme|Mmes|Mlle|Mr|Mrs|Ms|Dr|Pr|Prof|St|Ste|Sr|Jr|Gen|Gén|Col|Sen|Rep|Gov|cf|p|pp|art|vol|no|n|vs|etc|env|av|apr|janv|févr|juil|sept|oct|nov|déc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|г|гг|т|ул|им|[A-ZА-ЯÉ])\.\s*$|\d{1,4}\.\s*$/u;

const count = (text: string, characters: RegExp): number => text.match(characters)?.length ?? 0;
const leavesQuoteOpen = (text: string): boolean => count(text, /[«“]/g) > count(text, /[»”]/g);
const closesQuote = /^\s*[»”]\s+(?=\p{Lu})/u;
/** A quotation left open longer than this is a slip of the author, not one sentence. */
const longestQuote = 400;

function trimmed(text: string, start: number, end: number): TextRange | null {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  const from = start + lead;
  const to = from + piece.trim().length;
  return from < to ? { start: from, end: to } : null;
}

/** Sentences of one block's text, blank edges left out. Offsets count from `base`. */
export function sentencesOf(text: string, language: string, base = 0): readonly TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  const close = (end: number): void => {
    const range = trimmed(text, start, end);
    if (range !== null) found.push({ start: base + range.start, end: base + range.end });
    start = end;
  };
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const end = index + segment.length;
    // A closing quotation mark that begins a segment ends the sentence before it, when another begins after it.
    const closing = start < index ? closesQuote.exec(segment) : null;
    if (closing !== null) close(index + closing[0].length);
    const piece = text.slice(start, end);
    const torn = end < text.length && (goesOn.test(piece) || (leavesQuoteOpen(piece) && piece.length < longestQuote));
    if (!torn) close(end);
  }
  return found;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : undefined;
  const made = new Intl.Segmenter(tag, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/**
 * The sentence to select next: the first that starts after `range` (direction 1), the last that
 * ends before it (-1). Blocks are joined by `\n`, and a sentence never runs over one.
 */
export function neighbourSentence(
  text: string,
  language: string,
  range: TextRange,
  direction: 1 | -1,
): TextRange | null {
  let from = direction === 1 ? text.lastIndexOf('\n', Math.max(0, range.start - 1)) + 1 : range.start;
  let lineEnd = text.indexOf('\n', direction === 1 ? from : range.start);
  if (direction === -1) from = text.lastIndexOf('\n', Math.max(0, range.start - 1)) + 1;
  for (;;) {
    if (lineEnd === -1) lineEnd = text.length;
    const sentences = sentencesOf(text.slice(from, lineEnd), language, from);
    const found =
      direction === 1
        ? sentences.find(({ start, end }) => (range.start === range.end ? end > range.end : start >= range.end))
        : sentences.findLast(({ start }) => start < range.start);
    if (found !== undefined) return found;
    if (direction === 1) {
      if (lineEnd >= text.length) return null;
      from = lineEnd + 1;
      lineEnd = text.indexOf('\n', from);
    } else {
      if (from === 0) return null;
      lineEnd = from - 1;
      from = lineEnd === 0 ? 0 : text.lastIndexOf('\n', lineEnd - 1) + 1;
    }
  }
}
