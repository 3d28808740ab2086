/** B9–B11: folders that can't be written and disks that run full, at every kind of writing. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Archive } from '@main/archive/archive-api';
import { openArchive } from '@main/archive/open';
import { parseFile } from '@main/import/parse-file';
import { createServices } from '@main/services/services';
import { smallDisk } from '../disks';
import { runChild, runSound } from '../process';
import { type Bench, NotHere, type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, codeOf, look } from '../small-archive';

const fill =
  (megabytes: number, { random }: Bench) =>
  (archive: Archive): void => {
    archive.insertImported(article('Gardé', 'la Corée du Nord'), null);
    for (let number = 0; number < megabytes * 4; number++) {
      const original = { bytes: random.bytes(250_000), fileName: 'a.pdf', mediaType: 'application/pdf' };
      archive.insertImported(article(`Titre ${number}`, 'mots'), original);
    }
  };

const readable = (archive: Archive): boolean => {
  const { total } = archive.search({ query: 'coree', limit: 5, offset: 0, sort: 'relevance' });
  return total === 1 && archive.stats({}).documents > 0;
};

async function writeUntilFull(tally: Tally, bench: Bench): Promise<void> {
  const disk = smallDisk(bench, 6);
  const archive = openArchive(archiveIn(disk.folder, fill(1, bench)));
  try {
    const held: string[] = [];
    const insert = (title: string): void => {
      const original = { bytes: bench.random.bytes(200_000), fileName: 'x', mediaType: 'application/pdf' };
      held.push(archive.insertImported(article(title, 'mots'), original).uid);
    };
    let code = 'none';
    for (let number = 0; code === 'none' && number < 60; number++) code = await codeOf(() => insert(`Plein ${number}`));
    tally.ran();
    tally.expect(code === 'archive/disk-full', `writing on a full disk ended in “${code}”`);
    tally.expect(readable(archive), 'reading does not go on with a full disk');
    disk.grow(32);
    tally.expect((await codeOf(() => insert('Après'))) === 'none', 'writing does not go on once there is room');
    const { documents } = archive.stats({});
    if (documents !== 1 + 4 + held.length) tally.lost(`${1 + 4 + held.length - documents} documents`);
    checkWhole(tally, archive, 'after a full disk');
  } finally {
    archive.close();
  }
}

async function importUntilFull(tally: Tally, bench: Bench): Promise<void> {
  const disk = smallDisk(bench, 6);
  const files = bench.folder();
  for (let number = 0; number < 80; number++)
    writeFileSync(join(files, `${number}.txt`), `Titre ${number}\n\n${bench.random.bytes(60_000).toString('base64')}`);
  const path = archiveIn(disk.folder, () => undefined);
  const archive = openArchive(path);
  const services = createServices({ archive, parse: parseFile, samplesFolder: '' });
  const full = await services.importPaths([files]);
  tally.ran();
  const codes = new Set(full.failed.map(({ code }) => code));
  tally.expect(codes.has('archive/disk-full'), `an import on a full disk said ${[...codes].join(', ') || 'nothing'}`);
  tally.expect(full.imported.length + full.failed.length === 80, 'files that are neither in nor refused');
  tally.expect(archive.stats({}).documents === full.imported.length, 'what the report says is not what is there');
  disk.grow(64);
  const again = await services.importPaths([files]);
  tally.expect(again.failed.length === 0, `once there is room: ${again.failed[0]?.message}`);
  tally.expect(archive.stats({}).documents === 80, 'files missing or twice after the second import');
  checkWhole(tally, archive, 'after an import on a full disk');
  archive.close();
}

async function backUpUntilFull(tally: Tally, bench: Bench): Promise<void> {
  const disk = smallDisk(bench, 2);
  const archive = openArchive(archiveIn(bench.folder(), fill(4, bench)));
  const target = join(disk.folder, 'copy.postil');
  const code = await codeOf(() => archive.backUp(target));
  tally.ran();
  tally.expect(code === 'archive/disk-full', `a backup on a full disk ended in “${code}”`);
  tally.expect(readdirSync(disk.folder).length === 0, `a backup that failed left ${readdirSync(disk.folder)}`);
  tally.expect(readable(archive), 'reading does not go on after a backup that failed');
  disk.grow(64);
  await archive.backUp(target);
  archive.close();
  look(target, (copy) => checkWhole(tally, copy, 'the backup made once there was room'));
}

async function migrateUntilFull(tally: Tally, bench: Bench): Promise<void> {
  const disk = smallDisk(bench, 1);
  const path = join(disk.folder, 'old.postil');
  const old = gunzipSync(readFileSync('src-main/archive/fixtures/schema-1.postil.gz'));
  writeFileSync(path, old);
  // Room for the file and little more.
  const room = 1_048_576 - old.length - 24_576;
  if (room > 0) writeFileSync(join(disk.folder, 'ballast'), Buffer.alloc(room, 1));
  const code = await codeOf(() => openArchive(path).close());
  tally.ran();
  tally.expect(code === 'archive/disk-full', `a migration on a full disk ended in “${code}”`);
  disk.grow(32);
  look(path, (archive) => {
    checkWhole(tally, archive, 'migrated once there was room');
    if (archive.stats({}).documents !== 3) tally.lost('documents of an archive whose migration found no room');
  });
}

async function limitedProcess(tally: Tally, bench: Bench): Promise<void> {
  if (process.platform === 'win32') return;
  const path = archiveIn(bench.folder(), () => undefined);
  const script = `ulimit -f 2048; exec "$0" "$@"`;
  const { stdout, status } = spawnSync('sh', ['-c', script, process.execPath, bench.childFile, 'fill', path], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  tally.ran();
  const lines = stdout.split('\n');
  const inserted = lines.filter((line) => line.startsWith('inserted')).length;
  const failure = lines.find((line) => line.startsWith('failure')) ?? `no failure, exit ${status}`;
  tally.expect(/failure archive\/(disk-full|cannot-open)/.test(failure), `a file at its limit ended in “${failure}”`);
  tally.expect(inserted > 3, `only ${inserted} documents went in under the limit`);
  look(path, (archive) => {
    if (archive.stats({}).documents < inserted) tally.lost('documents written under a limit');
    checkWhole(tally, archive, 'after a process with a limit');
  });
}

export const fullDisk: Row = {
  id: 'B10–B11',
  name: 'full disk at write, import, backup, migration; file-size limit',
  times: { long: 3, short: 1 },
  run: async (times, bench) => {
    const tally = new Tally();
    for (let run = 0; run < times; run++) {
      await limitedProcess(tally, bench);
      await writeUntilFull(tally, bench);
      await importUntilFull(tally, bench);
      await backUpUntilFull(tally, bench);
      await migrateUntilFull(tally, bench);
    }
    return tally.result(fullDisk);
  },
};

export const readOnly: Row = {
  id: 'B9',
  name: 'read-only disk and read-only folder',
  times: { long: 3, short: 1 },
  run: async (times, bench) => {
    const tally = new Tally();
    for (let run = 0; run < times; run++) {
      const disk = smallDisk(bench, 8);
      const path = archiveIn(disk.folder, fill(1, bench));
      const before = readFileSync(path);
      disk.turnReadOnly();
      const code = await codeOf(() => openArchive(path).close());
      tally.ran();
      tally.expect(/^archive\/(read-only|cannot-open)$/.test(code), `a read-only disk ended in “${code}”`);
      tally.expect(readFileSync(path).equals(before), 'the file on a read-only disk');
      await asSomebodyElse(tally, bench);
    }
    return tally.result(readOnly);
  },
};

/** The user a child runs as that is to run as `uid`. */
function uidOfChild(uid: number): string {
  try {
    return execFileSync(process.execPath, ['-e', 'console.log(process.getuid())'], { uid, encoding: 'utf8' }).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES')
      throw new NotHere('the checkout lies in a folder that is closed to others');
    throw error;
  }
}

