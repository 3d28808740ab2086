/** Disks of a row's own: small ones that run full, and ones that turn read-only. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, NotHere } from './row';

export interface SmallDisk {
  readonly folder: string;
  /** Makes it larger, as when a person frees space. */
  readonly grow: (megabytes: number) => void;
  readonly turnReadOnly: () => void;
}

/** Mounts a file system of so many megabytes in memory. @throws NotHere where mounting isn't allowed */
export function smallDisk(bench: Bench, megabytes: number): SmallDisk {
  const folder = join(bench.folder(), 'disk');
  mkdirSync(folder);
  const remount = (option: string): void => {
    execFileSync('mount', ['-o', `remount,${option}`, folder], { stdio: 'ignore' });
  };
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    throw new NotHere('mounting a small file system needs root');
  }
  bench.atEnd(() => execFileSync('umount', ['-l', folder], { stdio: 'ignore' }));
  return { folder, grow: (size) => remount(`size=${size}m`), turnReadOnly: () => remount('ro') };
}
