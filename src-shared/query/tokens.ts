/**
 * The words of a text as the search index sees them. Index, query and snippet all
 * use the one scan below, so what is indexed, asked and marked can't drift apart.
 * Runs of Han, kana and Hangul become overlapping pairs (북한은 → 북한 한은 은): two
 * characters are found anywhere in a run, one by the beginning of a pair.
 */
import { fold } from '../text/fold';

/** Code units of a word that count; longer ones are told apart no further. */
export const longestToken = 96;

type CharacterClass = 'separator' | 'letter' | 'ideograph' | 'ignored';
export interface Character {
  readonly class: CharacterClass;
  /** Its letters and digits after folding. */
  readonly folded: string;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005\u3006]/u;
/** Whether a token is (or holds) Han, kana or Hangul. */
export const isIdeographic = (token: string): boolean => ideograph.test(token);
/** Joiners inside a word: soft hyphen, zero-width joiners, word joiner. */
const joiners = '\u00ad\u200c\u200d\u2060';

function characterise(character: string): Character {
  if (joiners.includes(character)) return { class: 'ignored', folded: '' };
  // Folding takes kana apart (で → て + mark); as tokens they stay letters of their own.
  const all = fold(character).normalize('NFC');
  if (all === '') return { class: 'ignored', folded: '' };
  const folded = [...all].filter((part) => wordCharacter.test(part)).join('');
  if (folded === '') return { class: 'separator', folded };
  return { class: ideograph.test(folded) ? 'ideograph' : 'letter', folded };
}

/** Folding is slow and alphabets are small: each character of the basic plane is folded once. */
const known: (Character | undefined)[] = [];

/** What the scan makes of a character. */
export function characterAt(codePoint: number): Character {
  if (codePoint > 0xffff) return characterise(String.fromCodePoint(codePoint));
  const cached = known[codePoint];
  if (cached !== undefined) return cached;
  const character = characterise(String.fromCodePoint(codePoint));
  known[codePoint] = character;
  return character;
}

/**
 * Told of one token and where it lies (UTF-16, half-open); answers whether to go on.
 * The text of the token is folded, so its length may differ from `end - start`.
 */
export type TokenVisitor = (token: string, start: number, end: number) => boolean;

/** What the quick way through a text needs to know of a code unit; 0: not looked at yet. */
const plain = 1;
const separator = 2;
const other = 3;
const signs = new Uint8Array(0x10000);

/** `plain`: a letter or digit that folds to itself. `other`: half a surrogate pair, or anything that takes more thought. */
function signAt(code: number): number {
  const seen = signs[code];
  if (seen !== undefined && seen !== 0) return seen;
  const { class: is, folded } = characterAt(code);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const sign =
    is === 'letter' && folded.charCodeAt(0) === code && folded.length === 1
      ? plain
      : is === 'separator' && !surrogate
        ? separator
        : other;
  signs[code] = sign;
  return sign;
}

/**
 * The end of a word that begins here, is its own token as it stands and goes on to a separator
 * or the end of the text; the offset itself when there is none. Most words of most texts are so.
 */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && signAt(text.charCodeAt(end)) === plain) end++;
  if (end - start > longestToken) return start;
  return end === text.length || signAt(text.charCodeAt(end)) === separator ? end : start;
}

/**
 * Visits the tokens of a text in order.
 *
 * @param from Where to begin (UTF-16): the beginning of a word.
 */
export function scanTokens(text: string, visit: TokenVisitor, from = 0): void {
  let word = '';
  let wordStart = 0;
  let wordEnd = 0;
  let held = '';
  let heldStart = 0;
  let heldEnd = 0;
  for (let index = from; index < text.length; ) {
    if (word === '' && held === '') {
      const plainEnd = endOfPlainWord(text, index);
      if (plainEnd > index) {
        if (!visit(text.slice(index, plainEnd), index, plainEnd)) return;
        index = plainEnd + 1;
        continue;
      }
    }
    const codePoint = text.codePointAt(index) ?? 0;
    const end = index + (codePoint > 0xffff ? 2 : 1);
    const character = characterAt(codePoint);
    if (character.class !== 'letter' && character.class !== 'ignored' && word !== '') {
      if (!visit(word, wordStart, wordEnd)) return;
      word = '';
    }
    if (character.class !== 'ideograph' && character.class !== 'ignored' && held !== '') {
      if (!visit(held, heldStart, heldEnd)) return;
      held = '';
    }
    if (character.class === 'letter') {
      if (word === '') wordStart = index;
      if (word.length < longestToken) word += character.folded;
      wordEnd = end;
    } else if (character.class === 'ideograph') {
      for (const part of character.folded) {
        if (held !== '' && !visit(held + part, heldStart, end)) return;
        held = part;
        heldStart = index;
        heldEnd = end;
      }
    }
    index = end;
  }
  if (word !== '') visit(word, wordStart, wordEnd);
  if (held !== '') visit(held, heldStart, heldEnd);
}

/** What to look for: these tokens in a row, the last perhaps only a beginning. */
export interface SearchTerm {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
  /** For a single token: words that have one of these stems are hits too. */
  readonly stems?: readonly string[];
}

/**
 * The tokens of something a person looks for; none when it has no letter or digit.
 *
 * @param prefix True when the last word is only the beginning of one.
 */
export function queryTokens(text: string, prefix = false): SearchTerm {
  const tokens: string[] = [];
  let lastEnd = -1;
  let endsInsideRun = false;
  scanTokens(text.normalize('NFC'), (token, _start, end) => {
    endsInsideRun = end === lastEnd;
    lastEnd = end;
    tokens.push(token);
    return true;
  });
  // A run's last character alone says that the run ends there; particles may follow it in the text.
  if (endsInsideRun) return { tokens: tokens.slice(0, -1), prefix: false };
  const last = tokens.at(-1);
  return { tokens, prefix: prefix || (last !== undefined && ideograph.test(last)) };
}
