/** B13: another process has the archive, or is writing to it. */
import { spawn } from 'node:child_process';
import { lockArchive } from '@main/archive/archive-lock';
import { openArchive } from '@main/archive/open';
import { type Bench, type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, codeOf } from '../small-archive';

/** Starts a task that holds on to the archive. Returns how to end it. */
function holding({ childFile, atEnd }: Bench, task: string, path: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [childFile, task, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  atEnd(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.once('data', () =>
      resolve(() => {
        child.kill('SIGKILL');
        return gone;
      }),
    );
  });
}

async function timed(run: () => unknown): Promise<{ readonly code: string; readonly seconds: number }> {
  const started = performance.now();
  const code = await codeOf(run);
  return { code, seconds: (performance.now() - started) / 1000 };
}

export const heldElsewhere: Row = {
  id: 'B13',
  name: 'held or being written by another process',
  times: { long: 3, short: 1 },
  run: async (times, bench) => {
    const tally = new Tally();
    let longest = 0;
    for (let run = 0; run < times; run++) {
      const path = archiveIn(bench.folder(), (archive) => void archive.insertImported(article('A', 'mots'), null));
      const endLock = await holding(bench, 'hold-lock', path);
      const second = await timed(() => lockArchive(path).release());
      tally.ran();
      tally.expect(
        second.code === 'archive/held' && second.seconds < 1,
        `a held archive: “${second.code}”, ${second.seconds} s`,
      );
      await endLock();
      tally.expect((await codeOf(() => lockArchive(path).release())) === 'none', 'the lock of a dead process stays');
      const endWriting = await holding(bench, 'hold-writing', path);
      const archive = openArchive(path);
      const written = await timed(() => archive.insertImported(article('B', 'mots'), null));
      longest = Math.max(longest, written.seconds);
      tally.ran();
      tally.expect(
        written.code === 'archive/locked' && written.seconds < 10,
        `a busy archive: “${written.code}”, ${written.seconds} s`,
      );
      tally.expect(archive.stats({}).documents === 1, 'reading beside another writer');
      await endWriting();
      tally.expect(
        (await codeOf(() => archive.insertImported(article('B', 'mots'), null))) === 'none',
        'writing afterwards',
      );
      checkWhole(tally, archive, 'afterwards');
      archive.close();
    }
    tally.control(longest > 1, `a busy archive was waited for ${longest.toFixed(1)} s`);
    return tally.result(heldElsewhere);
  },
};
