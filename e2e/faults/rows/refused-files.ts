/** B1–B3 and B8: files that must be refused before SQLite touches them, and stay as they are to the byte. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '@main/archive/archive-api';
import { connect } from '@main/archive/connect';
import { openArchive } from '@main/archive/open';
import { restoreArchive } from '@main/archive/restore';
import { type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, codeOf, look } from '../small-archive';

const fill = (archive: Archive): void => {
  for (let number = 0; number < 20; number++)
    archive.insertImported(article(`Titre ${number}`, 'la Corée du Nord '.repeat(60)), null);
};

/** Names and hashes of all in a folder, but for the lock's empty file. */
const contents = (folder: string): string =>
  readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
    .join('\n');

/** An archive as a crash leaves it: the newest words in the log alone. Returns the path of the copy. */
function crashedIn(folder: string, place: string): string {
  const path = archiveIn(folder, fill);
  const archive = openArchive(path);
  archive.insertImported(article('Après', 'encore'), null);
  const crashed = join(place, 'a.postil');
  for (const ending of ['', '-wal']) copyFileSync(`${path}${ending}`, `${crashed}${ending}`);
  archive.close();
  return crashed;
}

async function refused(tally: Tally, path: string, expected: string, what: string): Promise<void> {
  const folder = join(path, '..');
  const before = contents(folder);
  const code = await codeOf(() => openArchive(path).close());
  tally.ran();
  tally.expect(code === expected, `${what} ended in “${code}”`);
  tally.expect(contents(folder) === before, `${what}: something was changed`);
}

const spoilings: readonly (readonly [string, string, (path: string) => void])[] = [
  ['an empty file beside its log', 'archive/damaged', (path) => truncateSync(path)],
  ['a log whose file is missing', 'archive/damaged', (path) => writeFileSync(`${path}-wal`, 'x'.repeat(5000))],
  [
    'a file cut to half',
    'archive/damaged',
    (path) => truncateSync(path, Math.floor(readFileSync(path).length / 8192) * 4096),
  ],
  ['a file cut in a page', 'archive/damaged', (path) => truncateSync(path, readFileSync(path).length - 100)],
  ['a file cut to its header', 'archive/damaged', (path) => truncateSync(path, 100)],
  ['a file cut in its header', 'archive/not-an-archive', (path) => truncateSync(path, 50)],
];

export const cutFiles: Row = {
  id: 'B1–B3',
  name: 'empty, missing or cut file',
  times: { long: 5, short: 1 },
  run: async (times, { quickFolder }) => {
    const tally = new Tally();
    for (let run = 0; run < times; run++) {
      for (const [what, code, spoil] of spoilings) {
        const place = quickFolder();
        const withLog = what.includes('beside');
        const path = withLog ? crashedIn(quickFolder(), place) : archiveIn(place, fill);
        const backup = archiveIn(quickFolder(), fill);
        spoil(path);
        if (what.includes('missing')) rmSync(path);
        await refused(tally, path, code, what);
        // What is offered then: a backup goes in its place, and what was there stays beside it.
        const { aside } = restoreArchive(path, backup, new Date(Date.UTC(2026, 0, 2)));
        look(path, (archive) => {
          checkWhole(tally, archive, `restored after ${what}`);
          tally.expect(archive.stats({}).documents === 20, `restored after ${what}`);
        });
        const kept = aside !== null && (existsSync(aside) || existsSync(`${aside}-wal`));
        tally.expect(kept, `${what}: nothing was kept of it`);
      }
    }
    const place = quickFolder();
    const path = crashedIn(quickFolder(), place);
    const count = look(path, (archive) => archive.stats({}).documents);
    tally.control(count === 21, `the same files unspoilt open with ${count} documents`);
    return tally.result(cutFiles);
  },
};

export const foreignFiles: Row = {
  id: 'B8',
  name: 'future schema, foreign database, garbage',
  times: { long: 5, short: 1 },
  run: async (times, { quickFolder, random }) => {
    const tally = new Tally();
    const future = (path: string): void => {
      const db = connect(path, { create: false, journal: 'wal' });
      db.pragma('user_version = 999');
      db.close();
    };
    const foreign = (path: string): void => {
      const db = connect(path, { create: true, journal: 'delete' });
      db.exec('CREATE TABLE items (title TEXT)');
      db.close();
    };
    for (let run = 0; run < times; run++) {
      const newer = archiveIn(quickFolder(), fill);
      future(newer);
      await refused(tally, newer, 'archive/from-future', 'a future schema');
      const other = join(quickFolder(), 'zotero.sqlite');
      foreign(other);
      await refused(tally, other, 'archive/not-an-archive', 'another program’s database');
      const wal = `${other}-wal`;
      writeFileSync(wal, random.bytes(5000));
      await refused(tally, other, 'archive/not-an-archive', 'another program’s database with a log');
      for (const length of [1, 100, 4096, 100_000]) {
        const garbage = join(quickFolder(), 'garbage.postil');
        writeFileSync(garbage, random.bytes(length));
        await refused(tally, garbage, 'archive/not-an-archive', `${length} bytes of garbage`);
      }
      const text = join(quickFolder(), 'text.postil');
      writeFileSync(text, `SQLite format 3\u0000${'not really '.repeat(1000)}`);
      await refused(tally, text, 'archive/not-an-archive', 'text with SQLite’s first bytes');
      const folder = join(quickFolder(), 'folder.postil');
      mkdirSync(folder);
      const code = await codeOf(() => openArchive(folder).close());
      tally.ran();
      tally.expect(code.startsWith('archive/'), `a folder ended in “${code}”`);
    }
    return tally.result(foreignFiles);
  },
};

export const staleLog: Row = {
  id: 'B7',
  name: 'restore beside a stale log',
  times: { long: 20, short: 2 },
  run: async (times, { quickFolder, random }) => {
    const tally = new Tally();
    for (let run = 0; run < times; run++) {
      const backup = archiveIn(quickFolder(), fill);
      const place = quickFolder();
      const path = crashedIn(quickFolder(), place);
      if (run % 3 === 1) writeFileSync(`${path}-wal`, random.bytes(40_000));
      if (run % 3 === 2) writeFileSync(`${path}-shm`, random.bytes(32_768));
      const { aside } = restoreArchive(path, backup, new Date(Date.UTC(2026, 0, 2)));
      tally.ran();
      look(path, (archive) => {
        checkWhole(tally, archive, `run ${run}`);
        tally.expect(archive.stats({}).documents === 20, `run ${run}: not what the backup holds`);
      });
      if (aside === null || !existsSync(`${aside}-wal`)) tally.lost(`the log of run ${run}`);
      else if (run % 3 === 0)
        look(aside, (archive) => tally.expect(archive.stats({}).documents === 21, `run ${run}: what was aside`));
    }
    // The trap itself: the same log, left beside another file, is played into it or makes it unreadable.
    const place = quickFolder();
    const path = crashedIn(quickFolder(), place);
    copyFileSync(
      archiveIn(quickFolder(), (archive) => void archive.insertImported(article('Autre', 'x'), null)),
      path,
    );
    let trapped: string;
    try {
      trapped = look(path, (archive) =>
        archive.verify({}).ok && archive.stats({}).documents === 1 ? 'nothing' : 'another archive than the one copied',
      );
    } catch (error) {
      trapped = error instanceof Error ? error.message.slice(0, 40) : 'an error';
    }
    tally.control(trapped !== 'nothing', `copied by hand beside that log it is “${trapped}”`);
    return tally.result(staleLog);
  },
};
