/**
 * The words the full-text index was fed lately, with what each is found by: in flat arrays, found by the characters a
 * word stands as in a text without cutting it out. An import meets a word hundreds of times, and fetching what is known
 * of it from scattered objects took longer than all else that was done with it. Knows nothing of languages.
 */
import { utf8Of } from '../text/utf8';

/** Code units of a word that is kept. */
export const longestKept = 255;
/** Marks a word may have: three beginnings and a stem. */
const mostMarks = 4;
const mostWords = 100_000;

/** FNV-1a over UTF-16 code units, 32 bits. */
export const hashBasis = 0x811c9dc5 | 0;
/** The hash after one more code unit. */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
/** The hash of a whole word. */
export function hashOfWord(word: string): number {
  let hash = hashBasis;
  for (let index = 0; index < word.length; index++) hash = hashOn(hash, word.charCodeAt(index));
  return hash;
}

/** Fields of a word's record. */
const unitsStart = 0;
const unitsLength = 1;
const bytesStart = 2;
const bytesLength = 3;
const metIn = 4;
const firstMark = 5;
const wordInts = firstMark + mostMarks;
/** Fields of a mark's record: where its bytes are, how many, and the last text it was met in. */
const markInts = 3;

/** A word as the index holds it, and the signs it is found by besides. */
export interface Learned {
  readonly token: string;
  readonly marks: readonly string[];
}

export class IndexWords {
  /** Hash and number of a word, side by side; words count from 1. */
  #slots = new Int32Array(1 << 14);
  #words = new Int32Array(1024 * wordInts);
  #wordCount = 0;
  #marks = new Int32Array(1024 * markInts);
  readonly #markNumbers = new Map<string, number>();
  #units = new Uint16Array(1 << 14);
  #unitsEnd = 0;
  #bytes = new Uint8Array(1 << 14);
  #bytesEnd = 0;

  /** Whether a text had better begin with a new one: one of unheard-of words can't fill the memory. */
  get isFull(): boolean {
    return this.#wordCount >= mostWords || this.#markNumbers.size >= mostWords;
  }

