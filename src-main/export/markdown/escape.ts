/**
 * Plain text as Markdown text: what the reader sees is exactly the words, nothing in
 * them is taken for markup. CommonMark with GFM; checked against a Markdown parser.
 */

const inlineSpecials = /[\\`*[\]<~|]/g;
/** An underscore inside a word opens nothing and is left readable. */
const edgeUnderscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const entityLike = /&(?=#|[\p{L}\p{N}]+;)/gu;
const bareAddress = /(?:(https?|ftp):\/\/|www\.|mailto:|xmpp:)[^\s<]*/gi;

/** An address GFM would make a link of keeps its backslashes as letters: where escapes are needed it must not become one. */
function breakAutolinks(text: string): string {
  return text.replace(bareAddress, (address) =>
    /[\\`*[\]~|&_]/.test(address)
      ? address.replace(/:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, (sign) => `\\${sign}`)
      : address,
  );
}

/** Escapes text standing inside a line. No newline may be in it. */
export function escapeInline(text: string): string {
  const held = text.replace(inlineSpecials, '\\$&').replace(edgeUnderscore, '\\_').replace(entityLike, '\\&');
  return breakAutolinks(held);
}

/**
 * Escapes what means something only at the beginning or end of a line: headings,
 * quotes, lists, rules, underlines of headings, fences; blanks that would be dropped.
 */
export function escapeLineEdges(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([>+=-])/, '\\$1')
    .replace(/^(?:[ \t])/, blankAsEntity)
    .replace(/(?:[ \t])$/, blankAsEntity);
}

const blankAsEntity = (blank: string): string => (blank === '\t' ? '&#9;' : '&#32;');

/** Text of one line of its own: newlines become spaces. */
export function escapeLine(text: string): string {
  return escapeLineEdges(escapeInline(oneLine(text)));
}

/** A text without line breaks and control characters, for places that hold one line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** An address as a link's destination. */
export function linkDestination(address: string): string {
  const safe = address.replace(/[\s\p{Cc}<>\\]/gu, (character) => encodeURIComponent(character));
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}

/** A relative path, made of safe file names, as a link's destination: letters of any script stay readable. */
export function pathDestination(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `<${path}>`;
}

/** A code span holding exactly the text (one line), whatever backticks are in it. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const lengths = new Set(runs.map((run) => run.length));
  let length = 1;
  while (lengths.has(length)) length++;
  const fence = '`'.repeat(length);
  const padded = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '');
  return padded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A fenced code block. */
export function codeFence(text: string, language = ''): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language.replace(/[^\p{L}\p{N}+#.-]/gu, '')}\n${text}${text === '' ? '' : '\n'}${fence}`;
}

/** Puts every line behind a prefix, as in quotes and list items. */
export function prefixLines(text: string, first: string, rest: string = first): string {
  return text
    .split('\n')
    .map((line, index) =>
      `${index === 0 ? first : rest}${line}`.replace(/[ \t]+$/, (blanks) => (line === '' ? '' : blanks)),
    )
    .join('\n');
}
