/** What an archive goes through: killed processes, full disks, folders that can't be written, strange texts. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from './open';
import { annotateQuote, article, codeOf, insert, reopened, testArchive, testFolder } from './test-archive';

const count = (archive: ReturnType<typeof testArchive>, query: string): number =>
  archive.search({ query, limit: 20, offset: 0, sort: 'relevance' }).total;

/** Mounts a small file system of its own, or says that this machine doesn't let us. */
function smallDisk(megabytes: number, skip: (why: string) => void): string {
  const folder = join(testFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    skip('mounting a file system needs root');
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }));
  return folder;
}

/** Annotates without end and says each annotation's uid once the archive has answered. */
const writer = `
  import { writeSync } from 'node:fs';
  const [bundle, path, document] = process.argv.slice(1);
  const { openArchive } = await import(bundle);
  const archive = openArchive(path);
  for (;;) {
    const { uid } = archive.annotate({ document, start: 3, end: 8, exact: 'Corée', kind: 'claim' });
    writeSync(1, uid + '\\n');
  }`;

/** The archive as a module a plain process can load; inside the checkout, where its packages are found. */
async function bundledArchive(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outDir = join(root, 'out', `hardship-${process.pid}`);
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src-shared'), '@main': join(root, 'src-main') } },
    build: {
      ssr: join(root, 'src-main/archive/open.ts'),
      outDir,
      rollupOptions: { output: { entryFileNames: 'open.mjs' } },
    },
  });
  return pathToFileURL(join(outDir, 'open.mjs')).href;
}

