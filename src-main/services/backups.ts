/**
 * The backups of one archive in one folder: made, listed, thinned with age. Their names
 * say all there is to know of them, so a folder copied elsewhere loses nothing.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type BackupInfo, type BackupReason, backupReasons } from '@shared/contract/archive-shapes';
import { Failure } from '@shared/outcome/outcome';
import type { Archive } from '../archive/archive-api';
import type { BackupOptions } from '../archive/backup';
import { backupsToDelete } from './backup-rotation';
import { reasonWords, systemCode } from './walk';

/** An automatic backup is due when the newest backup is older than this. */
const dueAfterMs = 24 * 60 * 60 * 1000;

export interface BackupsOptions {
  readonly archive: Pick<Archive, 'backUp' | 'facts'>;
  readonly archivePath: string;
  readonly folder: string;
  readonly nowMs: () => number;
}

export interface Backups {
  readonly folder: string;
  /** False when a folder that was chosen is gone, as with a disk that is not connected. */
  readonly isReachable: () => boolean;
  /** Newest first. @throws Failure `archive/cannot-open` when the folder can't be read */
  readonly list: () => readonly BackupInfo[];
  /** Makes and proves one, then lets old automatic ones go. @throws Failure as `backUp` in archive/backup.ts */
  readonly make: (reason: BackupReason, options?: BackupOptions) => Promise<BackupInfo>;
  /** Whether anything was changed since the newest backup, and that is older than `afterMs` (a day, unless told). */
  readonly isDue: (afterMs?: number) => boolean;
  /** Where a listed backup lies. @throws Failure `backup/not-found` */
  readonly pathOf: (name: string) => string;
}

/** `Name 2026-03-01T12.00.00Z daily.postil` */
const ending = new RegExp(
  `^ (\\d{4}-\\d\\d-\\d\\dT\\d\\d)\\.(\\d\\d)\\.(\\d\\d)Z (${backupReasons.join('|')})\\.postil$`,
);

/** The backups of the archive in `folder`, which need not be there yet. */
export function createBackups({ archive, archivePath, folder, nowMs }: BackupsOptions): Backups {
  const archiveName = basename(archivePath, extname(archivePath));

  const list = (): readonly BackupInfo[] => backupsIn(folder, archivePath);
  const make = async (reason: BackupReason, options?: BackupOptions): Promise<BackupInfo> => {
    makeFolder(folder, archivePath);
    removeUnfinished(folder, archiveName);
    const stamp = new Date(nowMs()).toISOString().slice(0, 19).replaceAll(':', '.');
    const name = `${archiveName} ${stamp}Z ${reason}.postil`;
    const { sizeBytes } = await archive.backUp(join(folder, name), options);
    thin(folder, list());
    return { name, reason, sizeBytes, madeAtMs: Date.parse(`${stamp.replaceAll('.', ':')}Z`) };
  };
  const isDue = (afterMs = dueAfterMs): boolean => {
    const newest = Math.max(0, ...list().map(({ madeAtMs }) => madeAtMs));
    const { changedAtMs } = archive.facts();
    // A backup from the future (a clock set back since) must not keep others from being made.
    return changedAtMs > newest && (nowMs() - newest > afterMs || newest > nowMs());
  };
  const pathOf = (name: string): string => {
    if (list().some((backup) => backup.name === name)) return join(folder, name);
    throw new Failure('backup/not-found', 'This backup is no longer in its folder. Look at the list again.', { name });
  };
  const isReachable = (): boolean => folderIsReachable(folder, archivePath);
  return { folder, isReachable, list, make, isDue, pathOf };
}

/** The backups in `folder` of the archive at a path, newest first. @throws Failure `backup/folder` */
export function backupsIn(folder: string, archivePath: string): readonly BackupInfo[] {
  const archiveName = basename(archivePath, extname(archivePath));
  const found = namesIn(folder).flatMap((name) => infoOf(folder, archiveName, name));
  return found.sort((a, b) => b.madeAtMs - a.madeAtMs || (a.name < b.name ? 1 : -1));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw folderTrouble(folder, error);
  }
}

function infoOf(folder: string, archiveName: string, name: string): readonly BackupInfo[] {
  if (!name.startsWith(archiveName)) return [];
  const [, hour, minute, second, reasonText] = ending.exec(name.slice(archiveName.length)) ?? [];
  const reason = backupReasons.find((known) => known === reasonText);
  const madeAtMs = Date.parse(`${hour}:${minute}:${second}Z`);
  const stats = statSync(join(folder, name), { throwIfNoEntry: false });
  if (reason === undefined || Number.isNaN(madeAtMs) || stats === undefined) return [];
  return [{ name, reason, madeAtMs, sizeBytes: stats.size }];
}

/** Automatic backups past their time go; what the person made by hand stays. */
function thin(folder: string, backups: readonly BackupInfo[]): void {
  const automatic = backups.filter(({ reason }) => reason !== 'by-hand').reverse();
  for (const place of backupsToDelete(automatic.map(({ madeAtMs }) => madeAtMs))) {
    const old = automatic[place];
    if (old !== undefined) rmSync(join(folder, old.name), { force: true });
  }
}

/** Whether backups can be looked for in `folder`: one beside the archive that is not there yet is made with the first. */
export function folderIsReachable(folder: string, archivePath: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch (error) {
    return systemCode(error) === 'ENOENT' && isBeside(folder, archivePath);
  }
}

const isBeside = (folder: string, archivePath: string): boolean =>
  dirname(resolve(folder)) === dirname(resolve(archivePath));

/** What a quit or a crash left half-copied: of no use, and as large as the archive. */
function removeUnfinished(folder: string, archiveName: string): void {
  for (const name of namesIn(folder)) {
    const [, whole] = /^(.*\.postil)\.part(?:-journal|-wal|-shm)?$/.exec(name) ?? [];
    if (whole?.startsWith(archiveName) && ending.test(whole.slice(archiveName.length)))
      rmSync(join(folder, name), { force: true });
  }
}

/** Only beside the archive: elsewhere it would be made where the disk it was on used to be. */
function makeFolder(folder: string, archivePath: string): void {
  if (!existsSync(folder) && !isBeside(folder, archivePath)) throw folderTrouble(folder, { code: 'ENOENT' });
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw folderTrouble(folder, error);
  }
}

function folderTrouble(folder: string, error: unknown): Failure {
  const reason = reasonWords(systemCode(error));
  return new Failure(
    'backup/folder',
    `The folder for backups “${folder}” can’t be used because ${reason}. Choose another one.`,
    { folder, reason },
    { cause: error },
  );
}
