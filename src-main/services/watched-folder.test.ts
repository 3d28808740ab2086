import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyReport, type ImportReport } from '@shared/contract/import-report';
import type { WatchedFolder } from '@shared/contract/watch-calls';
import { documentUid } from '@shared/model/ids';
import { expect, onTestFinished, test, vi } from 'vitest';
import { codeOfAwaited } from '../archive/test-archive';
import { passingWatchMemory, type WatchMemory, watchMemoryIn } from './watch-memory';
import { isWatchedName, watchedEndings } from './watched-files';
import { FolderWatch } from './watched-folder';

const longAgo = new Date(Date.UTC(2026, 0, 1));

/** A folder, what came in from it, and a clock that goes when it is told. */
function bench(memory: WatchMemory = passingWatchMemory()) {
  const root = mkdtempSync(join(tmpdir(), 'postil-watched-'));
  const folder = join(root, 'Downloads');
  mkdirSync(folder);
  const brought: string[][] = [];
  const told: (WatchedFolder | null)[] = [];
  let tell: (() => void) | null = null;
  let clockMs = Date.UTC(2026, 0, 2);
  let answer = (paths: readonly string[]): ImportReport => cameIn(paths);
  const make = () => {
    const made = new FolderWatch({
      memory,
      importFiles: async (paths, started) => {
        started('job');
        brought.push(paths.map((path) => path.slice(folder.length + 1)).sort());
        return answer(paths);
      },
      onChange: (watched) => told.push(watched),
      onBug: (error) => {
        throw error;
      },
      nowMs: () => clockMs,
      hearChanges: (_folder, onChange) => {
        tell = onChange;
        return () => {
          tell = null;
        };
      },
    });
    onTestFinished(() => made.stop());
    return made;
  };
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return {
    folder,
    brought,
    told,
    make,
    put: (name: string, text = name, at = longAgo) => {
      writeFileSync(join(folder, name), text);
      utimesSync(join(folder, name), at, at);
    },
    pass: (ms: number) => {
      clockMs += ms;
    },
    now: () => new Date(clockMs),
    isHeard: () => tell !== null,
    systemTells: () => tell?.(),
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}

const cameIn = (paths: readonly string[]): ImportReport => ({
  ...emptyReport(),
  imported: paths.map((path) => ({ uid: documentUid(path), path, title: path, lang: '', losses: [], passages: 0 })),
  cancelled: false,
});

test('what lay there before stays out, what comes afterwards comes in once', async () => {
  const { folder, put, make, brought } = bench();
  put('old.html');
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  put('new.html');
  put('paper.pdf');
  put('holiday.jpg');
  put('archive.zip');
  await watch.look();
  await watch.look();
  expect(brought).toEqual([['new.html', 'paper.pdf']]);
  expect(watch.now()).toMatchObject({ name: 'Downloads', cameIn: 2, waiting: 0, problem: null });
});

test('what lies there already comes in when it is asked for', async () => {
  const { folder, put, make, brought } = bench();
  put('old.html');
  put('older.epub');
  const watch = make();
  watch.start();
  expect(await watch.survey(folder)).toEqual({ folder, name: 'Downloads', files: 2 });
  await watch.watch(folder, true);
  await watch.look();
  expect(brought).toEqual([['old.html', 'older.epub']]);
});

test('a file that is still being written waits until its size stays the same', async () => {
  const { folder, put, pass, now, make, brought } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  put('page.html', 'begin', now());
  await watch.look();
  pass(1_000);
  put('page.html', 'begin and more', now());
  await watch.look();
  pass(1_000);
  await watch.look();
  expect(brought).toEqual([]);
  expect(watch.now()?.waiting).toBe(1);
  pass(1_000);
  await watch.look();
  expect(brought).toEqual([['page.html']]);
});

test('an empty file, and one whose browser says it is not done, wait however old they are', async () => {
  const { folder, put, make, brought } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  put('empty.html', '');
  put('paper.pdf');
  put('paper.pdf.part');
  put('book.epub.crdownload');
  await watch.look();
  expect(brought).toEqual([]);
  renameSync(join(folder, 'book.epub.crdownload'), join(folder, 'book.epub'));
  rmSync(join(folder, 'paper.pdf.part'));
  await watch.look();
  expect(brought).toEqual([['book.epub', 'paper.pdf']]);
});

test('what came while the archive was closed comes in at the next start, and nothing twice', async () => {
  const { folder, put, make, brought, told } = bench();
  const first = make();
  first.start();
  await first.watch(folder, false);
  await first.look();
  put('one.html');
  await first.look();
  first.stop();
  put('two.html');
  const second = make();
  told.length = 0;
  second.start();
  expect(told[0]).toMatchObject({ name: 'Downloads', cameIn: 1 });
  await second.look();
  expect(brought).toEqual([['one.html'], ['two.html']]);
  expect(second.now()?.cameIn).toBe(2);
});

test('a changed file comes in again; its content decides whether it is a new version', async () => {
  const { folder, put, make, brought } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  put('page.html');
  await watch.look();
  put('page.html', 'another text');
  await watch.look();
  expect(brought).toEqual([['page.html'], ['page.html']]);
});

test('a broken file is reported once; what the archive could not take is tried again', async () => {
  const { folder, put, make, brought, answerWith } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  put('broken.html');
  put('full.html');
  answerWith((paths) => ({
    ...emptyReport(),
    failed: paths.map((path) => ({
      path,
      code: path.endsWith('broken.html') ? 'import/broken' : 'archive/disk-full',
      message: '',
    })),
    cancelled: false,
  }));
  await watch.look();
  answerWith(cameIn);
  await watch.look();
  await watch.look();
  expect(brought).toEqual([['broken.html', 'full.html'], ['full.html']]);
});

test('a folder that is gone is said and tried again, and what it held is not forgotten', async () => {
  const { folder, put, make, brought, told } = bench();
  put('old.html');
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  renameSync(folder, `${folder} away`);
  await watch.look();
  expect(watch.now()?.problem).toBe('missing');
  expect(told.at(-1)?.problem).toBe('missing');
  renameSync(`${folder} away`, folder);
  put('new.html');
  await watch.look();
  expect(watch.now()?.problem).toBeNull();
  expect(brought).toEqual([['new.html']]);
});

test('a change the system tells of is looked at by itself, and a pause hears of none', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { folder, put, make, brought, isHeard, systemTells } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  put('new.html');
  systemTells();
  systemTells();
  vi.runOnlyPendingTimers();
  await watch.look();
  expect(brought).toEqual([['new.html']]);
  watch.pause(true);
  expect(isHeard()).toBe(false);
});

