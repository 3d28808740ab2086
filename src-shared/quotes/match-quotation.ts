/**
 * Whether a quotation says what its source says. Pure.
 *
 * What a writer may do to a quotation, and still quote:
 * - leave words out, whole ones, with `[…]` (or `[...]`) in their place;
 * - put words of their own in brackets, `[the minister]`, added or in place of at most
 *   three words of the source; a letter too, as in `[L]ater he said`;
 * - set it as print does in their language: quotation marks, apostrophes, spaces, dashes.
 * Anything else is an alteration.
 */
import { alikeInPrint, barePhrase } from './quotation-words';

/** Words of the source that words in brackets may stand for. */
const wordsABracketReplaces = 3;

/** Words that must stand in the source, and what is allowed between them and the piece before. */
interface Piece {
  readonly words: string;
  readonly after: 'start' | 'cut' | 'bracket';
  /** The bracket before it as it stands: the source may have it, too. */
  readonly bracket: string;
}

const brackets = /\[([^[\]]*)\]/g;
const isCut = (inside: string): boolean => /^\s*(?:\.\.\.)?\s*$/.test(inside);

function piecesOf(quotation: string): { readonly pieces: readonly Piece[]; readonly openEnd: Piece['after'] } {
  const pieces: Piece[] = [];
  let after = 'start' as Piece['after'];
  let bracket = '';
  let from = 0;
  for (const match of quotation.matchAll(brackets)) {
    const words = quotation.slice(from, match.index).trim();
    if (words !== '') pieces.push({ words, after, bracket });
    const cut = isCut(match[1] ?? '');
    after = cut || (words === '' && after === 'cut') ? 'cut' : 'bracket';
    bracket = match[0];
    from = match.index + match[0].length;
  }
  const words = quotation.slice(from).trim();
  if (words === '') return { pieces, openEnd: from === 0 ? 'start' : after };
  return { pieces: [...pieces, { words, after, bracket }], openEnd: 'start' };
}

const ofAWord = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no spaces between words: a piece may begin or end anywhere in them. */
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** True where a word is not cut in two. */
function isWordEdge(text: string, at: number): boolean {
  const [before, next] = [text[at - 1] ?? ' ', text[at] ?? ' '];
  return !(ofAWord.test(before) && ofAWord.test(next)) || withoutSpaces.test(before) || withoutSpaces.test(next);
}

/** Where a bracket that begins at `at` may end at the latest. */
function bracketReach(source: string, at: number): number {
  const ahead = source.slice(at, at + 200);
  const words = new RegExp(`^\\s*(?:\\S+(?:\\s+|$)){0,${wordsABracketReplaces}}`).exec(ahead);
  return at + (words?.[0].length ?? 0);
}

/** Ends of a piece in the source, given where the piece before it may have ended. */
function endsOf(source: string, piece: Piece, ends: readonly number[]): readonly number[] {
  const from = Math.min(...ends);
  const found: number[] = [];
  for (let at = source.indexOf(piece.words, from); at !== -1; at = source.indexOf(piece.words, at + 1)) {
    if (ends.some((end) => mayFollow(source, piece, end, at))) found.push(at + piece.words.length);
  }
  return found;
}

function mayFollow(source: string, { after, bracket }: Piece, end: number, at: number): boolean {
  if (at < end) return false;
  const between = source.slice(end, at);
  if (after === 'start') return between.trim() === '';
  if (after === 'cut') return isWordEdge(source, end) && isWordEdge(source, at);
  return at <= bracketReach(source, end) || between.trim() === bracket;
}

/** Whether the rest of the source may be left out at the end. */
function mayEnd(source: string, end: number, openEnd: Piece['after']): boolean {
  if (openEnd === 'cut') return isWordEdge(source, end);
  return source.slice(end).trim() === '' || (openEnd === 'bracket' && bracketReach(source, end) >= source.length);
}

function follows(quotation: string, source: string): boolean {
  const { pieces, openEnd } = piecesOf(quotation);
  if (pieces.length === 0) return source === '';
  let ends: readonly number[] = [0];
  for (const piece of pieces) {
    ends = endsOf(source, piece, ends);
    if (ends.length === 0) return false;
  }
  return ends.some((end) => mayEnd(source, end, openEnd));
}

/** Whether two texts have the same words, print aside. */
export const sameWords = (a: string, b: string): boolean => barePhrase(a) === barePhrase(b);

/** Whether a quotation says what the whole source says, by the rules above. */
export const quotesFaithfully = (quotation: string, source: string): boolean =>
  sameWords(quotation, source) || follows(barePhrase(quotation), barePhrase(source));

/** The same, but beginning or ending may be left off without `[…]`, as when a sentence is quoted from a page. */
export const quotesPartOf = (quotation: string, source: string): boolean =>
  barePhrase(quotation) !== '' &&
  (quotesFaithfully(quotation, source) || follows(`[...]${barePhrase(quotation)}[...]`, alikeInPrint(source)));
