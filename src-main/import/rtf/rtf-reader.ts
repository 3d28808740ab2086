/** Follows an RTF file's groups and control words, and hands its words on to the story. */
import type { Block, Mark } from '@shared/model/block';
import type { AssetCollector } from '../asset-collector';
import { safeLink } from '../html-elements';
import { signedComment } from '../marked-body';
import { RtfPicture } from './rtf-picture';
import { setOfCodePage, setOfFont } from './rtf-sets';
import { RtfStory } from './rtf-story';
import type { RtfToken } from './rtf-tokens';
import { characterOf, type Destination, destinationOf, levelOfStyle, markOfWord } from './rtf-words';

/** Decodes bytes of a character set. */
export type Decode = (bytes: Uint8Array, charset: string) => string;

export interface RtfText {
  readonly blocks: readonly Block[];
  /** What is said of each marked passage, by its number. */
  readonly comments: ReadonlyMap<number, string>;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Year, month and day, as far as they are given: "2025-11-04". */
  readonly created: string;
}

interface State {
  readonly to: Destination;
  readonly marks: ReadonlySet<Mark>;
  /** Character set of the font; undefined for the file's own. */
  readonly charset: string | undefined;
  /** Characters that stand in for one given by `\u`. */
  readonly fallback: number;
  readonly hidden: boolean;
  readonly highlighted: boolean;
}

const unformatted = { marks: new Set<Mark>(), charset: undefined, hidden: false, highlighted: false } as const;
/** Deeper groups than any program writes keep the state they stand in. */
const deepest = 1000;

/** Reads the signs of a file. */
export function rtfText(tokens: Iterable<RtfToken>, decode: Decode, assets: AssetCollector): RtfText {
  const reader = new RtfReader(decode, assets);
  for (const token of tokens) reader.take(token);
  return reader.finished();
}

class RtfReader {
  private readonly decode: Decode;
  private readonly assets: AssetCollector;
  private readonly story = new RtfStory();
  private readonly outer: State[] = [];
  private state: State = { ...unformatted, to: 'text', fallback: 1 };
  /** True until the first word of a group is read. */
  private begun = false;
  private optional = false;
  private charset = 'windows-1252';
  private readonly fonts = new Map<number, string>();
  private readonly headings = new Map<number, number>();
  /** Font or style that is being defined. */
  private defined = 0;
  private bytes: number[] = [];
  private fallbacksLeft = 0;
  private readonly words = new Map<Destination, string>();
  private link: { readonly address: string | undefined; readonly depth: number } | null = null;
  private readonly passages = new Map<string, number>();
  private picture: RtfPicture | null = null;

  constructor(decode: Decode, assets: AssetCollector) {
    this.decode = decode;
    this.assets = assets;
  }

  take(token: RtfToken): void {
    if (token.is === 'byte') {
      this.begun = false;
      if (this.state.to === 'picture') this.picture?.digit(token.byte);
      else if (this.fallbacksLeft > 0) this.fallbacksLeft--;
      else if (this.state.to !== 'skipped') this.bytes.push(token.byte);
      return;
    }
    this.flush();
    if (token.is === 'open') {
      if (this.outer.length < deepest) this.outer.push(this.state);
      this.begun = true;
      this.optional = false;
    } else if (token.is === 'close') this.close();
    else if (token.is === 'binary') this.picture?.binary(token.bytes);
    else this.word(token.word, token.value);
  }

  finished(): RtfText {
    this.flush();
    return {
      blocks: this.story.finished(),
      comments: this.story.comments,
      title: this.said('title'),
      author: this.said('author'),
      subject: this.said('subject'),
      created: this.said('created'),
    };
  }

  private said(to: Destination): string {
    return (this.words.get(to) ?? '').trim();
  }

  /** What a group said, which is then forgotten. */
  private taken(to: Destination): string {
    const words = this.said(to);
    this.words.delete(to);
    return words;
  }

  private close(): void {
    const inner = this.state;
    const before = this.outer.pop();
    if (before === undefined) return;
    this.state = before;
    this.begun = false;
    if (inner.to !== before.to) this.ended(inner.to);
    // a link ends with the field around its address and its words
    if (this.link && this.outer.length < this.link.depth) this.link = null;
  }

