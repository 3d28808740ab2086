/** The signs an RTF file is made of: groups, control words, bytes in an old character set, plain characters. */

export type RtfToken =
  | { readonly is: 'open' }
  | { readonly is: 'close' }
  /** `\word5`; `value` is null when no number follows. */
  | { readonly is: 'word'; readonly word: string; readonly value: number | null }
  /** A character of the file, or `\'hh`: a byte in the character set of the moment. */
  | { readonly is: 'byte'; readonly byte: number }
  /** What follows `\bin`. */
  | { readonly is: 'binary'; readonly bytes: Uint8Array };

const wordPattern = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;

/** Signs of a file, one after the other. */
export function* rtfTokens(source: Uint8Array): Generator<RtfToken> {
  const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString('latin1');
  for (let at = 0; at < text.length; ) {
    const character = text[at++] ?? '';
    if (character === '{') yield { is: 'open' };
    else if (character === '}') yield { is: 'close' };
    else if (character === '\\') {
      const { token, next } = controlAt(text, at);
      at = next;
      if (token?.is === 'word' && token.word === 'bin') {
        const end = at + Math.max(0, token.value ?? 0);
        yield { is: 'binary', bytes: source.subarray(at, end) };
        at = end;
      } else if (token) yield token;
    } else if (character !== '\r' && character !== '\n' && character !== '\0')
      yield { is: 'byte', byte: character.charCodeAt(0) };
  }
}

/** The control that follows a backslash, and where what comes after it begins. */
function controlAt(text: string, at: number): { readonly token: RtfToken | null; readonly next: number } {
  wordPattern.lastIndex = at;
  const match = wordPattern.exec(text);
  if (match) {
    const value = match[2] === undefined ? null : Number(match[2]);
    return { token: { is: 'word', word: match[1] ?? '', value }, next: wordPattern.lastIndex };
  }
  const symbol = text[at] ?? '';
  if (symbol === "'") {
    const byte = Number.parseInt(text.slice(at + 1, at + 3), 16);
    return { token: Number.isNaN(byte) ? null : { is: 'byte', byte }, next: at + 3 };
  }
  if (symbol === '\r' || symbol === '\n') return { token: { is: 'word', word: 'par', value: null }, next: at + 1 };
  if (symbol === '\\' || symbol === '{' || symbol === '}')
    return { token: { is: 'byte', byte: symbol.charCodeAt(0) }, next: at + 1 };
  return { token: { is: 'word', word: symbol, value: null }, next: at + 1 };
}
