/** A picture of an RTF file while its group is read: PNG or JPEG, its bytes in hexadecimal or as they are. */

/** What is kept of a picture at most; a larger one is refused by its size. */
const mostBytes = 40 * 1_048_576;

export class RtfPicture {
  /** What its properties say it shows. */
  alt = '';
  #readable = false;
  #bytes = new Uint8Array(4096);
  #length = 0;
  #half = -1;

  /** A control word of the group; those of other kinds (metafiles, bitmaps) can't be shown. */
  word(word: string): void {
    if (word === 'pngblip' || word === 'jpegblip') this.#readable = true;
  }

  /** A character of the group: half a byte, when it is a digit. */
  digit(character: number): void {
    const value = digitOf(character);
    if (value < 0) return;
    if (this.#half < 0) {
      this.#half = value;
      return;
    }
    this.#push(this.#half * 16 + value);
    this.#half = -1;
  }

  /** Bytes as they are (`\\bin`). */
  binary(bytes: Uint8Array): void {
    for (const byte of bytes.subarray(0, mostBytes)) this.#push(byte);
  }

  /** Null for a picture of a kind that is not read. */
  bytes(): Uint8Array | null {
    return this.#readable ? this.#bytes.subarray(0, this.#length) : null;
  }

  #push(byte: number): void {
    if (!this.#readable || this.#length >= mostBytes) return;
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** The value of a hexadecimal digit's character; -1 for another. */
function digitOf(character: number): number {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  const letter = character | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