/** A folder of root's, opened by a person who may read it but not write. */
async function asSomebodyElse(tally: Tally, bench: Bench): Promise<void> {
  if (process.getuid?.() !== 0) throw new NotHere('needs root, to become somebody who may not write');
  const nobody = 65_534;
  const folder = bench.folder();
  const path = archiveIn(folder, fill(1, bench));
  chmodSync(folder, 0o755);
  chmodSync(path, 0o644);
  if (uidOfChild(nobody) !== `${nobody}`) throw new NotHere('could not become somebody else');
  const before = readFileSync(path);
  const ended = await runChild(bench.childFile, ['fill', path], null, { uid: nobody });
  tally.ran();
  const failure = ended.lines.find((line) => line.startsWith('failure')) ?? ended.stderr.slice(0, 200);
  tally.expect(/archive\/(read-only|cannot-open)/.test(failure), `a read-only folder ended in “${failure}”`);
  tally.expect(readFileSync(path).equals(before), 'the file in a read-only folder');
  // The same person in a folder of their own, or the row would be about something else.
  const own = join(bench.folder(), 'own');
  mkdirSync(own);
  chmodSync(join(own, '..'), 0o755);
  copyFileSync(path, join(own, 'a.postil'));
  for (const place of [own, join(own, 'a.postil')]) chownSync(place, nobody, nobody);
  const killed = await runSound(
    bench.childFile,
    ['fill', join(own, 'a.postil')],
    { line: 3, delayMs: 0 },
    { uid: nobody },
  );
  tally.control(killed.lines.length >= 3, 'in a folder of their own the same person writes');
}
