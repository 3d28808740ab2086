/** The command line beside the app: the same archive, no window. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './app';

const run = promisify(execFile);

/** An annotation as `show --as json` prints it; only what journeys look at. */
export interface PrintedAnnotation {
  readonly uid: string;
  readonly kind: string;
  readonly selector: { readonly start: number; readonly end: number; readonly exact: string };
  readonly orphaned: boolean;
  readonly comment: string;
  readonly labels: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

export interface PrintedDocument {
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly metadata: { readonly date: string; readonly language: string };
  readonly annotations: readonly PrintedAnnotation[];
  /** By annotation. */
  readonly links: Readonly<Record<string, readonly { readonly uid: string; readonly relation: string }[]>>;
}

export interface PrintedHits {
  readonly total: number;
  readonly hits: readonly { readonly uid: string; readonly document: string; readonly snippet: string }[];
}

/** Runs `postil` on an archive. @throws with what it printed when it exits with anything but 0. */
export async function postil(archive: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [path.join(root, 'out/main/cli.js'), '--archive', archive, ...args], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}

/** The same, answering with JSON in the shape the caller names (docs/cli.md). */
export async function postilJson<T>(archive: string, ...args: readonly string[]): Promise<T> {
  return JSON.parse(await postil(archive, '--json', ...args));
}

/** The document of a title, as stored. */
export async function stored(archive: string, title: string): Promise<PrintedDocument> {
  const { documents } = await postilJson<{ documents: readonly { uid: string; title: string }[] }>(
    archive,
    'list',
    '--limit',
    '500',
  );
  const found = documents.find((document) => document.title === title);
  if (found === undefined)
    throw new Error(`No document is called “${title}”: ${documents.map((one) => one.title).join(', ')}`);
  return postilJson(archive, 'show', found.uid, '--as', 'json');
}

/** Each annotation's words as its stored offsets cut them out of the stored text. */
export function cutOut({ text, annotations }: PrintedDocument): readonly string[] {
  return annotations.map(({ selector }) => text.slice(selector.start, selector.end));
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
