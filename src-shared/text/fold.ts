/**
 * Folding for search: what a person types and what a text says meet in one form.
 * Compatibility forms (NFKC), case, accents, ligatures, typographic quotes and dashes,
 * ё/е, Turkish ı/İ, Greek, Hebrew and Arabic marks stop mattering; й stays a letter. Index and query use this
 * one function, and `foldWithOffsets` leads a hit back to the text as it stands.
 */

const special: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ё: 'е',
  ґ: 'г',
  // Greek final sigma; Arabic letters written in more than one way, its tatweel and its digits.
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '‚': "'",
  '‹': "'",
  '›': "'",
  '„': '"',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u00ad': '',
};

/** Marks dropped after decomposition: Latin/Cyrillic/Greek combining, Hebrew points, Arabic harakat. */
const combining = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;
/** й is a letter of its own: decomposing it would make it и. */
const keepsItsMark = /[йЙ]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range
const ascii = /^[\u0000-\u007f]*$/;
const hangul = /[\uac00-\ud7a3]/;

/** Alphabets are small: each character is folded once. */
const foldedCharacters = new Map<string, string>();

function foldCharacter(character: string): string {
  let known = foldedCharacters.get(character);
  if (known === undefined) {
    known = foldedAnew(character);
    foldedCharacters.set(character, known);
  }
  return known;
}

function foldedAnew(character: string): string {
  if (hangul.test(character)) return character;
  if (keepsItsMark.test(character)) return 'й';
  const lower = character.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const part of lower) {
    const known = special[part];
    // NFKC may have brought Hangul out of a sign such as ㉮; taken apart it would be jamo no query has.
    folded += known ?? (hangul.test(part) ? part : part.normalize('NFD').replace(combining, ''));
  }
  return [...folded].map((part) => special[part] ?? asciiDigit(part)).join('');
}

/** First digits of the Arabic-Indic, Persian and Devanagari sets; the other nine follow. */
const digitZeros = [0x660, 0x6f0, 0x966];

function asciiDigit(character: string): string {
  const code = character.charCodeAt(0);
  const zero = digitZeros.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? character : String(code - zero);
}

/** Folds a text for comparison. Not length-preserving. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text.normalize('NFC')) folded += foldCharacter(character);
  return folded;
}

export interface FoldedText {
  readonly folded: string;
  /**
   * For each UTF-16 code unit of `folded`, the offset in the original text of the
   * character it came from; one more entry holds the original's length.
   */
  readonly offsets: Uint32Array;
}

/** Folds a text and remembers where each folded code unit came from. The text must be NFC. */
export function foldWithOffsets(text: string): FoldedText {
  const parts: string[] = [];
  const offsets: number[] = [];
  let position = 0;
  for (const character of text) {
    const folded = character <= '\u007f' ? character.toLowerCase() : foldCharacter(character);
    parts.push(folded);
    for (let index = 0; index < folded.length; index++) offsets.push(position);
    position += character.length;
  }
  offsets.push(text.length);
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets) };
}
