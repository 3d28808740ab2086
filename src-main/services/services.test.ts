import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveEvent } from '@shared/contract/events';
import { Failure } from '@shared/outcome/outcome';
import { afterEach, describe, expect, test } from 'vitest';
import type { Archive } from '../archive/archive-api';
import { createArchive } from '../archive/open';
import { parseFile } from '../import/parse-file';
import { createServices } from './services';
import type { Parse, Services } from './services-api';

const nowMs = (): number => Date.UTC(2026, 0, 1);
const french = `date 2025-10-27 Entre la Russie et la Corée du Nord, tous les feux sont au vert\n\n${'La visite est un signe de plus de leur entente. '.repeat(8)}\n`;
const english = `A second article\n\n${'It says something else, in plain English words, again. '.repeat(8)}\n`;

interface Bench {
  readonly root: string;
  readonly archive: Archive;
  readonly services: Services;
  readonly events: ArchiveEvent[];
  /** The event a job ends with. */
  readonly ended: (job: string) => Promise<ArchiveEvent>;
}
const openArchives: Archive[] = [];
afterEach(() => {
  for (const archive of openArchives.splice(0)) archive.close();
});

function bench(options: { readonly parse?: Parse; readonly archive?: (real: Archive) => Archive } = {}): Bench {
  const root = mkdtempSync(join(tmpdir(), 'postil-services-'));
  const real = createArchive(join(root, 'a.postil'), { nowMs });
  openArchives.push(real);
  const archive = options.archive?.(real) ?? real;
  const events: ArchiveEvent[] = [];
  const waiting = new Map<string, (event: ArchiveEvent) => void>();
  const emit = (event: ArchiveEvent): void => {
    events.push(event);
    if ('job' in event && event.type !== 'jobProgress') waiting.get(event.job)?.(event);
  };
  const samplesFolder = join(root, 'samples');
  const grantedPaths = (grant: string): readonly string[] => (grant === 'known' ? [join(root, 'granted')] : []);
  const services = createServices({
    archive,
    parse: options.parse ?? parseFile,
    nowMs,
    samplesFolder,
    grantedPaths,
    emit,
  });
  const ended = (job: string): Promise<ArchiveEvent> => new Promise((resolve) => waiting.set(job, resolve));
  return { root, archive, services, events, ended };
}

