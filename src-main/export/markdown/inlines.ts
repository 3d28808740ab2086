/**
 * Inline content as Markdown. Emphasis is written with signs where CommonMark will
 * read them back and with HTML tags where it would not (a sign between a letter and
 * punctuation, as in « **한국어(Korea)**는 »), so no mark is ever shown as an asterisk.
 */
import type { Inline, Mark } from '@shared/model/block';
import { codeSpan, escapeInline, escapeLineEdges, linkDestination } from './escape';

/** Where a mention leads, as a link destination, or undefined when its target is not in the export. */
export type MentionDestination = (target: Extract<Inline, { type: 'mention' }>['target']) => string | undefined;

export interface InlineOptions {
  readonly destinationOf: MentionDestination;
  /** What stands in `[[…]]` for a link's destination; undefined for one that is written as Markdown has it. */
  readonly wikiTargetOf?: (destination: string) => string | undefined;
  /** `break`: the block may hold several lines; `tag`: one line only (headings, table cells). */
  readonly newline: 'break' | 'tag';
}

/** Outermost first. Code is no wrapper: it changes how its text is written. */
const wrappers = ['bold', 'italic', 'strike', 'underline', 'sub', 'sup'] as const satisfies readonly Mark[];
type Wrapper = (typeof wrappers)[number];
const tags: Readonly<Record<Wrapper, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  sub: 'sub',
  sup: 'sup',
};

interface Piece {
  readonly text: string;
  readonly marks: ReadonlySet<Mark>;
  readonly link: string | undefined;
}
type Token =
  | { readonly type: 'text'; readonly text: string; readonly code: boolean }
  | { readonly type: 'newline' }
  | { readonly type: 'open'; readonly wrapper: Wrapper; readonly pair: number }
  | { readonly type: 'close'; readonly wrapper: Wrapper; readonly pair: number }
  | { readonly type: 'linkOpen'; readonly destination: string }
  | { readonly type: 'linkClose'; readonly destination: string };

function piecesOf(inlines: readonly Inline[], options: InlineOptions): Piece[] {
  const pieces: Piece[] = [];
  for (const inline of inlines) {
    const link =
      inline.type === 'mention' ? options.destinationOf(inline.target) : inline.link && linkDestination(inline.link);
    const marks = new Set(inline.type === 'text' ? inline.marks : []);
    for (const part of inline.text.split(/(\n)/)) if (part !== '') pieces.push(...splitEdges(part, marks, link));
  }
  return pieces;
}

/** Blanks at the edges of emphasis and links stand outside of them, or the signs would not be read. */
function splitEdges(text: string, marks: ReadonlySet<Mark>, link: string | undefined): Piece[] {
  const wrapped = link !== undefined || wrappers.some((wrapper) => marks.has(wrapper));
  if (!wrapped || text === '\n')
    return [{ text, marks: text === '\n' ? new Set() : marks, link: text === '\n' ? undefined : link }];
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  const pieces: Piece[] = [];
  if (before !== '') pieces.push({ text: before, marks: new Set(), link: undefined });
  if (middle !== '') pieces.push({ text: middle, marks, link });
  if (after !== '') pieces.push({ text: after, marks: new Set(), link: undefined });
  return pieces;
}

/** Cuts a list where a property of its members changes. */
function* groupsOf<T, K>(
  items: readonly T[],
  keyOf: (item: T) => K,
): Generator<{ readonly key: K; readonly members: readonly T[] }> {
  for (let start = 0; start < items.length; ) {
    const key = keyOf(items[start] as T);
    let end = start + 1;
    while (end < items.length && keyOf(items[end] as T) === key) end++;
    yield { key, members: items.slice(start, end) };
    start = end;
  }
}

/** Groups neighbours alike, level by level: link, then each wrapper. */
function tokensOf(pieces: readonly Piece[]): Token[] {
  const tokens: Token[] = [];
  let pairs = 0;
  const visit = (members: readonly Piece[], level: number): void => {
    const wrapper = wrappers[level];
    if (wrapper === undefined) {
      for (const piece of members) {
        tokens.push(
          piece.text === '\n' ? { type: 'newline' } : { type: 'text', text: piece.text, code: piece.marks.has('code') },
        );
      }
      return;
    }
    for (const group of groupsOf(members, (piece) => piece.marks.has(wrapper))) {
      if (!group.key) {
        visit(group.members, level + 1);
        continue;
      }
      const pair = pairs++;
      tokens.push({ type: 'open', wrapper, pair });
      visit(group.members, level + 1);
      tokens.push({ type: 'close', wrapper, pair });
    }
  };
  for (const { key: link, members } of groupsOf(pieces, (piece) => piece.link)) {
    if (link !== undefined) tokens.push({ type: 'linkOpen', destination: link });
    visit(members, 0);
    if (link !== undefined) tokens.push({ type: 'linkClose', destination: link });
  }
  return tokens;
}

type Side = 'blank' | 'sign' | 'letter' | 'emphasis';

