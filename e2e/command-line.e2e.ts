/** The command line beside the open app, which shows the change; and its own main job. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './app';
import { type PrintedDocument, type PrintedHits, postil, postilJson } from './cli';
import { frenchArticle, frenchTitle, sample } from './files';

const quote = 'quasiment 600 militaires nord-coréens';
interface Imported {
  readonly imported: readonly { readonly uid: string }[];
}

test('what the command line does shows up in the open window', async ({ journey }) => {
  const { archive, library, reading } = await journey.start();
  const { imported } = await postilJson<Imported>(archive, 'import', frenchArticle);
  await expect(library.row(frenchTitle)).toBeVisible();
  await library.open(frenchTitle);
  await postil(
    archive,
    'annotate',
    imported[0]?.uid ?? '',
    '--kind',
    'claim',
    '--quote',
    quote,
    '--comment',
    'From the command line',
  );
  await expect(reading.card(quote).frame).toContainText('From the command line');
  await expect(library.row(frenchTitle)).toContainText('1 Claim');
});

test('the command line brings in, finds, marks and takes out by itself', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-cli-'));
  const archive = path.join(folder, 'archive.postil');
  const { imported } = await postilJson<Imported>(archive, 'import', frenchArticle);
  const uid = imported[0]?.uid ?? '';
  const shown = await postilJson<PrintedDocument>(archive, 'show', uid, '--as', 'json');
  expect(shown.metadata).toMatchObject({ date: '2025-10-27', language: 'fr' });
  for (const query of ['coree', 'Corée', 'entente', 'alliance', '"tous les feux sont au vert"']) {
    const { hits } = await postilJson<PrintedHits>(archive, 'search', query);
    expect(
      hits.map(({ document }) => document),
      query,
    ).toEqual([uid]);
    expect(hits[0]?.snippet).toMatch(/«.+»/);
  }
  await postil(archive, 'annotate', uid, '--kind', 'claim', '--quote', quote);
  const out = path.join(folder, 'out');
  await postil(archive, 'export', 'markdown', uid, '--out', out);
  const files = statSync(out).isDirectory() ? readdirSync(out).map((name) => path.join(out, name)) : [out];
  expect(files.map((file) => readFileSync(file, 'utf8')).join('')).toContain(quote);
  expect((await postilJson<{ ok: boolean }>(archive, 'verify')).ok).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});

test('of several that find no archive one makes it, and all write into that one', async () => {
  const articles = [frenchArticle, ...['pont-de-velin.html', 'velin-bridge-reopens.md', 'мост-велин.txt'].map(sample)];
  for (let round = 0; round < 4; round++) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-cli-'));
    const archive = path.join(folder, 'archive.postil');
    await Promise.all(articles.map((article) => postil(archive, 'import', article)));
    const { documents } = await postilJson<{ documents: readonly unknown[] }>(archive, 'list');
    expect(documents).toHaveLength(articles.length);
    expect(readdirSync(folder).filter((name) => !/^archive\.postil(-wal|-shm)?$/.test(name))).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }
});
