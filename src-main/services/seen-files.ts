/** Files of a watched folder that were dealt with, by name and stamp. Pure. */
import { join } from 'node:path';
import type { ImportReport } from '@shared/contract/import-report';
import type { Watch } from './watch-memory';
import type { WatchedFile } from './watched-files';

/** Names remembered; those no longer there are forgotten first. */
const mostSeen = 50_000;

/** Files as dealt with. */
export const asSeen = (files: readonly WatchedFile[]): Watch['seen'] =>
  Object.fromEntries(files.map(({ name, stamp }) => [name, stamp]));

/** The watch after `files` were imported: what something came of is dealt with. */
export function afterImport(watch: Watch, files: readonly WatchedFile[], report: ImportReport): Watch {
  const done = dealtWith(report);
  return {
    ...watch,
    cameIn: watch.cameIn + report.imported.length + report.updated.length,
    seen: { ...watch.seen, ...asSeen(files.filter(({ name }) => done.has(join(watch.folder, name)))) },
  };
}

/** The watch without names that are gone, once there are too many; itself otherwise. */
export function withoutGone(watch: Watch, files: readonly WatchedFile[]): Watch {
  if (Object.keys(watch.seen).length <= mostSeen) return watch;
  const there = new Set(files.map(({ name }) => name));
  return { ...watch, seen: Object.fromEntries(Object.entries(watch.seen).filter(([name]) => there.has(name))) };
}

/** Paths something came of; a file the archive itself refused, or that was not reached, is tried again. */
function dealtWith(report: ImportReport): ReadonlySet<string> {
  const { imported, skipped, updated, annotated, missing, failed } = report;
  const well = [imported, skipped, updated, annotated, missing].flatMap((group) => group.map(({ path }) => path));
  return new Set([...well, ...failed.filter(isSettled).map(({ path }) => path)]);
}

const isSettled = ({ code }: ImportReport['failed'][number]): boolean =>
  !code.startsWith('archive/') && code !== 'import/cancelled';
