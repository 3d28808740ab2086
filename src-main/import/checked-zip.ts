/**
 * A zip from outside, seen before it is believed: names, sizes and ratios are checked
 * for all entries before the first is unpacked, one at a time, in memory.
 */
import { inflateRawSync } from 'node:zlib';
import { Failure } from '@shared/outcome/outcome';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** How much a zip may hold before it is refused. */
export interface ZipLimits {
  readonly entries: number;
  readonly totalBytes: number;
  readonly entryBytes: number;
  /** Largest unpacked : packed of an entry beyond `ratioFreeBytes`. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
}

/** Makes the refusal of a zip; `entry` is empty when the file as a whole is at fault, `reason` is a clause. */
export type BrokenEntry = (entry: string, reason: string, cause?: unknown) => Failure;

const megabytes = (bytes: number): number => Math.floor(bytes / 1_048_576);

/** What an error says, for a message. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The entries of a zip by name, checked before anything is unpacked. */
export class CheckedZip {
  readonly #bytes: Buffer;
  readonly #limits: ZipLimits;
  readonly #broken: BrokenEntry;
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, Entry>();

  private constructor(bytes: Buffer, zip: ZipFile, limits: ZipLimits, broken: BrokenEntry) {
    this.#bytes = bytes;
    this.#zip = zip;
    this.#limits = limits;
    this.#broken = broken;
  }

  /** @throws what `broken` makes, when the file is no sound zip or passes a limit. */
  static async open(bytes: Uint8Array, limits: ZipLimits, broken: BrokenEntry): Promise<CheckedZip> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      const zip = await fromBufferPromise(buffer, {
        lazyEntries: true,
        validateEntrySizes: true,
        strictFileNames: true,
      });
      const checked = new CheckedZip(buffer, zip, limits, broken);
      await checked.#readDirectory();
      return checked;
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw broken('', `the zip file is damaged (${reasonOf(error)})`, error);
    }
  }

  async #readDirectory(): Promise<void> {
    const { entries, totalBytes, entryBytes, ratio, ratioFreeBytes } = this.#limits;
    const broken = this.#broken;
    if (this.#zip.entryCount > entries) throw broken('', `it has more than ${entries} entries`);
    let total = 0;
    for await (const entry of this.#zip.eachEntry()) {
      const name = entry.fileName;
      const { uncompressedSize, compressedSize } = entry;
      total += uncompressedSize;
      if (this.#entries.has(name)) throw broken(name, 'there are two entries of this name');
      if (entry.generalPurposeBitFlag & 1) throw broken(name, 'the entry is encrypted');
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
        throw broken(name, 'the packing method is unknown');
      if (uncompressedSize > entryBytes) throw broken(name, `the entry is larger than ${megabytes(entryBytes)} MB`);
      if (total > totalBytes) throw broken(name, `the whole is larger than ${megabytes(totalBytes)} MB`);
      if (uncompressedSize > ratioFreeBytes && uncompressedSize > compressedSize * ratio)
        throw broken(name, 'the entry unpacks to suspiciously much');
      this.#entries.set(name, entry);
    }
  }

  /** Names of all entries. */
  names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The unpacked bytes of an entry: never more than its header promised. */
  async read(name: string): Promise<Uint8Array> {
    const entry = this.#entries.get(name);
    const broken = this.#broken;
    if (entry === undefined) throw broken(name, 'the entry is missing');
    try {
      const { fileDataStart } = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const packed = this.#bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
      const bytes =
        entry.compressionMethod === 0
          ? packed
          : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
      if (bytes.length !== entry.uncompressedSize)
        throw new Error(`${bytes.length} bytes instead of ${entry.uncompressedSize}`);
      return bytes;
    } catch (error) {
      throw broken(name, `the data is damaged (${reasonOf(error)})`, error);
    }
  }
}
