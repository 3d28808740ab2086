/** `postil note --title T [FILE]`: a note from Markdown, in a file or on standard input. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportedDocument } from '@shared/model/document';
import { importLossSentence } from '@shared/outcome/import-loss-words';
import { Failure } from '@shared/outcome/outcome';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { plainLine } from '../print-text';
import { withArchive } from '../with-archive';

/** Makes a note; without a file and with nothing piped in, an empty one. */
export async function noteCommand(context: CommandContext, title: string, file: string | undefined): Promise<ExitCode> {
  const { io, json } = context;
  const bytes = file === undefined || file === '-' ? await io.readInput() : await readNote(resolve(io.folder, file));
  const read = bytes === null || new TextDecoder().decode(bytes).trim() === '' ? null : await parseNote(title, bytes);
  const uid = await withArchive(context, async ({ handlers }) => {
    const made = await handlers.createNote({ title, ...(read === null ? {} : { body: read.body }) });
    if (read !== null && read.labels.length > 0)
      await handlers.setDocumentLabels({ uid: made.uid, labels: read.labels });
    return made.uid;
  });
  for (const loss of read?.losses ?? []) io.err(`${plainLine(importLossSentence(loss, 'en'))}\n`);
  if (json) printJson(io, { uid, title });
  else io.out(`${plainLine(title)}\n  ${uid}\n`);
  return exitCodes.done;
}

async function readNote(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no such file'
        : 'the system refuses it';
    throw new Failure(
      'import/unreadable',
      `“${path}” can’t be read because ${reason}. Check the path and try again.`,
      { path, reason },
      { cause: error },
    );
  }
}

/** The importer takes a first heading for the title; one given beforehand keeps the heading in the text. */
function withTitle(title: string, bytes: Uint8Array): Uint8Array {
  const hasFrontMatter = /^\ufeff?---[ \t]*\r?\n/.test(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 64)),
  );
  if (hasFrontMatter || !isUtf8(bytes)) return bytes;
  // A JSON string is a YAML string.
  return Buffer.concat([Buffer.from(`---\ntitle: ${JSON.stringify(title)}\ntype: note\n---\n\n`), bytes]);
}

async function parseNote(title: string, bytes: Uint8Array): Promise<ImportedDocument | null> {
  const { parseFile } = await import('../../import/parse-file');
  // The bytes are Markdown, whatever the file is called.
  const outcome = await parseFile({ name: 'note.md', bytes: withTitle(title, bytes) });
  if (!outcome.ok) throw new Failure(outcome.error.code, outcome.error.message, outcome.error.params);
  return outcome.value.holds === 'documents' ? (outcome.value.documents[0] ?? null) : null;
}
