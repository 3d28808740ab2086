/** Finds the one place a quote given on the command line stands at. Pure. */
import { Failure } from '@shared/outcome/outcome';
import { normaliseText } from '@shared/text/canonical-text';

export interface QuoteRequest {
  readonly quote: string;
  /** Text directly before the quote. */
  readonly prefix?: string | undefined;
  /** Text directly after the quote. */
  readonly suffix?: string | undefined;
}

/** Signs a keyboard gives for those a text has. Blanks stand for any white space, line breaks included. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/['’‘ʼ]/, "['’‘ʼ]"],
  [/["“”„]/, '["“”„]'],
  [/[-‐‑–—]/, '[-‐‑–—]'],
];

function patternOf(text: string, loose: boolean): string {
  if (!loose) return escaped(text);
  return text
    .split(/(\s+)/u)
    .map((part) => (/^\s+$/u.test(part) ? '\\s+' : [...part].map(characterPattern).join('')))
    .join('');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const characterPattern = (character: string): string =>
  alike.find(([signs]) => signs.test(character))?.[1] ?? escaped(character);

interface Place {
  readonly start: number;
  readonly end: number;
}

function placesOf(text: string, request: QuoteRequest, loose: boolean): readonly Place[] {
  const part = (given: string | undefined): string => patternOf(normaliseText(given ?? ''), loose);
  const before = part(request.prefix);
  const after = part(request.suffix);
  // Looked up from every place, so that overlapping ones count; blanks may stand between quote and context.
  const blank = (context: string): string => (context === '' ? '' : '\\s*');
  const pattern = new RegExp(`(?<=${before}${blank(before)})${part(request.quote)}(?=${blank(after)}${after})`, 'u');
  const places: Place[] = [];
  const search = new RegExp(pattern.source, 'gu');
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    places.push({ start: match.index, end: match.index + match[0].length });
    search.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
  }
  return places;
}

/**
 * Finds a quote in a document's text: as it stands; failing that, whatever the white
 * space and the typographic signs.
 *
 * @returns UTF-16 offsets, half-open.
 * @throws Failure annotation/quote-not-found, annotation/quote-ambiguous, request/invalid for an empty quote.
 */
export function findQuote(text: string, request: QuoteRequest): Place {
  if (normaliseText(request.quote).trim() === '')
    throw new Failure('request/invalid', 'The quote is empty. Give the words to annotate with --quote.');
  for (const loose of [false, true]) {
    const places = placesOf(text, request, loose);
    const [first] = places;
    if (first !== undefined && places.length === 1) return first;
    if (places.length > 1) throw ambiguous(places.length);
  }
  const anywhere = placesOf(text, { quote: request.quote }, true).length;
  throw notFound(anywhere);
}

function ambiguous(count: number): Failure {
  return new Failure(
    'annotation/quote-ambiguous',
    `The quote stands at ${count} places. Say which with --prefix (the words before it) or --suffix (the words after it).`,
    { count },
  );
}

function notFound(elsewhere: number): Failure {
  const reason =
    elsewhere === 0
      ? 'The quote does not stand in the text. Copy it from postil show UID --as text.'
      : `The quote stands at ${elsewhere === 1 ? 'one place' : `${elsewhere} places`}, but not between that prefix and suffix. Copy them from postil show UID --as text.`;
  return new Failure('annotation/quote-not-found', reason, { elsewhere });
}