function put(root: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

describe('bringing files in', () => {
  test('brings a folder in, in order, and says what came of it', async () => {
    const { root, services, archive } = bench();
    const folder = put(join(root, 'in'), {
      '2.txt': french,
      '10.txt': english,
      'photo.raw': 'x',
      '.hidden.txt': french,
    });
    const report = await services.importPaths([folder]);
    expect(report.imported.map(({ path, lang }) => [path, lang])).toEqual([
      [join(folder, '2.txt'), 'fr'],
      [join(folder, '10.txt'), 'en'],
    ]);
    expect(report).toMatchObject({ skipped: [], failed: [], cancelled: false });
    expect(archive.stats({}).articles).toBe(2);
  });

  test('recognises the same bytes under another name and names the article they are', async () => {
    const { root, services } = bench();
    const folder = put(join(root, 'in'), { 'a.txt': french });
    const [first] = (await services.importPaths([folder])).imported;
    put(folder, { 'b.txt': french });
    const report = await services.importPaths([join(folder, 'b.txt')]);
    expect(report.imported).toEqual([]);
    expect(report.skipped).toEqual([
      { path: join(folder, 'b.txt'), reason: 'already-here', uid: first?.uid, title: first?.title },
    ]);
  });

  test('makes a changed page of a known address its new version, and counts the passages', async () => {
    const { root, services, archive } = bench();
    const page = (words: string): string =>
      `<html><head><title>Sommet</title><link rel="canonical" href="https://example.org/monde/sommet"></head><body><article><h1>Sommet</h1><p>${words}</p><p>${'La visite est un signe de plus de leur entente. '.repeat(8)}</p></article></body></html>`;
    const folder = put(join(root, 'in'), {
      'lundi.html': page('Quasiment 600 militaires sont morts à Koursk, selon Séoul.'),
    });
    const [first] = (await services.importPaths([folder])).imported;
    if (first === undefined) throw new Error('nothing came in');
    const { text } = archive.openDocument({ uid: first.uid }).document;
    const tag = (exact: string) => {
      const start = text.indexOf(exact);
      return services.handlers.annotate({
        document: first.uid,
        start,
        end: start + exact.length,
        exact,
        kind: 'claim',
      });
    };
    await tag('Quasiment 600 militaires sont morts à Koursk, selon Séoul.');
    put(folder, { 'mardi.html': page('Le bilan n’est plus donné par personne.') });
    const path = join(folder, 'mardi.html');
    const report = await services.importPaths([folder]);
    expect(report).toMatchObject({
      imported: [],
      skipped: [{ uid: first.uid }],
      updated: [{ uid: first.uid, path, title: first.title, carried: 0, orphaned: 1 }],
      failed: [],
    });
    const { document } = archive.openDocument({ uid: first.uid });
    expect(document.originals.map(({ fileName }) => fileName)).toEqual(['lundi.html', 'mardi.html']);
    expect(archive.verify({})).toMatchObject({ ok: true });
  });

  test('names every file that failed and brings the others in', async () => {
    const { root, services } = bench();
    const folder = put(root, {
      'in/good.txt': french,
      'in/empty.txt': '',
      'in/binary.txt': new Uint8Array(512),
      'other.xyz': new Uint8Array([0, 1, 2]),
    });
    const gone = join(root, 'gone.txt');
    const report = await services.importPaths([join(folder, 'in'), join(root, 'other.xyz'), gone]);
    expect(report.imported.map(({ path }) => path)).toEqual([join(root, 'in/good.txt')]);
    const codes = Object.fromEntries(report.failed.map(({ path, code }) => [path, code]));
    expect(codes).toEqual({
      [gone]: 'import/unreadable',
      [join(root, 'in/empty.txt')]: 'import/empty',
      [join(root, 'in/binary.txt')]: 'import/binary',
      [join(root, 'other.xyz')]: 'import/unsupported',
    });
    for (const { message } of report.failed) expect(message).toMatch(/^.{20,}[.)]$/s);
  });

  test('refuses a file of 200 MB unread', async () => {
    const { root, services } = bench({ parse: () => Promise.reject(new Error('it was read')) });
    const path = join(root, 'huge.txt');
    writeFileSync(path, '');
    truncateSync(path, 200 * 1_048_576);
    const [failed] = (await services.importPaths([path])).failed;
    expect(failed?.code).toBe('import/too-large');
    expect(failed?.message).toContain('200 MB');
  });

  test('keeps what came in before it was stopped', async () => {
    const { root, services, archive } = bench();
    const folder = put(join(root, 'in'), { '1.txt': french, '2.txt': english, '3.txt': `${english} 3` });
    const controller = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 1) controller.abort();
    };
    const report = await services.importPaths([folder], { signal: controller.signal, onProgress });
    expect(report.cancelled).toBe(true);
    expect(report.imported).toHaveLength(1);
    expect(archive.stats({}).articles).toBe(1);
  });

  test('stops trying when the archive itself can take no more, and says so for each file left', async () => {
    const refuse = (): never => {
      throw new Failure('archive/disk-full', 'The disk is full. Make room and try again.');
    };
    const full = (real: Archive): Archive => ({ ...real, insertImported: refuse, insertAllImported: refuse });
    const { root, services } = bench({ archive: full });
    const folder = put(join(root, 'in'), { '1.txt': french, '2.txt': english });
    const report = await services.importPaths([folder]);
    expect(report.failed.map(({ code }) => code)).toEqual(['archive/disk-full', 'archive/disk-full']);
  });

  test('a document the archive refuses costs its own file only, not those written with it', async () => {
    const refuseEnglish = (real: Archive): Archive => ({
      ...real,
      insertImported: (document, original, collection) => {
        if (document.metadata.language === 'en') throw new Failure('import/broken', 'It cannot be kept.');
        return real.insertImported(document, original, collection);
      },
      insertAllImported: (items, collection) => {
        if (items.some(({ document }) => document.metadata.language === 'en'))
          throw new Failure('import/broken', 'One of them cannot be kept.');
        return real.insertAllImported(items, collection);
      },
    });
    const { root, services, archive } = bench({ archive: refuseEnglish });
    const folder = put(join(root, 'in'), { '1.txt': french, '2.txt': english, '3.txt': `${french}Encore.` });
    const report = await services.importPaths([folder]);
    expect(report.failed).toMatchObject([{ path: join(folder, '2.txt'), code: 'import/broken' }]);
    expect(archive.stats({}).articles).toBe(2);
  });

  test('a parser that throws costs its own file only', async () => {
    const parse: Parse = (file, signal) =>
      file.name === '1.txt' ? Promise.reject(new TypeError('bug')) : parseFile(file, signal);
    const { root, services } = bench({ parse });
    const report = await services.importPaths([put(join(root, 'in'), { '1.txt': french, '2.txt': english })]);
    expect(report.failed.map(({ code }) => code)).toEqual(['internal']);
    expect(report.imported).toHaveLength(1);
  });
});