test('a pause brings nothing in; going on brings what came meanwhile', async () => {
  const { folder, put, make, brought } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  watch.pause(true);
  put('new.html');
  await watch.look();
  expect(brought).toEqual([]);
  expect(watch.pause(false)?.paused).toBe(false);
  await watch.look();
  expect(brought).toEqual([['new.html']]);
});

test('what is no longer watched brings nothing in, and a folder that can’t be read is refused', async () => {
  const { folder, put, make, brought } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  watch.forget();
  put('new.html');
  await watch.look();
  expect([brought, watch.now()]).toEqual([[], null]);
  expect(await codeOfAwaited(() => watch.watch(join(folder, 'nowhere'), false))).toBe('watch/unreadable');
});

test('what Postil exports into the folder does not come back', async () => {
  const { folder, put, make, brought } = bench();
  const watch = make();
  watch.start();
  await watch.watch(folder, false);
  await watch.look();
  put('export.html');
  watch.leaveOut(join(folder, 'export.html'));
  watch.leaveOut(join(folder, 'never-written.html'));
  await watch.look();
  expect(brought).toEqual([]);
});

test('the memory in a file outlives the program, and a damaged one is as good as none', () => {
  const root = mkdtempSync(join(tmpdir(), 'postil-watched-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(root, 'profile', 'watch.json');
  const watch = { folder: '/home/ada/Downloads', paused: true, cameIn: 3, seen: { 'a.html': '1 2' } };
  watchMemoryIn(file).write(watch);
  expect(watchMemoryIn(file).read()).toEqual(watch);
  writeFileSync(file, '{"folder":');
  expect(watchMemoryIn(file).read()).toBeNull();
  watchMemoryIn(file).write(null);
  expect(() => statSync(file)).toThrow('ENOENT');
});

test('articles come in by themselves, lists and archives do not', () => {
  expect(watchedEndings).toEqual(expect.arrayContaining(['html', 'mhtml', 'pdf', 'docx', 'epub', 'md', 'txt']));
  expect(['a.HTML', 'b.pdf', 'c.eml'].every(isWatchedName)).toBe(true);
  expect(['a.json', 'b.zip', 'c.bib', '.d.html', '~$e.docx', 'f.html.part', 'html'].some(isWatchedName)).toBe(false);
});
