/**
 * The Markdown tokenizer: GFM, and what note programs add to it. Wiki links and
 * highlights become their text, footnotes stay as they are written.
 */
import type { MarkedToken, Token, TokenizerExtension } from 'marked';

/** What stands before the address of a wiki link, which is a name rather than a path. */
export const wikiAddress = 'wiki:';

/** `![[picture.png]]` is a picture, `[[Page|shown]]` its shown text. */
const wikiLink: TokenizerExtension = {
  name: 'wikiLink',
  level: 'inline',
  tokenizer(source) {
    const found = /^(!?)\[\[([^[\]\n|]{1,500})(?:\|([^[\]\n]{1,500}))?\]\]/.exec(source);
    if (!found) return undefined;
    const [raw, embedded, target = '', shown] = found;
    // `![[x.png|300]]` says how wide it is shown
    const words = shown === undefined || (embedded === '!' && /^\d+(?:x\d+)?$/.test(shown)) ? target : shown;
    const isImage = embedded === '!' && /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/i.test(target);
    if (isImage) return { type: 'image', raw, href: `${wikiAddress}${target}`, title: null, text: words, tokens: [] };
    const text = { type: 'text', raw: words, text: words, escaped: true };
    return { type: 'link', raw, href: `${wikiAddress}${target}`, title: null, text: words, tokens: [text] };
  },
};

/** `==marked==` is kept as its text; emphasis inside it stays. */
const highlight: TokenizerExtension = {
  name: 'highlight',
  level: 'inline',
  start: (source) => source.indexOf('=='),
  tokenizer(source) {
    const found = /^==(?=[^\s=])([^\n]{0,2000}?[^\s=])==(?!=)/.exec(source);
    if (!found) return undefined;
    const text = found[1] ?? '';
    // a link to nowhere: marked would merge a text token with the words after it and forget its tokens
    return { type: 'link', raw: found[0], href: '', title: null, text, tokens: this.lexer.inlineTokens(text) };
  },
};

/** `[^1]: words` with its indented lines: a paragraph, not the definition of a link. */
const footnote: TokenizerExtension = {
  name: 'footnote',
  level: 'block',
  start: (source) => /(?:^|\n)\[\^/.exec(source)?.index,
  tokenizer(source) {
    const found = /^\[\^[^\]\n]{1,100}\]:[^\n]*(?:\n(?:[ \t]+\S[^\n]*))*(?:\n|$)/.exec(source);
    if (!found) return undefined;
    const text = found[0].trim().replace(/\n[ \t]+/g, '\n');
    return { type: 'paragraph', raw: found[0], text, tokens: this.lexer.inlineTokens(text) };
  },
};

/** What emphasis, links, code, references and hard breaks are made with. */
const inlineSign = /[\\<![\]`*_~@^=]| {2,}\n|:\/\/|www\./i;

/** Words with no such sign up to the end: taken at once, where the tokenizer tries ten expressions. */
const plainWords: TokenizerExtension = {
  name: 'plainWords',
  level: 'inline',
  tokenizer: (source) => (inlineSign.test(source) ? undefined : { type: 'text', raw: source, text: source }),
};

const footnoteSign: TokenizerExtension = {
  name: 'footnoteSign',
  level: 'inline',
  tokenizer(source) {
    const found = /^\[\^[^\]\n[]{1,100}\]/.exec(source);
    return found ? { type: 'text', raw: found[0], text: found[0], escaped: true } : undefined;
  },
};

/**
 * Signs of emphasis, links and tags in one paragraph beyond which the tokenizer, quadratic
 * in them (20,000 took 2.5 s), is not asked.
 */
const maxSigns = 5000;

/** True when a paragraph holds more signs than the tokenizer can take in good time. */
export function isTooDense(text: string): boolean {
  return text
    .split(/\n(?=[ \t]*(?:\n|[-*+|#>]|\d+[.)]))/)
    .some((part) => part.length > maxSigns && (part.match(/[*_`[<~]/g)?.length ?? 0) > maxSigns);
}

type Lexer = (text: string) => readonly Token[];

/** One lexer without and one with {@link highlight}, made at first use: making one takes as long as a page of text. */
let lexers: { readonly plain: Lexer; readonly highlighting: Lexer } | null = null;

async function makeLexers(): Promise<NonNullable<typeof lexers>> {
  const { Marked } = await import('marked');
  const extensions = [plainWords, wikiLink, footnote, footnoteSign];
  const plain = new Marked({ gfm: true, extensions });
  const highlighting = new Marked({ gfm: true, extensions: [...extensions, highlight] });
  return { plain: (text) => plain.lexer(text), highlighting: (text) => highlighting.lexer(text) };
}

/**
 * Tokens of a Markdown text, blocks with their inline tokens.
 *
 * @throws RangeError when it is nested beyond the stack.
 */
export async function markdownTokens(text: string): Promise<readonly Token[]> {
  lexers ??= await makeLexers();
  return text.includes('==') ? lexers.highlighting(text) : lexers.plain(text);
}

/** Narrows to marked's own token types; the extensions above make no others. */
export function isMarkedToken(token: Token): token is MarkedToken {
  return token.type !== 'generic';
}
