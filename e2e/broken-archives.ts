/** Archives that can't be opened, each broken in its own way, and small disks for them to lie on. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** Where archives are broken: a folder of a journey's own. */
export interface Workbench {
  readonly folder: string;
  /** Copies the whole archive under a name; with a good backup and a newer, damaged one, if told. */
  readonly make: (name: string, backups?: 'with backups') => string;
}

/** @param whole - a file to copy, closed */
export function workbench(folder: string, whole: string): Workbench {
  const make: Workbench['make'] = (name, backups) => {
    const file = path.join(folder, `${name}.postil`);
    copyFileSync(whole, file);
    if (backups === undefined) return file;
    const beside = path.join(folder, `${name} backups`);
    mkdirSync(beside);
    copyFileSync(whole, path.join(beside, `${name} 2026-03-01T12.00.00Z daily.postil`));
    writeFileSync(path.join(beside, `${name} 2026-03-02T12.00.00Z daily.postil`), 'damaged');
    return file;
  };
  return { folder, make };
}

/** Overwrites the page that says where everything is. */
export function damage(file: string): string {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 110, 4096);
  writeFileSync(file, bytes);
  return file;
}

export function cutOff(file: string, sizeBytes: number): string {
  truncateSync(file, sizeBytes);
  return file;
}

/** Writes the number of a schema that does not exist yet into the file's head. */
export function makeNewer(file: string): string {
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(999, 60);
  writeFileSync(file, bytes);
  return file;
}

export function makeForeign(file: string): string {
  const db = new Database(file);
  db.exec('CREATE TABLE theirs (a)');
  db.close();
  return file;
}

/** Holds a file as another program would that writes to it; returns what lets it go. */
export function hold(file: string): () => void {
  const db = new Database(file);
  db.exec('BEGIN EXCLUSIVE');
  return () => db.close();
}

/** A file system of a few MB of its own, or null without the right to mount one. */
export function smallDisk(folder: string, megabytes = 3): string | null {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

export const turnReadOnly = (disk: string): void => void execFileSync('mount', ['-o', 'remount,ro', disk]);

/** Leaves no room on a disk. */
export function fillUp(disk: string): void {
  try {
    writeFileSync(path.join(disk, 'rest'), Buffer.alloc(64_000_000));
  } catch {
    // As much as there is room for.
  }
}

/** Takes a disk away, if it is there. */
export function unmount(disk: string): void {
  if (existsSync(disk)) execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
}