  /**
   * The word that stands in a text from `start` to before `end` (UTF-16 code units); -1 when it was not met yet.
   *
   * @param hash {@link hashOn} of its code units in turn, begun with {@link hashBasis}.
   */
  find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const word = at(slots, 2 * slot + 1) - 1;
      if (word === -1) return -1;
      if (slots[2 * slot] === hash && this.#standsAt(word * wordInts, text, start, end)) return word;
    }
  }

  #standsAt(record: number, text: string, start: number, end: number): boolean {
    const length = end - start;
    if (this.#words[record + unitsLength] !== length) return false;
    const from = at(this.#words, record + unitsStart);
    for (let index = 0; index < length; index++)
      if (this.#units[from + index] !== text.charCodeAt(start + index)) return false;
    return true;
  }

  /** Keeps a word; when there are too many, only until the next is learned. */
  learn(standing: string, hash: number, { token, marks }: Learned): number {
    const word = this.#wordCount;
    const units = standing.slice(0, longestKept);
    const bytes = utf8Of(token);
    this.#words = grown(this.#words, (word + 1) * wordInts, ints);
    this.#units = grown(this.#units, this.#unitsEnd + units.length, codes);
    for (let index = 0; index < units.length; index++) this.#units[this.#unitsEnd + index] = units.charCodeAt(index);
    const record = word * wordInts;
    const numbers = Array.from({ length: mostMarks }, (_, index) => this.#markOf(marks[index]));
    this.#words.set([this.#unitsEnd, units.length, this.#bytesEnd, bytes.length, 0, ...numbers], record);
    this.#keepBytes(bytes);
    const isKept = word < mostWords && standing.length <= longestKept;
    if (!isKept) {
      this.#bytesEnd -= bytes.length;
      return word;
    }
    this.#unitsEnd += units.length;
    this.#wordCount++;
    if (4 * this.#wordCount > this.#slots.length) this.#rehash();
    this.#place(this.#slots, hash, word + 1);
    return word;
  }

  /** The number of a mark, counted from 1; 0 for none. */
  #markOf(sign: string | undefined): number {
    if (sign === undefined) return 0;
    const known = this.#markNumbers.get(sign);
    if (known !== undefined) return known;
    const bytes = utf8Of(sign);
    const number = this.#markNumbers.size + 1;
    this.#markNumbers.set(sign, number);
    this.#marks = grown(this.#marks, (number + 1) * markInts, ints);
    this.#marks.set([this.#bytesEnd, bytes.length, 0], number * markInts);
    this.#keepBytes(bytes);
    return number;
  }

  #keepBytes(bytes: readonly number[]): void {
    this.#bytes = grown(this.#bytes, this.#bytesEnd + bytes.length, octets);
    this.#bytes.set(bytes, this.#bytesEnd);
    this.#bytesEnd += bytes.length;
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      const word = at(this.#slots, slot + 1);
      if (word !== 0) this.#place(slots, at(this.#slots, slot), word);
    }
    this.#slots = slots;
  }

  #place(slots: Int32Array, hash: number, number: number): void {
    const mask = slots.length / 2 - 1;
    let slot = spread(hash) & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = number;
  }

  /** Adds a word to a column, and the marks that the column does not have yet. */
  addTo(column: ColumnBytes, word: number): void {
    const record = word * wordInts;
    column.add(this.#bytes, at(this.#words, record + bytesStart), at(this.#words, record + bytesLength));
    this.meet(column, word);
  }

  /** Adds the marks of a word that a column does not have yet. */
  meet(column: ColumnBytes, word: number): void {
    const words = this.#words;
    const record = word * wordInts;
    if (words[record + metIn] === column.number) return;
    words[record + metIn] = column.number;
    for (let field = record + firstMark; field < record + wordInts; field++) {
      const mark = at(words, field);
      if (mark === 0) return;
      const metField = mark * markInts + 2;
      if (this.#marks[metField] === column.number) continue;
      this.#marks[metField] = column.number;
      column.marks.push(mark);
    }
  }

  /** The column with its marks at the end. */
  finished(column: ColumnBytes): Uint8Array {
    for (const mark of column.marks)
      column.add(this.#bytes, at(this.#marks, mark * markInts), at(this.#marks, mark * markInts + 1));
    return column.taken();
  }
}

let columns = 0;
/** Shared by all columns: each is copied out before the next begins. */
let room = new Uint8Array(1 << 16);

/** A column as it grows: words in UTF-8 with one space between. */
export class ColumnBytes {
  /** Tells whether a word was met in this one. */
  readonly number = ++columns;
  readonly marks: number[] = [];
  #length = 0;

  /** Adds a word. */
  add(bytes: Uint8Array | readonly number[], start: number, length: number): void {
    room = grown(room, this.#length + length + 1, octets);
    const target = room;
    let end = this.#length;
    if (end > 0) target[end++] = 0x20;
    for (let index = start; index < start + length; index++) target[end++] = bytes[index] ?? 0;
    this.#length = end;
  }

  /** The bytes in memory of their own. */
  taken(): Uint8Array {
    return room.slice(0, this.#length);
  }
}

/** An array with room for so many elements; what it held is kept. */
function grown<A extends { readonly length: number; readonly set: (from: A) => void }>(
  array: A,
  length: number,
  make: (length: number) => A,
): A {
  if (length <= array.length) return array;
  const larger = make(2 * length);
  larger.set(array);
  return larger;
}
const ints = (length: number): Int32Array<ArrayBuffer> => new Int32Array(length);
const codes = (length: number): Uint16Array<ArrayBuffer> => new Uint16Array(length);
const octets = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);

/** Where there is an element for certain. */
const at = (array: Int32Array, index: number): number => array[index] ?? 0;

/** The hash's upper half tells words apart that differ at their ends. */
const spread = (hash: number): number => hash ^ (hash >>> 15);