/** What stands beside a delimiter: the last (or first) character of a neighbour. */
function sideOf(token: Token | undefined, end: 'first' | 'last', outside: boolean): Side {
  if (token === undefined || token.type === 'newline') return 'blank';
  if (token.type === 'linkOpen' || token.type === 'linkClose') return 'sign';
  if (token.type === 'open' || token.type === 'close') return 'emphasis';
  // Signs around code are read differently by different parsers.
  if (token.code) return 'emphasis';
  const character =
    end === 'first' ? String.fromCodePoint(token.text.codePointAt(0) ?? 32) : ([...token.text.slice(-2)].at(-1) ?? ' ');
  if (/\s/u.test(character)) return 'blank';
  // Beyond the BMP parsers see half a character: taken for whichever asks for more caution.
  if (character.length > 1) return outside ? 'letter' : 'sign';
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter';
}

/** The sign for an emphasis, or null when only a tag will be read back. */
function signFor(wrapper: Wrapper, sides: { before: Side; first: Side; last: Side; after: Side }): string | null {
  const { before, first, last, after } = sides;
  const open = (side: Side): boolean => side === 'blank' || side === 'sign';
  // Signs that touch other signs of emphasis are read by rules few parsers share: tags there.
  if (before === 'emphasis' || after === 'emphasis' || first === 'emphasis' || last === 'emphasis') return null;
  if (first === 'blank' || last === 'blank') return null;
  if ((first === 'sign' && !open(before)) || (last === 'sign' && !open(after))) return null;
  if (wrapper === 'bold') return '**';
  if (wrapper === 'italic') return '*';
  return wrapper === 'strike' ? '~~' : null;
}

/** Chooses how each pair is written: a sign or a tag. */
function chooseSigns(tokens: readonly Token[]): ReadonlyMap<number, string> {
  const openAt = new Map<number, number>();
  const signs = new Map<number, string>();
  tokens.forEach((token, at) => {
    if (token.type === 'open') openAt.set(token.pair, at);
    if (token.type !== 'close') return;
    const start = openAt.get(token.pair) ?? at;
    const sign = signFor(token.wrapper, {
      before: sideOf(tokens[start - 1], 'last', true),
      first: sideOf(tokens[start + 1], 'first', false),
      last: sideOf(tokens[at - 1], 'last', false),
      after: sideOf(tokens[at + 1], 'first', true),
    });
    if (sign !== null) signs.set(token.pair, sign);
  });
  return signs;
}

function newlineFor(tokens: readonly Token[], at: number, options: InlineOptions): string {
  // A backslash is a break only between two lines that hold something.
  const between =
    tokens[at - 1] !== undefined &&
    tokens[at - 1]?.type !== 'newline' &&
    tokens[at + 1] !== undefined &&
    tokens[at + 1]?.type !== 'newline';
  return options.newline === 'break' && between ? '\\\n' : '<br>';
}

/** Text inside a link: parsers disagree on brackets and backticks there, so they are spelt as entities and tags. */
function textInside(token: { readonly text: string; readonly code: boolean }, inLink: boolean): string {
  if (!inLink) return token.code ? codeSpan(token.text) : escapeInline(token.text);
  if (token.code && !/[`\\[\]]/.test(token.text)) return codeSpan(token.text);
  const held = escapeInline(token.text).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');
  return token.code ? `<code>${held}</code>` : held;
}

/**
 * A link as `[[target|words]]`; null where its words would need escapes, which such links
 * have not, or its destination has no such form.
 */
function wikiLinkAt(tokens: readonly Token[], at: number, { wikiTargetOf }: InlineOptions): string | null {
  const [open, words, close] = tokens.slice(at, at + 3);
  if (open?.type !== 'linkOpen' || words?.type !== 'text' || close?.type !== 'linkClose') return null;
  const target = wikiTargetOf?.(open.destination);
  const isPlain = !words.code && escapeInline(words.text) === words.text;
  return target !== undefined && isPlain ? `[[${target}|${words.text}]]` : null;
}

/** Inline content as Markdown, line edges escaped: it can stand where a block's text begins. */
export function inlinesToMarkdown(inlines: readonly Inline[], options: InlineOptions): string {
  const tokens = tokensOf(piecesOf(inlines, options));
  const signs = chooseSigns(tokens);
  let markdown = '';
  let inLink = false;
  let writtenUntil = 0;
  tokens.forEach((token, at) => {
    if (at < writtenUntil) return;
    switch (token.type) {
      case 'text':
        markdown += textInside(token, inLink);
        break;
      case 'newline':
        markdown += newlineFor(tokens, at, options);
        break;
      case 'open':
        markdown += signs.get(token.pair) ?? `<${tags[token.wrapper]}>`;
        break;
      case 'close':
        markdown += signs.get(token.pair) ?? `</${tags[token.wrapper]}>`;
        break;
      case 'linkOpen':
        // "!" before a link would make a picture of it.
        markdown = markdown.replace(/!$/, '\\!');
        if (wikiLinkAt(tokens, at, options) !== null) {
          markdown += wikiLinkAt(tokens, at, options);
          writtenUntil = at + 3;
          break;
        }
        markdown += '[';
        inLink = true;
        break;
      case 'linkClose':
        markdown += `](${token.destination})`;
        inLink = false;
    }
  });
  return markdown.split('\n').map(escapeLineEdges).join('\n');
}
