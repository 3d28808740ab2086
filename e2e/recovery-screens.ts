/** What a person is told of each archive that can't be opened, and what is offered, safest first. */
import { copyFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  cutOff,
  damage,
  fillUp,
  makeForeign,
  makeNewer,
  smallDisk,
  turnReadOnly,
  type Workbench,
} from './broken-archives';

/** What a person can choose, in English. */
export const rungs = {
  openBackup: 'Open the newest good backup beside it',
  restore: 'Put a backup in its place…',
  rebuild: 'Rebuild the search index',
  salvage: 'Save what can be read',
  again: 'Try again',
  other: 'Open another archive…',
  elsewhere: 'Work on a copy elsewhere…',
} as const;

export interface RecoveryScreen {
  readonly name: string;
  /** Makes the file and says where; null where this machine can't. */
  readonly make: (bench: Workbench) => string | null;
  /** What another program holds meanwhile. */
  readonly held?: (file: string) => string;
  readonly title: string;
  readonly says: RegExp;
  /** What stands under “What you can do”, in order; the first is put forward. */
  readonly rungs: readonly string[];
}

export const recoveryScreens: readonly RecoveryScreen[] = [
  {
    name: 'gone, with backups',
    make: ({ make }) => {
      const file = make('Gone', 'with backups');
      rmSync(file);
      return file;
    },
    title: 'The archive is not where it was',
    says: /moved, renamed, or on a disk that is not connected/,
    rungs: [rungs.again, rungs.other, rungs.openBackup, rungs.restore, 'Make a new, empty archive here'],
  },
  {
    name: 'gone with its folder',
    make: ({ folder }) => path.join(folder, 'unplugged', 'Gone.postil'),
    title: 'The archive is not where it was',
    says: /Connect the disk or put the file back/,
    rungs: [rungs.again, rungs.other, 'Make a new, empty archive here'],
  },
  {
    name: 'empty',
    make: ({ make }) => cutOff(make('Empty', 'with backups'), 0),
    title: 'The archive’s file is empty',
    says: /a sync program may have been interrupted/,
    rungs: [rungs.openBackup, rungs.restore, rungs.other],
  },
  {
    name: 'emptied beside its log',
    make: ({ make }) => {
      const file = cutOff(make('Log', 'with backups'), 0);
      writeFileSync(`${file}-wal`, 'all that is left');
      return file;
    },
    title: 'The archive is damaged',
    says: /Opening it would lose that data/,
    rungs: [rungs.openBackup, rungs.restore, rungs.salvage],
  },
  {
    name: 'cut off',
    make: ({ make }) => cutOff(make('Cut', 'with backups'), 8192 * 4),
    title: 'The archive is damaged',
    says: /it was cut off/,
    rungs: [rungs.openBackup, rungs.restore, rungs.salvage],
  },
  {
    name: 'damaged, with backups',
    make: ({ make }) => damage(make('Damaged', 'with backups')),
    title: 'The archive is damaged',
    says: /Part of the file is not what Postil wrote/,
    rungs: [rungs.openBackup, rungs.restore, rungs.rebuild, rungs.salvage],
  },
  {
    name: 'damaged, without',
    make: ({ make }) => damage(make('Alone')),
    title: 'The archive is damaged',
    says: /There is no backup in “.*Alone backups”/,
    rungs: [rungs.rebuild, rungs.salvage],
  },
  {
    name: 'from a newer version',
    make: ({ make }) => makeNewer(make('Newer')),
    title: 'The archive comes from a newer Postil',
    says: /Update Postil to go on working in it. Nothing was changed/,
    rungs: ['Copy what this Postil knows into a new archive'],
  },
  {
    name: 'of another program',
    make: ({ folder }) => makeForeign(path.join(folder, 'Foreign.postil')),
    title: 'This file is not a Postil archive',
    says: /It holds something else/,
    rungs: [rungs.other],
  },
  {
    name: 'unreadable',
    make: ({ folder }) => {
      const file = path.join(folder, 'Loop.postil');
      symlinkSync(file, file);
      return file;
    },
    title: 'The archive could not be opened',
    says: /The disk may be disconnected or failing/,
    rungs: [rungs.again, rungs.salvage],
  },
  {
    name: 'on a read-only disk',
    make: ({ folder, make }) => {
      const disk = smallDisk(path.join(folder, 'read-only'));
      if (disk === null) return null;
      const file = path.join(disk, 'Fixed.postil');
      copyFileSync(make('Fixed'), file);
      turnReadOnly(disk);
      return file;
    },
    title: 'The archive can’t be written to',
    says: /Work on a copy in a folder of your own/,
    rungs: [rungs.elsewhere, rungs.again],
  },
  {
    name: 'on a full disk',
    make: ({ folder, make }) => {
      const disk = smallDisk(path.join(folder, 'full'));
      if (disk === null) return null;
      const file = path.join(disk, 'Full.postil');
      copyFileSync(make('Full'), file);
      fillUp(disk);
      return file;
    },
    title: 'The disk is full',
    says: /Nothing is lost: free some room/,
    rungs: [rungs.again, rungs.elsewhere],
  },
  {
    name: 'held by another Postil',
    make: ({ make }) => make('Held', 'with backups'),
    held: (file) => `${file}.lock`,
    title: 'Another Postil has this archive open',
    says: /Go to its window/,
    rungs: [rungs.again],
  },
  {
    name: 'written by another program',
    make: ({ make }) => make('Busy', 'with backups'),
    held: (file) => file,
    title: 'Another program is writing to the archive',
    says: /Wait a moment or close that program/,
    rungs: [rungs.again],
  },
];
