/** `postil note --title T [FILE]`: a note from Markdown, in a file or on standard input. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportedDocument } from '@shared/model/document';
import { Failure } from '@shared/outcome/outcome';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { plainLine } from '../print-text';
import { withArchive } from '../with-archive';

/** Makes a note; without a file and with nothing piped in, an empty one. */
export async function noteCommand(context: CommandContext, title: string, file: string | undefined): Promise<ExitCode> {
  const { io, json } = context;
  const bytes = file === undefined || file === '-' ? await io.readInput() : await readNote(resolve(io.folder, file));
  const read = bytes === null || new TextDecoder().decode(bytes).trim() === '' ? null : await parseNote(bytes);
  const uid = await withArchive(context, async ({ handlers }) => {
    const made = await handlers.createNote({ title, ...(read === null ? {} : { body: read.body }) });
    if (read !== null && read.labels.length > 0)
      await handlers.setDocumentLabels({ uid: made.uid, labels: read.labels });
    return made.uid;
  });
  for (const loss of read?.losses ?? []) io.err(`${plainLine(loss)}\n`);
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

async function parseNote(bytes: Uint8Array): Promise<ImportedDocument | null> {
  const { parseFile } = await import('../../import/parse-file');
  // The bytes are Markdown, whatever the file is called.
  const outcome = await parseFile({ name: 'note.md', bytes });
  if (!outcome.ok) throw new Failure(outcome.error.code, outcome.error.message, outcome.error.params);
  return outcome.value.holds === 'documents' ? (outcome.value.documents[0] ?? null) : null;
}