  private ended(to: Destination): void {
    switch (to) {
      case 'note':
        this.story.endNote();
        return;
      case 'propertyValue': {
        const value = this.taken('propertyValue');
        if (this.taken('propertyName') === 'wzDescription' && this.picture) this.picture.alt = value;
        return;
      }
      case 'picture':
        this.endPicture();
        return;
      case 'link': {
        const address = /HYPERLINK\s+"([^"]+)"/i.exec(this.taken('link'))?.[1] ?? null;
        this.link = { address: safeLink(address, ''), depth: this.outer.length };
        return;
      }
      case 'listText':
        this.story.beginItem(/\d|^[a-z][.)]/i.test(this.taken('listText')) ? 'ordered' : 'bulleted');
        return;
      case 'commentStart':
        this.passages.set(this.taken('commentStart'), this.story.beginPassage());
        return;
      case 'commentEnd': {
        const id = this.passages.get(this.taken('commentEnd'));
        if (id !== undefined) this.story.endPassage(id);
        return;
      }
      case 'comment': {
        const comment = signedComment(this.taken('comment'), this.taken('commentAuthor'));
        const id = this.passages.get(this.taken('commentOf'));
        if (id !== undefined) this.story.comments.set(id, comment);
        return;
      }
    }
  }

  private endPicture(): void {
    if (this.picture === null) return;
    const { alt } = this.picture;
    // bytes of a kind that is not read are counted as such: an empty picture is damaged
    const collected = this.assets.add(this.picture.bytes() ?? new Uint8Array());
    this.picture = null;
    if (collected.kept) this.story.picture(alt, collected.sha256);
    else if (collected.reason !== 'pixel') this.story.picture(alt, null);
  }

  private word(word: string, value: number | null): void {
    const first = this.begun;
    this.begun = false;
    if (word === '*') {
      this.optional = true;
      this.begun = true;
      return;
    }
    if (first) {
      const to = destinationOf(word, this.state.to, this.optional);
      this.optional = false;
      if (to !== null) {
        if (to === 'note') this.story.beginNote();
        if (to === 'picture') this.picture = new RtfPicture();
        this.state = { ...this.state, to };
        return;
      }
    }
    if (this.state.to === 'skipped') return;
    const character = word === 'u' ? codeUnit(value ?? 0) : characterOf(word);
    if (character !== undefined) this.text(character);
    if (word === 'u') this.fallbacksLeft = this.state.fallback;
    else if (character === undefined) this.control(word, value);
  }

  private control(word: string, value: number | null): void {
    switch (this.state.to) {
      case 'picture':
        this.picture?.word(word);
        return;
      case 'fonts':
        if (word === 'f') this.defined = value ?? 0;
        if (word === 'fcharset') this.fonts.set(this.defined, setOfFont(value ?? 0) ?? this.charset);
        return;
      case 'styles':
        if (word === 's') this.defined = value ?? 0;
        if (word === 'outlinelevel') this.headings.set(this.defined, value ?? 0);
        return;
      case 'created':
        if (word === 'yr') this.words.set('created', String(value ?? ''));
        if (word === 'mo' || word === 'dy')
          this.words.set('created', `${this.said('created')}-${String(value ?? 0).padStart(2, '0')}`);
        return;
      default:
        if (!this.format(word, value)) this.structure(word, value);
    }
  }

  /** True when the word is about the look of letters, or the characters they stand for. */
  private format(word: string, value: number | null): boolean {
    const on = value !== 0;
    const mark = markOfWord(word);
    if (mark !== undefined) this.setMarks([mark], on);
    else if (word === 'ulnone') this.setMarks(['underline'], false);
    else if (word === 'nosupersub') this.setMarks(['sup', 'sub'], false);
    else if (word === 'plain') this.state = { ...this.state, ...unformatted };
    else if (word === 'v') this.state = { ...this.state, hidden: on };
    else if (word === 'highlight') this.state = { ...this.state, highlighted: on };
    else if (word === 'f') this.state = { ...this.state, charset: this.fonts.get(value ?? 0) };
    else if (word === 'uc') this.state = { ...this.state, fallback: Math.min(Math.max(value ?? 1, 0), 8) };
    else if (word === 'ansicpg') this.charset = setOfCodePage(value ?? 1252);
    else if (word === 'mac') this.charset = 'macintosh';
    else return false;
    return true;
  }

  private setMarks(marks: readonly Mark[], on: boolean): void {
    const others = [...this.state.marks].filter((mark) => !marks.includes(mark));
    this.state = { ...this.state, marks: new Set(on ? [...others, ...marks] : others) };
  }

  private structure(word: string, value: number | null): void {
    if (word === 'par' || word === 'sect') this.story.endParagraph();
    else if (word === 'line') this.story.lineBreak();
    else if (word === 'pard') this.story.resetParagraph();
    else if (word === 's') this.story.setOutline(this.headings.get(value ?? 0) ?? -1);
    else if (word === 'outlinelevel') this.story.setOutline(value ?? -1);
    else if (word === 'ilvl') this.story.setListDepth(value ?? 0);
    else if (word === 'intbl') this.story.enterTable();
    else if (word === 'cell') this.story.endCell();
    else if (word === 'row') this.story.endRow();
  }

  /** Decodes the bytes since the last control: a letter of two bytes is often written in two escapes. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const text = this.decode(Uint8Array.from(this.bytes), this.state.charset ?? this.charset);
    this.bytes = [];
    this.text(text);
  }

  private text(text: string): void {
    const { to, hidden, marks, highlighted } = this.state;
    if (to === 'styles') {
      const level = levelOfStyle(text);
      if (level !== undefined && !this.headings.has(this.defined)) this.headings.set(this.defined, level);
    } else if (to !== 'text' && to !== 'note') this.words.set(to, (this.words.get(to) ?? '') + text);
    else if (!hidden) {
      this.story.setHighlighted(highlighted);
      this.story.text(text, marks, this.link?.address);
    }
  }
}

const codeUnit = (value: number): string => String.fromCharCode(value < 0 ? value + 65_536 : value);
