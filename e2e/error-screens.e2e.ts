/**
 * What a person sees of each archive that can't be opened: what happened, in words, and what to do,
 * safest first. POSTIL_PICTURES names a folder for pictures of each screen in both languages and looks.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { PostilBridge } from '../src-shared/contract/shell';
import { answerDialogs, expect, panes, type RunningApp, test } from './app';
import { postil } from './cli';

declare const window: { readonly postil: PostilBridge };

const openBackup = 'Open the newest good backup beside it';
const restore = 'Put a backup in its place…';
const rebuild = 'Rebuild the search index';
const salvage = 'Save what can be read';
const again = 'Try again';
const other = 'Open another archive…';
const elsewhere = 'Work on a copy elsewhere…';

interface Bench {
  readonly folder: string;
  /** Copies the whole archive under a name; with a good backup and a newer, damaged one, if told. */
  readonly make: (name: string, backups?: 'with backups') => string;
}

interface Trouble {
  readonly name: string;
  /** Makes the file and says where; null where this machine can't. */
  readonly make: (bench: Bench) => string | null;
  /** What another program holds meanwhile. */
  readonly held?: (file: string) => string;
  readonly title: string;
  readonly says: RegExp;
  /** What stands under “What you can do”, in order; the first is put forward. */
  readonly rungs: readonly string[];
}

const damage = (file: string): string => {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 110, 4096);
  writeFileSync(file, bytes);
  return file;
};

/** A file system of 3 MB of its own, or null without the right to mount one. */
function smallDisk(folder: string): string | null {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

const held: Database.Database[] = [];
function hold(file: string): void {
  const db = new Database(file);
  db.exec('BEGIN EXCLUSIVE');
  held.push(db);
}

const troubles: readonly Trouble[] = [
  {
    name: 'gone, with backups',
    make: ({ make }) => {
      const file = make('Gone', 'with backups');
      rmSync(file);
      return file;
    },
    title: 'The archive is not where it was',
    says: /moved, renamed, or on a disk that is not connected/,
    rungs: [again, other, openBackup, restore, 'Make a new, empty archive here'],
  },
  {
    name: 'gone with its folder',
    make: ({ folder }) => path.join(folder, 'unplugged', 'Gone.postil'),
    title: 'The archive is not where it was',
    says: /Connect the disk or put the file back/,
    rungs: [again, other, 'Make a new, empty archive here'],
  },
  {
    name: 'empty',
    make: ({ make }) => {
      const file = make('Empty', 'with backups');
      truncateSync(file, 0);
      return file;
    },
    title: 'The archive’s file is empty',
    says: /a sync program may have been interrupted/,
    rungs: [openBackup, restore, other],
  },
  {
    name: 'emptied beside its log',
    make: ({ make }) => {
      const file = make('Log', 'with backups');
      truncateSync(file, 0);
      writeFileSync(`${file}-wal`, 'all that is left');
      return file;
    },
    title: 'The archive is damaged',
    says: /Opening it would lose that data/,
    rungs: [openBackup, restore, salvage],
  },
  {
    name: 'cut off',
    make: ({ make }) => {
      const file = make('Cut', 'with backups');
      truncateSync(file, 8192 * 4);
      return file;
    },
    title: 'The archive is damaged',
    says: /it was cut off/,
    rungs: [openBackup, restore, salvage],
  },
  {
    name: 'damaged, with backups',
    make: ({ make }) => damage(make('Damaged', 'with backups')),
    title: 'The archive is damaged',
    says: /Part of the file is not what Postil wrote/,
    rungs: [openBackup, restore, rebuild, salvage],
  },
  {
    name: 'damaged, without',
    make: ({ make }) => damage(make('Alone')),
    title: 'The archive is damaged',
    says: /There is no backup in “.*Alone backups”/,
    rungs: [rebuild, salvage],
  },
  {
    name: 'from a newer version',
    make: ({ make }) => {
      const file = make('Newer');
      const bytes = readFileSync(file);
      bytes.writeUInt32BE(999, 60);
      writeFileSync(file, bytes);
      return file;
    },
    title: 'The archive comes from a newer Postil',
    says: /Update Postil to go on working in it. Nothing was changed/,
    rungs: ['Copy what this Postil knows into a new archive'],
  },
  {
    name: 'of another program',
    make: ({ folder }) => {
      const file = path.join(folder, 'Foreign.postil');
      const db = new Database(file);
      db.exec('CREATE TABLE theirs (a)');
      db.close();
      return file;
    },
    title: 'This file is not a Postil archive',
    says: /It holds something else/,
    rungs: [other],
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
    rungs: [again, salvage],
  },
  {
    name: 'on a read-only disk',
    make: ({ folder, make }) => {
      const disk = smallDisk(path.join(folder, 'read-only'));
      if (disk === null) return null;
      const file = path.join(disk, 'Fixed.postil');
      copyFileSync(make('Fixed'), file);
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      return file;
    },
    title: 'The archive can’t be written to',
    says: /Work on a copy in a folder of your own/,
    rungs: [elsewhere, again],
  },
  {
    name: 'on a full disk',
    make: ({ folder, make }) => {
      const disk = smallDisk(path.join(folder, 'full'));
      if (disk === null) return null;
      const file = path.join(disk, 'Full.postil');
      copyFileSync(make('Full'), file);
      try {
        writeFileSync(path.join(disk, 'rest'), Buffer.alloc(3_000_000));
      } catch {
        // As much as there is room for.
      }
      return file;
    },
    title: 'The disk is full',
    says: /Nothing is lost: free some room/,
    rungs: [again, elsewhere],
  },
  {
    name: 'held by another Postil',
    make: ({ make }) => make('Held', 'with backups'),
    held: (file) => `${file}.lock`,
    title: 'Another Postil has this archive open',
    says: /Go to its window/,
    rungs: [again],
  },
  {
    name: 'written by another program',
    make: ({ make }) => make('Busy', 'with backups'),
    held: (file) => file,
    title: 'Another program is writing to the archive',
    says: /Wait a moment or close that program/,
    rungs: [again],
  },
];

const digest = (file: string): string | null => {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null;
  }
};

