/**
 * The zip of a native archive, seen before it is believed: names, sizes and ratios are
 * checked for all entries before the first is unpacked, one at a time, in memory.
 */
import { inflateRawSync } from 'node:zlib';
import { nativeLimits } from '@shared/contract/native-format';
import { Failure } from '@shared/outcome/outcome';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** `import/broken`, naming the entry at fault; `reason` is a clause. */
export function broken(entry: string, reason: string, cause?: unknown): Failure {
  return new Failure(
    'import/broken',
    `This Postil archive can’t be read: ${entry === '' ? '' : `in “${entry.slice(0, 200)}” `}${reason}. Nothing of it was imported; export it again, or use another copy.`,
    { entry, reason },
    cause === undefined ? undefined : { cause },
  );
}

/** What an error says, for a message. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The entries of a zip by name, checked before anything is unpacked. */
export class CheckedZip {
  readonly #bytes: Buffer;
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, Entry>();

  private constructor(bytes: Buffer, zip: ZipFile) {
    this.#bytes = bytes;
    this.#zip = zip;
  }

  /** @throws Failure import/broken. */
  static async open(bytes: Uint8Array): Promise<CheckedZip> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      const zip = await fromBufferPromise(buffer, {
        lazyEntries: true,
        validateEntrySizes: true,
        strictFileNames: true,
      });
      const checked = new CheckedZip(buffer, zip);
      await checked.#readDirectory();
      return checked;
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw broken('', `the zip file is damaged (${reasonOf(error)})`, error);
    }
  }

  async #readDirectory(): Promise<void> {
    const { entries, totalBytes, entryBytes, ratio, ratioFreeBytes } = nativeLimits;
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
      if (uncompressedSize > entryBytes) throw broken(name, 'the entry is larger than 512 MB');
      if (total > totalBytes) throw broken(name, 'the whole is larger than 2 GB');
      if (uncompressedSize > ratioFreeBytes && uncompressedSize > compressedSize * ratio)
        throw broken(name, 'the entry unpacks to suspiciously much');
      this.#entries.set(name, entry);
    }
  }

  /** Names of all entries. */
  names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** The unpacked bytes of an entry: never more than its header promised. */
  async read(name: string): Promise<Uint8Array> {
    const entry = this.#entries.get(name);
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