describe('jobs', () => {
  test('imports what a grant stands for and ends with the report', async () => {
    const { root, services, ended } = bench();
    put(join(root, 'granted'), { 'a.txt': french });
    const { job } = await services.handlers.startImport({ grant: 'known' });
    expect(await ended(job)).toMatchObject({ type: 'importDone', job, report: { imported: [{ lang: 'fr' }] } });
  });

  test('imports a granted file into the document that is named, and no other', async () => {
    const { root, services, ended, archive } = bench();
    const folder = put(join(root, 'granted'), { 'a.txt': french });
    const path = join(folder, 'a.txt');
    const { uid } = await services.handlers.createNote({ title: 'n' });
    const [row] = (await services.importPaths([path])).imported;
    if (row === undefined) throw new Error('nothing came in');
    expect((await services.importInto(row.uid, path)).skipped).toMatchObject([{ uid: row.uid, reason: 'unchanged' }]);
    put(folder, { 'a.txt': `${french} Et la suite.` });
    // What is granted here is a folder, and that is no article's file.
    const { job } = await services.handlers.startImport({ grant: 'known', into: row.uid });
    expect(await ended(job)).toMatchObject({ report: { imported: [], failed: [{ code: 'import/not-one-article' }] } });
    const report = await services.importInto(row.uid, path);
    expect(report).toMatchObject({ imported: [], updated: [{ uid: row.uid, path, text: 'changed' }], failed: [] });
    // A title that is only the file's name is none.
    const html = `<html><head><title>copie</title></head><body><p>${'La visite est un signe de plus de leur entente. '.repeat(8)}</p></body></html>`;
    put(folder, { 'copie.html': html });
    expect((await services.importInto(row.uid, join(folder, 'copie.html'))).updated).toMatchObject([
      { title: row.title },
    ]);
    expect((await services.importInto(uid, path)).failed).toMatchObject([{ code: 'import/not-an-article' }]);
    expect((await services.importInto(row.uid, folder)).failed).toMatchObject([{ code: 'import/not-one-article' }]);
    put(folder, { 'b.bib': '@online{k, title = {Une référence}}' });
    expect((await services.importInto(row.uid, join(folder, 'b.bib'))).failed).toMatchObject([
      { code: 'import/not-one-article' },
    ]);
    expect(archive.stats({}).articles).toBe(1);
  });

  test('refuses a grant nobody gave', () => {
    const { services } = bench();
    expect(() => services.handlers.startImport({ grant: '/etc/passwd' })).toThrow(Failure);
  });

  test('takes a paste in, HTML before text, and recognises it the second time', async () => {
    const { services, ended } = bench();
    const html = `<article><h1>Un titre collé</h1><p>${'Une phrase entière en français, pour la langue. '.repeat(10)}</p></article>`;
    const first = await services.handlers.startPaste({ html, text: 'the text' });
    expect(await ended(first.job)).toMatchObject({
      type: 'importDone',
      report: { imported: [{ title: 'Un titre collé' }] },
    });
    const again = await services.handlers.startPaste({ html, text: 'the text' });
    expect(await ended(again.job)).toMatchObject({
      type: 'importDone',
      report: { imported: [], skipped: [{ reason: 'already-here' }] },
    });
  });

  test('says in the report why an empty paste brought nothing', async () => {
    const { services, ended } = bench();
    const { job } = await services.handlers.startPaste({ text: '  ' });
    expect(await ended(job)).toMatchObject({
      type: 'importDone',
      report: { imported: [], failed: [{ code: 'import/empty' }] },
    });
  });
});

