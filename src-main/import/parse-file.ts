/**
 * One file in, documents or a clear refusal out: chooses the importer by content
 * and ending. What services and the workers call; never throws for a bad file.
 */
import { Failure, failure, type Outcome, success } from '@shared/outcome/outcome';
import type { FileToRead, Imported, Importer } from './importer';
import {
  binaryFile,
  brokenFile,
  emptyFile,
  fileNameOf,
  throwIfCancelled,
  tooLargeFile,
  unsupportedFile,
} from './refusal';
import { importers } from './registry';
import { looksBinary } from './sniff-binary';

/** Endings Postil reads, lower case, without the dot. */
export function supportedExtensions(): readonly string[] {
  return importers.flatMap((importer) => importer.extensions);
}

/** True when a file of this name is worth reading; folders are walked by it. */
export function isSupportedName(name: string): boolean {
  return importerByEnding(name) !== undefined;
}

/** Largest file of this name that is read, in bytes, so that a larger one is refused unread. */
export function maxFileBytes(name: string): number {
  const byEnding = importerByEnding(name);
  return (
    byEnding?.maxBytes ??
    Math.max(...importers.filter(({ content }) => content === 'text').map(({ maxBytes }) => maxBytes))
  );
}

/** Every ending with its importer, longest first ("postil.zip" before "zip"). Asked for every file of a folder. */
const endings = importers
  .flatMap((importer) => importer.extensions.map((extension) => ({ importer, ending: `.${extension}` })))
  .sort((a, b) => b.ending.length - a.ending.length);

/** The importer of the longest ending that fits; a name that is nothing but the ending has none. */
function importerByEnding(name: string): Importer | undefined {
  const file = fileNameOf(name).toLowerCase();
  return endings.find(({ ending }) => file.length > ending.length && file.endsWith(ending))?.importer;
}

/** White space and byte-order marks only. */
function isBlank(bytes: Uint8Array): boolean {
  if (bytes.length > 65_536) return false;
  return bytes.every(
    (byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xef || byte === 0xbb || byte === 0xbf,
  );
}

/** @throws Failure when nothing reads the file. */
function importerFor({ name, bytes }: FileToRead): Importer {
  if (isBlank(bytes)) throw emptyFile(name);
  const looksLike = looksBinary(bytes);
  const byContent = importers.find(
    ({ content, detect }) => (content === 'binary' || !looksLike) && detect?.(bytes, name),
  );
  const importer = byContent ?? importerByEnding(name);
  if (!importer) throw unsupportedFile(name, supportedExtensions(), looksLike);
  if (importer.content === 'text' && looksLike) throw binaryFile(name, looksLike);
  if (bytes.length > importer.maxBytes) throw tooLargeFile(name, bytes.length, importer.maxBytes);
  return importer;
}

/**
 * Reads one file. Every failure is an `import/…` outcome that names the file.
 *
 * @param signal Stops between steps, with `import/cancelled`.
 */
export async function parseFile(file: FileToRead, signal?: AbortSignal): Promise<Outcome<Imported>> {
  try {
    throwIfCancelled(file.name, signal);
    return success(await importerFor(file).read(file, signal));
  } catch (error) {
    if (error instanceof Failure) return failure(error.data);
    // a parser that stumbles over one file must not stop the others
    const reason =
      error instanceof Error
        ? `its content confused the reader (${error.message.slice(0, 200)})`
        : 'its content confused the reader';
    return failure(brokenFile(file.name, reason, error).data);
  }
}