/** Runs the writer, kills it once it has said so many uids, and gives those it was sure of. */
function killedWriter(given: readonly string[], after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (said.split('\n').length > after) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

test('a process killed at any moment loses no annotation it was told is saved', { timeout: 120_000 }, async () => {
  const bundle = await bundledArchive();
  const archive = testArchive();
  const { path } = archive.archiveInfo({});
  const uid = insert(archive, 'Titre', 'la Corée du Nord');
  archive.close();
  const promised = new Set<string>();
  for (let round = 0; round < 20; round++) {
    for (const saved of await killedWriter([bundle, path, uid], 1 + round)) promised.add(saved);
    const again = openArchive(path);
    try {
      const held = new Set<string>(again.openDocument({ uid }).annotations.map((annotation) => annotation.uid));
      expect([...promised].filter((saved) => !held.has(saved))).toEqual([]);
      expect(again.verify({})).toMatchObject({ ok: true });
    } finally {
      again.close();
    }
  }
  expect(promised.size).toBeGreaterThan(200);
});

test('a full disk is said, loses nothing saved, and writing goes on once there is room', (context) => {
  const folder = smallDisk(6, (why) => context.skip(why));
  const archive = testArchive({}, join(folder, 'small.postil'));
  const kept = insert(archive, 'Gardé', 'la Corée du Nord');
  // Bytes that can't be packed: each is a different one, from a seeded generator.
  let state = 1;
  const noise = (): Uint8Array =>
    Uint8Array.from({ length: 400_000 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
  let code = 'none';
  let inserted = 0;
  for (; code === 'none' && inserted < 60; inserted++) {
    const original = { bytes: noise(), fileName: 'x', mediaType: 'application/pdf' };
    code = codeOf(() => archive.insertImported(article(`T${inserted}`, 'mots'), original));
  }
  expect(code).toBe('archive/disk-full');
  // Room is made, as a person would.
  execFileSync('mount', ['-o', 'remount,size=32m', folder], { stdio: 'ignore' });
  expect(archive.openDocument({ uid: kept }).document.title).toBe('Gardé');
  insert(archive, 'Après', 'la suite');
  expect(archive.stats({}).documents).toBe(inserted + 1);
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('a read-only disk refuses every change and says why', (context) => {
  const folder = smallDisk(8, (why) => context.skip(why));
  const path = join(folder, 'locked.postil');
  const archive = testArchive({}, path);
  insert(archive, 'Titre', 'la Corée du Nord');
  archive.close();
  execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' });
  expect(['archive/read-only', 'archive/cannot-open']).toContain(codeOf(() => openArchive(path)));
  expect(readdirSync(folder)).toEqual(['locked.postil']);
});

test('several documents come in together, or none of them', () => {
  const archive = testArchive();
  const item = (title: string) => ({
    document: article(title, 'des mots'),
    original: { bytes: new TextEncoder().encode(title), fileName: `${title}.txt`, mediaType: 'text/plain' },
  });
  const outcomes = archive.insertAllImported([item('A'), item('B'), item('A')]);
  expect(outcomes.map(({ did }) => did)).toEqual(['insert', 'insert', 'nothing']);
  expect(outcomes[2]?.uid).toBe(outcomes[0]?.uid);
  const broken = { ...item('D'), document: { ...article('D', ''), body: { version: 1, blocks: [null] } as never } };
  expect(() => archive.insertAllImported([item('C'), broken])).toThrow();
  expect([archive.stats({}).documents, count(archive, 'title:c')]).toEqual([2, 0]);
  insert(archive, 'E', 'encore');
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('a change to several documents is announced once, after the commit', () => {
  const seen: (readonly string[] | 'many')[] = [];
  const archive = testArchive({ onChange: (documents) => seen.push(documents) });
  const outcomes = archive.insertAllImported(
    ['A', 'B'].map((title) => ({ document: article(title, 'x'), original: null })),
  );
  expect(seen).toEqual([outcomes.map(({ uid }) => uid)]);
});

test.each([
  ['text that packs well', new TextEncoder().encode('mot '.repeat(5000))],
  ['bytes that do not', Uint8Array.from({ length: 256 }, (_, index) => (index * 167) % 256)],
  ['no bytes at all', new Uint8Array()],
])('an original of %s comes back as it was captured', (_what, bytes) => {
  const archive = testArchive();
  archive.insertImported(article('A', 'x'), { bytes, fileName: 'a', mediaType: 'text/plain' });
  const again = reopened(archive);
  const bundle = again.readBundle({ take: 'all' }, 0);
  const info = bundle.documents[0]?.originals[0];
  if (info === undefined) throw new Error('no original');
  expect(info.sizeBytes).toBe(bytes.length);
  expect(Buffer.from(bundle.readOriginal(info.sha256)).equals(Buffer.from(bytes))).toBe(true);
  expect(again.verify({})).toMatchObject({ ok: true });
});

test('a text of two megabytes is searched to its end', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Long', `${'un mot après l’autre, '.repeat(90_000)}épilogue`);
  const { total, hits } = archive.search({ query: 'epilogue ', limit: 20, offset: 0, sort: 'relevance' });
  expect([total, hits[0]?.uid]).toEqual([1, uid]);
  expect(count(archive, '"mot apres"')).toBe(1);
});

test.each([
  ['emoji', 'Avant 👨‍👩‍👧 après', '👨‍👩‍👧', 'apres'],
  ['Arabic, right to left', 'قال الرئيس إن الحدود مغلقة', 'الحدود', 'الحدود'],
  ['Hebrew', 'הנשיא אמר שהגבול סגור', 'שהגבול', 'שהגבול'],
  ['Hangul typed as jamo', '북한은 러시아와'.normalize('NFD'), '러시아와', '러시'],
  ['accents typed apart', 'la Core\u0301e', 'Corée', 'coree'],
  ['characters beyond the basic plane', '𠮷野家で会う', '野家', '野家'],
])('%s: kept, annotated and found', (_what, text, quote, query) => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', text);
  expect(annotateQuote(archive, uid, quote).selector.exact).toBe(quote);
  expect(count(archive, query)).toBeGreaterThan(0);
  expect(reopened(archive).verify({})).toMatchObject({ ok: true });
});

test('a NUL and half an emoji never reach the file', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Ti\u0000tre', 'avant\u0000après \ud83d fin');
  expect(archive.openDocument({ uid }).document).toMatchObject({ title: 'Titre', text: 'avantaprès \ufffd fin' });
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('another connection’s document is seen here, in lists and in search', () => {
  const archive = testArchive();
  const before = archive.dataVersion();
  const beside = openArchive(archive.archiveInfo({}).path);
  onTestFinished(() => beside.close());
  insert(beside, 'De côté', 'la Corée du Nord');
  expect(archive.dataVersion()).not.toBe(before);
  expect([archive.libraryCounts({}).all, count(archive, 'coree')]).toEqual([1, 1]);
});
