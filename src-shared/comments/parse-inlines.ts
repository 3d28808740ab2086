/**
 * Emphasis and links in a comment's Markdown. A run of stars switches italic (1), bold (2) or both (3);
 * one that has no partner, or stands among blanks, is only stars.
 */
import type { Mark, TextRun } from '../model/block';

type Token =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'stars'; readonly count: number; readonly before: string; readonly after: string }
  | { readonly is: 'link'; readonly runs: readonly TextRun[] };

const linkPattern = /\[((?:\\.|[^[\]\\])+)\]\(((?:https?:\/\/|mailto:)[^\s()]+)\)/iy;
const escapePattern = /\\([!-/:-@[-`{-~])/y;
const starsPattern = /\*+/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') tokens.push({ is: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const escaped = matchAt(escapePattern, text, at);
    const stars = escaped === null ? matchAt(starsPattern, text, at) : null;
    const link = escaped === null && stars === null ? matchAt(linkPattern, text, at) : null;
    const [whole] = escaped ?? stars ?? link ?? [text[at] ?? ''];
    if (escaped !== null) plain += escaped[1] ?? '';
    else if (stars !== null) {
      flush();
      tokens.push({
        is: 'stars',
        count: whole.length,
        before: text[at - 1] ?? ' ',
        after: text[at + whole.length] ?? ' ',
      });
    } else if (link !== null) {
      flush();
      const [, label = '', address = ''] = link;
      tokens.push({ is: 'link', runs: parseInlines(label).map((run) => ({ ...run, link: address })) });
    } else plain += whole;
    at += whole.length;
  }
  flush();
  return tokens;
}

interface Switches {
  readonly bold: boolean;
  readonly italic: boolean;
}

const off: Switches = { bold: false, italic: false };
const isBlank = (character: string): boolean => /\s/.test(character);

/** What a run of stars does; null when it can't, being too long or beside a blank. */
function switched(now: Switches, { count, before, after }: Extract<Token, { is: 'stars' }>): Switches | null {
  if (count > 3) return null;
  const next = { bold: count > 1 ? !now.bold : now.bold, italic: count === 2 ? now.italic : !now.italic };
  const opens = (next.bold && !now.bold) || (next.italic && !now.italic);
  const closes = (now.bold && !next.bold) || (now.italic && !next.italic);
  return (opens && isBlank(after)) || (closes && isBlank(before)) ? null : next;
}

/** The runs of stars that are text: found from the first that can't switch, or the last without a partner. */
function literalStars(tokens: readonly Token[]): ReadonlySet<Token> {
  const literal = new Set<Token>();
  for (;;) {
    let now = off;
    let lastBold: Token | null = null;
    let lastItalic: Token | null = null;
    let failed: Token | null = null;
    for (const token of tokens) {
      if (token.is !== 'stars' || literal.has(token)) continue;
      const next = switched(now, token);
      if (next === null) {
        failed = token;
        break;
      }
      if (next.bold && !now.bold) lastBold = token;
      if (next.italic && !now.italic) lastItalic = token;
      now = next;
    }
    failed ??= now.bold ? lastBold : now.italic ? lastItalic : null;
    if (failed === null) return literal;
    literal.add(failed);
  }
}

/** Reads one block's text. */
export function parseInlines(text: string): readonly TextRun[] {
  const tokens = tokensOf(text);
  const literal = literalStars(tokens);
  const runs: TextRun[] = [];
  let now = off;
  for (const token of tokens) {
    if (token.is === 'stars' && !literal.has(token)) {
      now = switched(now, token) ?? now;
      continue;
    }
    const marks: readonly Mark[] = [...(now.bold ? ['bold' as const] : []), ...(now.italic ? ['italic' as const] : [])];
    if (token.is === 'link') {
      for (const run of token.runs) {
        const both = [...new Set([...marks, ...(run.marks ?? [])])].sort();
        runs.push({ ...run, ...(both.length > 0 ? { marks: both } : {}) });
      }
      continue;
    }
    const words = token.is === 'text' ? token.text : '*'.repeat(token.count);
    runs.push({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) });
  }
  return runs;
}
