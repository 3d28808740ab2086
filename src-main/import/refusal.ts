/** The importers' failures: each names the file, the reason and the next step. */
import { Failure } from '@shared/outcome/outcome';

const megabyte = 1_048_576;

/** Longest stretch of a file name repeated in a message, in code units. */
const maxNameShown = 120;

/** The last part of a path, bounded and without control characters, for messages. */
export function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) || name;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keeping them out of messages is the point
  const clean = last.toWellFormed().replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');
  return clean.length > maxNameShown ? `${clean.slice(0, maxNameShown - 1).toWellFormed()}…` : clean;
}

/** Ending of a file name in lower case without the dot, or empty. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.\s]{1,16})$/u.exec(fileNameOf(name))?.[1]?.toLowerCase() ?? '';
}

/** `import/empty`: no bytes, or nothing but white space and a byte-order mark. */
export function emptyFile(name: string): Failure {
  const file = fileNameOf(name);
  return new Failure('import/empty', `“${file}” is empty. Save the article again and import the new file.`, { file });
}

/** `import/binary`: the content is not text; `looksLike` names it ("a PDF document"). */
export function binaryFile(name: string, looksLike: string): Failure {
  const file = fileNameOf(name);
  const message = `“${file}” is not text: it looks like ${looksLike}. Save the article as a web page, Markdown or plain text and import that.`;
  return new Failure('import/binary', message, { file, looksLike });
}

/** `import/unsupported`: nothing reads this ending. */
export function unsupportedFile(name: string, known: readonly string[], looksLike: string | null): Failure {
  const file = fileNameOf(name);
  const extension = extensionOf(name);
  const list = known.map((ending) => `.${ending}`).join(', ');
  const reason = looksLike
    ? `it looks like ${looksLike}`
    : extension
      ? `.${extension} files are not known`
      : 'its name has no known ending';
  const message = `“${file}” can’t be read: ${reason}. Postil reads ${list}; save the article as one of these and import that.`;
  return new Failure('import/unsupported', message, { file, extension, known: list });
}

/** `import/too-large`, with the limit in megabytes. */
export function tooLargeFile(name: string, sizeBytes: number, limitBytes: number): Failure {
  const file = fileNameOf(name);
  const sizeMb = Math.ceil(sizeBytes / megabyte);
  const limitMb = Math.floor(limitBytes / megabyte);
  const message = `“${file}” is too large (${sizeMb} MB; the limit is ${limitMb} MB). Split it, or save only the article.`;
  return new Failure('import/too-large', message, { file, sizeMb, limitMb });
}

/** `import/no-text`: read without fault, but no words came out. */
export function noText(name: string): Failure {
  const file = fileNameOf(name);
  const message = `“${file}” holds no text to keep. If its words are in a picture or are loaded by a script, copy them in the browser and paste them into Postil.`;
  return new Failure('import/no-text', message, { file });
}

/** `import/broken`: the content contradicts its format. `reason` is a clause ("…"). */
export function brokenFile(name: string, reason: string, cause?: unknown): Failure {
  const file = fileNameOf(name);
  const message = `“${file}” could not be read: ${reason}. Open it in the program that made it, save it again, and import the new file.`;
  return new Failure('import/broken', message, { file, reason }, cause === undefined ? undefined : { cause });
}

/** `import/cancelled`, when the person stopped it. */
export function throwIfCancelled(name: string, signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  const file = fileNameOf(name);
  throw new Failure('import/cancelled', `The import of “${file}” was stopped. Import it again when you want it.`, {
    file,
  });
}
