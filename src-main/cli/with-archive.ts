/** Opens the archive for a command and closes it whatever happens. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '@shared/outcome/outcome';
import type { Archive } from '../archive/archive-api';
import type { Parse, Services } from '../services/services-api';
import type { CommandContext, Io } from './io';
import { progressOn } from './progress';

/**
 * Runs work that only reads the archive: what imports and exports is not even loaded, which takes longer than a search.
 * @throws Failure `archive/…` when it can't be opened.
 */
export async function withArchiveAlone<T>(
  { archivePath, io }: CommandContext,
  work: (archive: Archive) => T,
): Promise<T> {
  const { archiveIsAt, openArchive } = await import('../archive/open');
  if (!archiveIsAt(archivePath)) throw missingArchive(archivePath);
  const archive = openArchive(archivePath);
  try {
    if (!archive.indexIsComplete()) await completeIndex(io, archive);
    return work(archive);
  } finally {
    archive.close();
  }
}

/**
 * Runs work over the archive. `create: true` makes a missing one and says so on stderr.
 * @throws Failure `archive/…` when it can't be opened.
 */
export async function withArchive<T>(
  context: CommandContext,
  work: (services: Services, archive: Archive) => T | Promise<T>,
  options: { readonly create?: boolean } = {},
): Promise<T> {
  const { archivePath, io } = context;
  const { archiveIsAt } = await import('../archive/open');
  const missing = !archiveIsAt(archivePath);
  if (missing && !options.create) throw missingArchive(archivePath);
  const [{ openOrCreate }, { createServices }, { withCompanions }, { parseFile }, { createParsePool }] =
    await Promise.all([
      import('../host/keeper'),
      import('../services/services'),
      import('../services/companions'),
      import('../import/parse-file'),
      import('../host/parse-pool'),
    ]);
  const workerFile = builtWorker();
  const pool = workerFile === undefined ? null : createParsePool({ workerFile });
  const archive = openOrCreate(archivePath, {});
  if (missing) io.err(`Made a new archive at ${archivePath}\n`);
  try {
    if (!archive.indexIsComplete()) await completeIndex(io, archive);
    const parseHere: Parse = (file, signal) => parseFile(withCompanions(file), signal);
    return await work(createServices({ archive, parse: pool?.parse ?? parseHere, samplesFolder: '' }), archive);
  } finally {
    await pool?.close();
    archive.close();
  }
}

/** The script of the threads that parse, beside the built program; run from its sources it has none and parses itself. */
function builtWorker(): string | undefined {
  return ['./worker.js', '../worker.js']
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((file) => existsSync(file));
}

/** After a migration of a large archive, or a rebuilding that was cut short. */
async function completeIndex(io: Io, archive: Archive): Promise<void> {
  io.err('The search index is being made anew; this happens once.\n');
  const progress = await progressOn(io);
  try {
    let step = archive.rebuildIndexStep(null);
    while (step.last !== null && !io.signal.aborted) {
      progress.update(step.done, step.total);
      step = archive.rebuildIndexStep(step.last);
      // Lets an interruption through.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    progress.stop();
  }
}

function missingArchive(path: string): Failure {
  return new Failure(
    'archive/not-found',
    `There is no archive at “${path}”. Bring something in to make it (postil import PATH…), or name another with --archive FILE.`,
    { path },
  );
}
