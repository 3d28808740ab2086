/** Words as TeX writes them, as words: accents, signs that stand for themselves, braces taken off. Pure. */

/** Combining marks by the accent command before the letter. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};
const letters = new Map(
  Object.entries({
    ss: 'ß',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    aa: 'å',
    AA: 'Å',
    i: 'i',
    j: 'j',
    dh: 'ð',
    th: 'þ',
    dj: 'đ',
    textbackslash: '\\',
    textasciitilde: '~',
    textasciicircum: '^',
    textendash: '–',
    textemdash: '—',
    guillemotleft: '«',
    guillemotright: '»',
    ldots: '…',
    dots: '…',
    textquoteright: '’',
    textquoteleft: '‘',
    textdollar: '$',
    textunderscore: '_',
    euro: '€',
  }),
);

const command =
  /\\(?:(["'`^~=.])\s*(?:\{\\?(\p{L})\}|\\?(\p{L}))|([uvHcdkr])(?:\s*\{\\?(\p{L})\}|\s+(\p{L}))|([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))|([^A-Za-z]))/gu;

/** A value of an entry in words, on one line. */
export function texToText(value: string): string {
  return (
    value
      .replace(/~/g, (sign, at: number) => (value[at - 1] === '\\' ? sign : ' '))
      // Braces that are no escape go first by a sign no text has, so that `\{` stays.
      .replace(/\\([{}])/g, (_, brace: string) => (brace === '{' ? '\ufdd0' : '\ufdd1'))
      .replace(command, decoded)
      .replace(/[{}]/g, '')
      .replaceAll('\ufdd0', '{')
      .replaceAll('\ufdd1', '}')
      .normalize('NFC')
  );
}

function decoded(
  whole: string,
  accent: string | undefined,
  braced: string | undefined,
  bare: string | undefined,
  named: string | undefined,
  namedBraced: string | undefined,
  namedBare: string | undefined,
  word: string | undefined,
  sign: string | undefined,
): string {
  const letter = braced ?? bare ?? namedBraced ?? namedBare;
  if (letter !== undefined) return letter + (accents[accent ?? named ?? ''] ?? '');
  // A command of form (\emph, \textit) has nothing to say; its words follow.
  if (word !== undefined) return letters.get(word) ?? '';
  if (sign === undefined) return whole;
  return sign.trim() === '' ? ' ' : sign;
}

/** Parts of a value at a separating word or sign that stands outside of braces. */
export function splitOutside(value: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < value.length; at++) {
    const sign = value[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      separator.lastIndex = at;
      const found = separator.exec(value)?.[0];
      if (found === undefined) continue;
      parts.push(value.slice(from, at));
      at += found.length - 1;
      from = at + 1;
    }
  }
  return [...parts, value.slice(from)];
}
