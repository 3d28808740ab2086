/**
 * Where words with certain beginnings start in a text. The engine's own pattern search passes over the other words,
 * of which a scan would fold each and make a string of it: some five times quicker.
 */
import { characterAt } from './tokens';

/** The alphabets whose characters are looked up by what they fold to: up to Cyrillic, and the accented after U+1E00. */
const alphabets: readonly (readonly [number, number])[] = [
  [0, 0x52f],
  [0x1e00, 0x1fff],
];
/** Characters elsewhere that may fold to letters of those alphabets, or be ignored: № ™ ﬁ ＡＢ 𝐀 🄰 and the like. */
const elsewhere =
  /[\u0530-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u2fff\u3200-\u33ff\ua640-\uabff\ud800-\udfff\uf900-\uffff]/;

interface Folding {
  readonly character: string;
  readonly folded: string;
}

let alphabet: { readonly letters: readonly Folding[]; readonly ignored: string } | null = null;

function knownAlphabet(): NonNullable<typeof alphabet> {
  if (alphabet !== null) return alphabet;
  const letters: Folding[] = [];
  let ignored = '';
  for (const [first, last] of alphabets) {
    for (let code = first; code <= last; code++) {
      const { class: is, folded } = characterAt(code);
      const character = String.fromCharCode(code);
      if (is === 'letter') letters.push({ character, folded });
      else if (is === 'ignored') ignored += character;
    }
  }
  alphabet = { letters, ignored };
  return alphabet;
}

const escaped = (characters: string): string => characters.replace(/[\\\]^-]/g, '\\$&');
const anyOf = (characters: string): string => (characters === '' ? '(?!)' : `[${escaped(characters)}]`);

/** What a word whose fold begins with one or two letters may look like. */
function beginningPattern(beginning: string): string {
  const { letters, ignored } = knownAlphabet();
  const [first = '', second] = beginning;
  const which = (test: (folded: string) => boolean): string =>
    anyOf(
      letters
        .filter(({ folded }) => test(folded))
        .map(({ character }) => character)
        .join(''),
    );
  const whole = which((folded) => folded.startsWith(beginning));
  if (second === undefined) return whole;
  const next = which((folded) => folded.startsWith(second));
  return `${whole}|${which((folded) => folded === first)}${anyOf(ignored)}*${next}`;
}

/** Whether a word can begin at an offset: what stands before it, joiners aside, is no letter. */
function beginsWord(text: string, offset: number): boolean {
  for (let before = offset - 1; before >= 0; before--) {
    const { class: is } = characterAt(text.charCodeAt(before));
    if (is !== 'ignored') return is !== 'letter';
  }
  return true;
}

const isOfAlphabets = (beginning: string): boolean =>
  [...beginning].every((character) => character <= '\u052f' || (character >= '\u1e00' && character <= '\u1fff'));

/**
 * A finder of words whose folded form begins with one of some beginnings (of one or two letters; longer ones are cut).
 * Null when they are in other scripts. It answers null for a text it can't tell of, which then is to be scanned.
 */
export function wordStarts(beginnings: readonly string[]): ((text: string) => Iterable<number> | null) | null {
  const short = new Set(beginnings.map((beginning) => beginning.slice(0, 2)));
  if ([...short].some((beginning) => !isOfAlphabets(beginning))) return null;
  const source = [...short].map(beginningPattern).join('|');
  return (text) => (elsewhere.test(text) ? null : startsOf(text, new RegExp(source, 'g')));
}

function* startsOf(text: string, pattern: RegExp): Iterable<number> {
  for (const { index } of text.matchAll(pattern)) if (beginsWord(text, index)) yield index;
}