describe('taking out', () => {
  const archived = async (): Promise<Bench> => {
    const made = bench();
    await made.services.importPaths([put(join(made.root, 'in'), { 'a.txt': french, 'b.txt': english })]);
    return made;
  };

  test('writes Markdown files into a folder beside what is there', async () => {
    const { root, services } = await archived();
    const out = put(join(root, 'out'), { 'mine.txt': 'mine' });
    const report = await services.exportTo('markdown', { take: 'all' }, out);
    const written = readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith('.md'));
    expect(written).toHaveLength(2);
    expect(report).toMatchObject({ format: 'markdown', path: out });
    expect(readFileSync(join(out, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('writes the same Markdown twice, and leaves no second copy', async () => {
    const { root, services } = await archived();
    const out = join(root, 'out');
    const first = await services.exportTo('markdown', { take: 'all' }, out);
    const names = readdirSync(out, { recursive: true });
    expect(await services.exportTo('markdown', { take: 'all' }, out)).toEqual(first);
    expect(readdirSync(out, { recursive: true })).toEqual(names);
  });

  test('writes one document into a file of the chosen name, and refuses two', async () => {
    const { root, services, archive } = await archived();
    const page = { scope: { in: 'all' }, sort: 'title', descending: false, offset: 0, limit: 9 } as const;
    const [first, second] = archive.listDocuments(page).rows.map((row) => row.uid);
    if (first === undefined || second === undefined) throw new Error('two articles were expected');
    const path = join(root, 'one.md');
    await services.exportTo('markdown', { take: 'documents', documents: [first] }, path);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(`uid: ${first}`);
    const both = services.exportTo('markdown', { take: 'documents', documents: [first, second] }, path);
    await expect(both).rejects.toMatchObject({ data: { code: 'export/cannot-write' } });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('leaves the bin out of Markdown and keeps it in the native zip', async () => {
    const { root, services, archive } = await archived();
    const page = { scope: { in: 'all' }, sort: 'title', descending: false, offset: 0, limit: 9 } as const;
    archive.binDocuments({
      uids: archive
        .listDocuments(page)
        .rows.slice(0, 1)
        .map((row) => row.uid),
    });
    expect(await services.exportTo('markdown', { take: 'all' }, join(root, 'out'))).toMatchObject({ files: 1 });
    const path = join(root, 'whole.postil.zip');
    await services.exportTo('native', { take: 'all' }, path);
    const other = bench();
    await other.services.importPaths([path]);
    expect(other.archive.libraryCounts({})).toMatchObject({ all: 1, bin: 1 });
  });

  test('the native zip brings everything back into an empty archive', async () => {
    const { root, services, archive } = await archived();
    const native = services.handlers.exportFormats({});
    const format = (await native).find(({ id }) => id === 'native');
    const path = join(root, `whole.${format?.extension ?? 'zip'}`);
    const report = await services.exportTo(format?.id ?? '', { take: 'all' }, path);
    expect(report.sizeBytes).toBe(readFileSync(path).byteLength);
    const other = bench();
    const back = await other.services.importPaths([path]);
    expect(back.failed).toEqual([]);
    expect(other.archive.stats({}).articles).toBe(archive.stats({}).articles);
    expect((await other.services.importPaths([path])).skipped).toHaveLength(2);
  });

  test('fails by name, not by half, when the place can’t be written', async () => {
    const { root, services } = await archived();
    writeFileSync(join(root, 'file'), 'kept');
    await expect(services.exportTo('markdown', { take: 'all' }, join(root, 'file'))).rejects.toMatchObject({
      data: { code: 'export/cannot-write' },
    });
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('kept');
    await expect(services.exportTo('papyrus', { take: 'all' }, root)).rejects.toMatchObject({
      data: { code: 'export/unknown-format' },
    });
    const nothing = services.exportTo('markdown', { take: 'documents', documents: [] }, join(root, 'none'));
    await expect(nothing).rejects.toMatchObject({ data: { code: 'export/nothing' } });
    expect(existsSync(join(root, 'none'))).toBe(false);
  });
});

describe('dates of a passage', () => {
  test('are worked out from its words, its language and its article’s date', async () => {
    const { archive, services } = bench();
    const { uid } = archive.createNote({ title: 'Note' });
    const words = 'Ils se sont vus lundi dernier à Moscou.';
    const body = { version: 1, blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: words }] }] } as const;
    archive.saveBody({ uid, revision: 0, body, places: [] });
    archive.updateMetadata({ uid, metadata: { language: 'fr', date: '2025-10-30' } });
    const start = words.indexOf('lundi');
    const proposals = await services.handlers.proposeDates({ document: uid, start, end: words.length });
    expect(proposals[0]).toMatchObject({ edtf: '2025-10-27' });
    expect(await services.handlers.proposeDates({ document: uid, start: 0, end: 3 })).toEqual([]);
    const outside = async () => services.handlers.proposeDates({ document: uid, start: 0, end: 4000 });
    await expect(outside()).rejects.toMatchObject({ data: { code: 'annotation/bad-range' } });
  });
});