const pictures = process.env.POSTIL_PICTURES;

async function takePictures(
  { page, electron }: RunningApp,
  name: string,
  ready: (language: 'en' | 'fr') => Promise<void> = () =>
    expect(page.locator('.recovery__rungs .button--primary')).toBeFocused(),
): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  const looks = [
    ['en', 'light', 1280, 800],
    ['fr', 'light', 1280, 800],
    ['en', 'dark', 1280, 800],
    ['fr', 'dark', 1280, 800],
  ] as const;
  for (const [language, theme, width, height] of looks) {
    await page.evaluate((settings) => window.postil.shell.saveSettings(settings), {
      language,
      theme,
      backUpFirst: true,
    });
    await page.reload();
    await electron.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
      width,
      height,
    ] as const);
    await ready(language);
    await page.screenshot({ path: path.join(pictures, `${name.replaceAll(/\W+/g, '-')}-${language}-${theme}.png`) });
  }
  await page.evaluate((settings) => window.postil.shell.saveSettings(settings), {
    language: 'en',
    theme: 'light',
    backUpFirst: true,
  } as const);
  await page.reload();
}

test('each archive that can’t be opened is told in words, with what to do, and is left as it is', async ({
  journey,
}) => {
  test.setTimeout(pictures === undefined ? 120_000 : 600_000);
  const app = await journey.start();
  const { page, library, folder } = app;
  await library.loadSamples();
  const whole = path.join(folder, 'whole.copy');
  await postil(app.archive, 'backup', '--out', whole);
  const make: Bench['make'] = (name, backups) => {
    const file = path.join(folder, `${name}.postil`);
    copyFileSync(whole, file);
    if (backups === undefined) return file;
    const beside = path.join(folder, `${name} backups`);
    mkdirSync(beside);
    copyFileSync(whole, path.join(beside, `${name} 2026-03-01T12.00.00Z daily.postil`));
    writeFileSync(path.join(beside, `${name} 2026-03-02T12.00.00Z daily.postil`), 'damaged');
    return file;
  };
  try {
    for (const trouble of troubles) {
      await test.step(trouble.name, async () => {
        const file = trouble.make({ folder, make });
        if (file === null) return;
        const before = [digest(file), digest(`${file}-wal`)];
        // Only now: reading the file in this process would take its lock away.
        if (trouble.held !== undefined) hold(trouble.held(file));
        await answerDialogs(app.electron, { open: [file] });
        await page.evaluate(() => void window.postil.shell.openArchive({ open: 'picked' }));
        await expect(page.getByRole('heading', { level: 1, name: trouble.title })).toBeVisible();
        await expect(page.locator('.recovery__path')).toContainText(path.basename(file));
        await expect(page.locator('.recovery')).toContainText(trouble.says);
        await expect(page.getByText('Whatever you choose here, no file is deleted.')).toBeVisible();
        const rungs = page.locator('.recovery__rungs').getByRole('button');
        await expect(rungs).toHaveText([...trouble.rungs]);
        await expect(rungs.first()).toBeFocused();
        if (trouble.rungs.includes(openBackup)) {
          await expect(page.locator('.recovery__rungs')).toContainText('March 1, 2026');
          await expect(page.getByText('1 newer backup is damaged.')).toBeVisible();
        }
        for (const name of [again, other, 'Quit Postil', 'Show in folder'])
          await expect(page.getByRole('button', { name, exact: true })).toHaveCount(1);
        expect([digest(file), digest(`${file}-wal`)], `${trouble.name}: untouched`).toEqual(before);
        await takePictures(app, trouble.name);
      });
    }
  } finally {
    for (const db of held.splice(0)) db.close();
    for (const disk of ['read-only', 'full'].map((name) => path.join(folder, name)))
      if (existsSync(disk)) execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  }
});

test('an archive on a read-only disk is worked on in a copy elsewhere', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, folder } = app;
  await library.loadSamples();
  const file = path.join(folder, 'Fixed.postil');
  await postil(app.archive, 'backup', '--out', file);
  const disk = path.join(folder, 'disk');
  const mounted = smallDisk(disk);
  test.skip(mounted === null, 'mounting a file system needs root');
  try {
    copyFileSync(file, path.join(disk, 'Fixed.postil'));
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    expect(() => accessSync(disk, constants.W_OK)).toThrow();
    await answerDialogs(app.electron, { open: [path.join(disk, 'Fixed.postil')], save: path.join(folder, 'Mine') });
    await page.evaluate(() => void window.postil.shell.openArchive({ open: 'picked' }));
    await page.getByRole('button', { name: elsewhere }).click();
    await expect(page).toHaveTitle('Mine — Postil');
    await expect(library.rows).toHaveCount(4);
  } finally {
    execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  }
});

test('a newer archive can be read in a copy, and stays as it is', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, folder } = app;
  await library.loadSamples();
  const file = path.join(folder, 'Newer.postil');
  await postil(app.archive, 'backup', '--out', file);
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(999, 60);
  writeFileSync(file, bytes);
  await answerDialogs(app.electron, { open: [file] });
  await page.evaluate(() => void window.postil.shell.openArchive({ open: 'picked' }));
  await page.getByRole('button', { name: 'Copy what this Postil knows into a new archive' }).click();
  await page.getByRole('button', { name: 'Open the new archive' }).click();
  await expect(page).toHaveTitle('Newer (saved) — Postil');
  await expect(library.rows).toHaveCount(4);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a recovery that is stopped changes nothing and leaves nothing behind', async ({ journey }) => {
  const app = await journey.start();
  const { page, electron, folder } = app;
  await app.library.loadSamples();
  const file = path.join(folder, 'Broken.postil');
  await postil(app.archive, 'backup', '--out', file);
  damage(file);
  await answerDialogs(electron, { open: [file] });
  await page.evaluate(() => void window.postil.shell.openArchive({ open: 'picked' }));
  await expect(page.getByText('There is no backup in')).toBeVisible();
  const signal = (name: 'SIGSTOP' | 'SIGCONT') =>
    electron.evaluate(({ app: postilApp }, sent) => {
      for (const { name: process_, pid } of postilApp.getAppMetrics())
        if (process_ === 'Postil archive') process.kill(pid, sent);
    }, name);
  // Held still, so that the wish to stop is certain to come while it works.
  await signal('SIGSTOP');
  await page.getByRole('button', { name: salvage }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await signal('SIGCONT');
  await expect(page.getByRole('alert')).toHaveText('Stopped. Nothing was changed, and nothing half-made was kept.');
  await expect(page.getByRole('button', { name: salvage })).toBeVisible();
  for (const ending of [' (saved).postil', ' (saved).postil.part', ' (saved).postil.source'])
    expect(existsSync(path.join(folder, `Broken${ending}`))).toBe(false);
});

test('pictures of what is said while the archive is open', async ({ journey }) => {
  test.skip(pictures === undefined, 'only where pictures are wanted');
  test.setTimeout(600_000);
  const app = await journey.start();
  const { page, library, electron, folder } = app;
  await library.loadSamples();
  await postil(app.archive, 'backup', '--out', path.join(folder, 'whole.copy'));

  // A full disk, a failed check and a backup that could not be made: what stands over the panes and in the status bar.
  const db = new Database(app.archive);
  db.exec("UPDATE bodies SET body_sha256 = 'x' WHERE document = 1; UPDATE annotations SET comment = comment || '!'");
  db.exec("UPDATE documents SET site = site || '!' WHERE id = 2");
  db.close();
  await page.evaluate(() => window.postil.call('startVerify', {}));
  await expect(page.getByRole('alert').first()).toBeVisible();
  await takePictures(app, 'banner damage', () => expect(page.getByRole('alert').first()).toBeVisible());
  await takePictures(app, 'check failed', async () => {
    await page.locator('.notice').getByRole('button').click();
    await expect(page.getByRole('dialog').locator('.checks__bad').first()).toBeVisible();
  });
  const refused = path.join(folder, 'refused');
  mkdirSync(refused);
  writeFileSync(path.join(refused, 'empty.html'), '');
  writeFileSync(path.join(refused, 'broken.docx'), 'no zip');
  writeFileSync(path.join(refused, 'locked.pdf'), '%PDF-1.4 nothing');
  writeFileSync(path.join(refused, 'program.exe'), 'MZ');
  writeFileSync(path.join(refused, 'broken.epub'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await answerDialogs(electron, {
    open: ['empty.html', 'broken.docx', 'locked.pdf', 'program.exe', 'broken.epub'].map((name) =>
      path.join(refused, name),
    ),
  });
  await takePictures(app, 'import refused', async (language) => {
    await panes(page, language).shell.command(language === 'en' ? 'Import files…' : 'Importer des fichiers…');
    await expect(page.getByRole('dialog')).toBeVisible();
  });
  await takePictures(app, 'privacy', async (language) => {
    await panes(page, language).shell.command(language === 'en' ? 'Privacy and safety' : 'Confidentialité et sûreté');
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});
