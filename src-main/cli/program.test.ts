/** The command line over a real archive: what DESIGN promises of shapes, codes and streams. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporters } from '../export/registry';
import { type TestCli, testCli } from './test-cli';

const article = `date 2025-10-27 Entre la Russie et la Corée du Nord, tous les feux sont au vert. C’est ce qu’a affirmé le président russe.

Entre Moscou et Pyongyang, l’entente parfaite

Selon les décomptes officieux, quasiment 600 militaires nord-coréens ont perdu la vie. Un soutien salué 🕊️. Moscou se tait. Moscou attend.
`;
const page =
  '<!doctype html><html lang="en"><head><title>Summit</title></head><body><article><h1>Summit</h1><p>Officials said talks between both sides went on for hours in the capital on Monday.</p><p>Nobody confirmed how many soldiers had been sent, <b>sources</b> said afterwards.</p></article></body></html>';

interface Imported {
  readonly imported: readonly {
    readonly uid: string;
    readonly path: string;
    readonly title: string;
    readonly lang: string;
  }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string; readonly uid: string }[];
  readonly failed: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}
interface Annotated {
  readonly uid: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}
interface Found {
  readonly total: number;
  readonly hits: readonly {
    readonly uid: string;
    readonly document: string;
    readonly kind: string;
    readonly snippet: string;
  }[];
}

describe('the command line', () => {
  let cli: TestCli;
  let uid = '';
  let claim = '';

  beforeAll(async () => {
    cli = testCli();
    mkdirSync(join(cli.folder, 'in'));
    cli.write('in/article.txt', article);
    cli.write('in/page.html', page);
    cli.write('broken.pdf', '%PDF-1.4\u0000\u0001');
  });
  afterAll(() => cli.remove());

  it('refuses to work on an archive that is not there, and says what to do', async () => {
    for (const argv of [['list'], ['search', 'x'], ['verify'], ['stats'], ['note', '--title', 'x']]) {
      const { code, err, out } = await cli.run(argv);
      expect([code, out]).toEqual([3, '']);
      expect(err).toContain('postil import');
    }
    expect(existsSync(cli.archive)).toBe(false);
    const { code, value } = await cli.json<{ error: { code: string } }>(['stats']);
    expect([code, value.error.code]).toEqual([3, 'archive/not-found']);
  });

  it('imports files and folders, makes the archive, and tells what failed', async () => {
    const { code, out, err } = await cli.run(['import', '--json', 'in', 'broken.pdf']);
    const report: Imported = JSON.parse(out);
    expect(err).toContain('new archive');
    expect(code).toBe(1);
    expect(report.imported.map(({ path, lang }) => [path, lang])).toEqual([
      [join(cli.folder, 'in/article.txt'), 'fr'],
      [join(cli.folder, 'in/page.html'), 'en'],
    ]);
    expect(Object.keys(report.imported[0] ?? {})).toEqual(['uid', 'path', 'title', 'lang']);
    expect(report.failed).toMatchObject([{ path: join(cli.folder, 'broken.pdf') }]);
    expect(Object.keys(report.failed[0] ?? {})).toEqual(['path', 'code', 'message']);
    uid = report.imported[0]?.uid ?? '';
  });

  it('recognises the same file', async () => {
    const { code, value } = await cli.json<Imported>(['import', 'in/article.txt']);
    expect(code).toBe(0);
    expect(value).toMatchObject({ imported: [], skipped: [{ uid, reason: 'already-here' }], updated: [], failed: [] });
  });

  it('imports a file into a document, and says when nothing changed', async () => {
    const other = testCli();
    try {
      other.write('a.txt', 'Six cents morts, selon Séoul.');
      other.write('b.txt', 'Sept cents morts, selon Séoul.');
      const { value } = await other.json<Imported>(['import', 'a.txt']);
      const [article] = value.imported;
      const into = ['import', '--into', article?.uid ?? ''];
      expect((await other.run([...into, 'a.txt'])).out).toContain('nothing changed');
      expect(await other.json([...into, 'b.txt'])).toMatchObject({
        code: 0,
        value: { imported: [], updated: [{ uid: article?.uid, text: 'changed', carried: 0, orphaned: 0 }] },
      });
      expect((await other.run([...into, 'a.txt', 'b.txt'])).code).toBe(2);
      expect((await other.run(['import', '--into', 'x', 'a.txt'])).code).toBe(2);
    } finally {
      other.remove();
    }
  });

  it.each(['coree', 'Corée', 'entente', '"tous les feux sont au vert"', 'militaires nord-coréens'])(
    'finds %s',
    async (query) => {
      const { code, value } = await cli.json<Found>(['search', query]);
      expect(code).toBe(0);
      expect(value.hits.map((hit) => hit.document)).toContain(uid);
      expect(value.hits[0]?.snippet).toMatch(/«[^»]+»/);
      expect(Object.keys(value)).toEqual(['query', 'total', 'tookMs', 'hits']);
      expect(Object.keys(value.hits[0] ?? {})).toEqual([
        'uid',
        'document',
        'kind',
        'title',
        'date',
        'lang',
        'snippet',
        'score',
      ]);
    },
  );

  it('finds nothing without failing, whatever the query', async () => {
    for (const query of ['zzzzqqq', '"', '((', 'AND OR NOT', '-', 'label:']) {
      const { code } = await cli.json<Found>(['search', '--', query]);
      expect(code).toBe(0);
    }
  });

  it('counts hits by facets, takes documents alone, and tells what may have been meant', async () => {
    const { value } = await cli.json<Found & { facets: { values: Record<string, unknown[]> }; hints: unknown[] }>([
      'search',
      'lable:x OR lang:fr OR lang:en',
      '--facets',
      '--only',
      'documents',
      '--sort',
      'added',
      '--no-expand',
    ]);
    expect(value.facets.values.language?.length).toBeGreaterThan(0);
    expect(value.hints).toHaveLength(1);
    const { out, err } = await cli.run(['search', 'lable:x OR lang:fr', '--facets']);
    expect(out).toContain('language: fr');
    expect(err).toContain('label:');
  });

  it('annotates the place of a quote', async () => {
    const quote = 'quasiment 600 militaires nord-coréens';
    const { code, value } = await cli.json<Annotated>([
      'annotate',
      uid,
      '--kind',
      'claim',
      '--quote',
      quote,
      '--comment',
      'À vérifier',
      '--label',
      'bilan',
      '--field',
      'verdict=disputed',
    ]);
    expect(code).toBe(0);
    expect(Object.keys(value)).toEqual(['uid', 'document', 'start', 'end', 'exact']);
    expect(value).toMatchObject({ document: uid, exact: quote });
    const { out } = await cli.run(['show', uid, '--as', 'text']);
    expect(out.slice(value.start, value.end)).toBe(quote);
    claim = value.uid;
  });

  it.each([
    [['--kind', 'claim', '--quote', 'Moscou'], 1, 'annotation/quote-ambiguous'],
    [['--kind', 'claim', '--quote', 'Séoul'], 1, 'annotation/quote-not-found'],
    [['--kind', 'rumour', '--quote', 'Moscou'], 2, 'request/invalid'],
    [['--kind', 'claim', '--quote', 'Moscou attend', '--field', 'verdict=maybe'], 2, 'request/invalid'],
    [['--kind', 'claim'], 2, 'request/invalid'],
  ])('refuses annotate %j', async (options, expected, reason) => {
    const { code, value } = await cli.json<{ error: { code: string } }>(['annotate', uid, ...options]);
    expect([code, value.error.code]).toEqual([expected, reason]);
  });

  it('links a passage to a passage and to a document', async () => {
    const { value: source } = await cli.json<Annotated>([
      'annotate',
      uid,
      '--kind',
      'source',
      '--quote',
      'les décomptes officieux',
    ]);
    const linked = await cli.json<{ relation: string; to: unknown }>([
      'link',
      claim,
      source.uid,
      '--relation',
      'attributed-to',
    ]);
    expect(linked).toMatchObject({ code: 0, value: { relation: 'attributed-to', to: { annotation: source.uid } } });
    const { value: listed } = await cli.json<{ documents: { uid: string }[] }>(['list', '--type', 'article']);
    const other = listed.documents.find((document) => document.uid !== uid)?.uid ?? '';
    expect(await cli.json(['link', claim, other, '--relation', 'related'])).toMatchObject({
      code: 0,
      value: { to: { document: other } },
    });
    expect(await cli.json(['link', claim, uid, '--relation', 'related'])).toMatchObject({
      code: 1,
      value: { error: { code: 'link/to-itself' } },
    });
    expect(await cli.json(['link', claim, claim, '--relation', 'related'])).toMatchObject({
      code: 1,
      value: { error: { code: 'link/to-itself' } },
    });
  });

  it('brings a changed page in as a new version, and lists and shows the versions', async () => {
    const again = (words: string) =>
      `<html><head><title>Bilan</title><link rel="canonical" href="https://example.org/bilan"></head><body><article><h1>Bilan</h1><p>${words}</p><p>${'Les décomptes sont officieux et varient selon les sources. '.repeat(6)}</p></article></body></html>`;
    const other = testCli();
    try {
      other.write('a.html', again('Six cents morts.'));
      const first = await other.json<Imported>(['import', 'a.html']);
      const document = first.value.imported[0]?.uid ?? '';
      other.write('b.html', again('Sept cents morts.'));
      const second = await other.json<Imported>(['import', 'b.html']);
      const path = join(other.folder, 'b.html');
      expect(second).toMatchObject({
        code: 0,
        value: { imported: [], updated: [{ uid: document, path, title: 'Bilan', carried: 0, orphaned: 0 }] },
      });
      const { value } = await other.json<{ revisions: unknown[] }>(['history', document]);
      expect(value).toMatchObject({ uid: document, revisions: [{ revision: 1, reason: 'import' }, { revision: 0 }] });
      expect((await other.run(['history', document])).out).toMatch(/^ {3}1 {2}20.*imported · Bilan/);
      expect((await other.run(['history', document, '--revision', '0'])).out).toContain('Six cents morts.');
      expect((await other.json<{ text: string }>(['history', document, '--revision', '0'])).value.text).toContain(
        'Six',
      );
      expect(await other.json(['history', document, '--revision', '9'])).toMatchObject({
        code: 1,
        value: { error: { code: 'revision/not-found' } },
      });
      other.write('c.html', again('Huit cents morts.'));
      expect((await other.run(['import', 'c.html'])).out).toMatch(/Bilan\n.*new version\n/);
    } finally {
      other.remove();
    }
  });

  it('makes notes from a file, from standard input, and empty ones', async () => {
    const piped = await cli.run(['--json', 'note', '--title', 'Bilan'], { input: '## Sources\n\nVoir **Koursk**.\n' });
    expect(piped.code).toBe(0);
    const note: { uid: string } = JSON.parse(piped.out);
    expect((await cli.run(['show', note.uid, '--as', 'text'])).out).toBe('Sources\nVoir Koursk.\n');
    cli.write('note.txt', '1. un\n2. deux\n');
    expect((await cli.run(['note', '--title', 'Liste', 'note.txt'])).code).toBe(0);
    expect((await cli.run(['note', '--title', 'Vide'])).code).toBe(0);
    expect(await cli.json(['note', '--title', 'x', 'missing.md'])).toMatchObject({
      code: 1,
      value: { error: { code: 'import/unreadable' } },
    });
    expect(await cli.json<Found>(['search', 'koursk'])).toMatchObject({
      value: { hits: [{ document: note.uid, kind: 'note' }] },
    });
  });

  it('lists by type, label and page', async () => {
    interface Listed {
      readonly total: number;
      readonly documents: readonly { readonly uid: string; readonly type: string; readonly title: string }[];
    }
    const all = (await cli.json<Listed>(['list', '--sort', 'title'])).value;
    expect(all.total).toBe(5);
    expect(all.documents.map(({ title }) => title)).toEqual(
      all.documents.map(({ title }) => title).toSorted((a, b) => a.localeCompare(b)),
    );
    expect((await cli.json<Listed>(['list', '--type', 'note'])).value.documents.map(({ type }) => type)).toEqual([
      'note',
      'note',
      'note',
    ]);
    const paged = (await cli.json<Listed>(['list', '--sort', 'title', '--limit', '2', '--offset', '1'])).value;
    expect(paged.documents).toEqual(all.documents.slice(1, 3));
    expect(await cli.json<Listed>(['list', '--label', 'nowhere'])).toMatchObject({
      value: { total: 0, documents: [] },
    });
    const { out } = await cli.run(['list', '--limit', '1']);
    expect(out).toContain('1–1 of 5 documents.');
  });

  it('shows a document in each form', async () => {
    const { value } = await cli.json<Record<string, unknown>>(['show', uid]);
    expect(value).toMatchObject({
      uid,
      type: 'article',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      metadata: { date: '2025-10-27', language: 'fr' },
    });
    expect(value.annotations).toMatchObject([
      { selector: { exact: 'les décomptes officieux' } },
      { uid: claim, comment: 'À vérifier' },
    ]);
    const { out: html } = await cli.run(['show', uid, '--as', 'html']);
    expect(html).toContain(`<mark data-kind="claim" data-annotation="${claim}"`);
    expect(html).toContain('quasiment 600 militaires nord-coréens</mark>');
    const { out: markdown } = await cli.run(['show', uid, '--as', 'markdown']);
    expect(markdown).toContain('> quasiment 600 militaires nord-coréens');
    const { out } = await cli.run(['show', uid]);
    expect(out.split('\n')[0]).toContain('tous les feux sont au vert');
  });

  it('says when there is no such document', async () => {
    expect(await cli.json(['show', '01920000-0000-7000-8000-000000000009'])).toMatchObject({
      code: 1,
      value: { error: { code: 'document/not-found' } },
    });
    expect(await cli.json(['show', 'x'])).toMatchObject({ code: 2, value: { error: { code: 'request/invalid' } } });
  });

  it('exports Markdown that holds the claim', async () => {
    const { code, value } = await cli.json<{ files: number; path: string }>(['export', 'markdown', uid, '--out', 'md']);
    expect(code).toBe(0);
    expect(value).toMatchObject({ format: 'markdown', files: 1, path: join(cli.folder, 'md') });
    const [name = ''] = readdirSync(join(cli.folder, 'md'));
    const text = readFileSync(join(cli.folder, 'md', name), 'utf8');
    expect(text).toMatch(
      /### 2\. Claim\n\n> quasiment 600 militaires nord-coréens\n\n\^[0-9a-f-]{36}\n\nÀ vérifier\n\n- Verdict: disputed\n- Labels: bilan\n/,
    );
  });

  it('exports a search, and refuses what makes no sense', async () => {
    expect(await cli.json(['export', 'markdown', '--query', 'koursk', '--out', 'koursk'])).toMatchObject({
      code: 0,
      value: { files: 1 },
    });
    expect(await cli.json(['export', 'markdown', '--query', 'zzzqqq', '--out', 'none'])).toMatchObject({
      code: 1,
      value: { error: { code: 'export/nothing' } },
    });
    expect(await cli.json(['export', 'papyrus', '--out', 'x'])).toMatchObject({ code: 2 });
    expect(await cli.json(['export', 'markdown', uid, '--query', 'x', '--out', 'x'])).toMatchObject({ code: 2 });
    expect(await cli.json(['export', 'markdown', uid])).toMatchObject({ code: 2 });
  });

  it('takes out a table with the columns asked for, in French, and refuses options a format has not', async () => {
    const asked = ['export', 'csv', uid, '--language', 'fr', '--out', 't.csv'];
    expect(await cli.json([...asked, '--set', 'columns=kind,passage', 'separator=tab'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(cli.folder, 't.csv'), 'utf8').split('\r\n')[0]).toBe('\ufeffType\tPassage');
    expect(await cli.json([...asked, '--set', 'colour=red'])).toMatchObject({ code: 2 });
    expect(await cli.json([...asked, '--set', 'columns=nonsense'])).toMatchObject({ code: 2 });
    expect(await cli.json(['export', 'csv', '--language', 'eo', '--out', 't.csv'])).toMatchObject({ code: 2 });
    expect(await cli.json(['export', 'csv', '--collection', 'none of that name', '--out', 't.csv'])).toMatchObject({
      code: 2,
    });
  });

  it('says that a PDF is made in the app', async () => {
    expect(await cli.json(['export', 'pdf', uid, '--out', 'a.pdf'])).toMatchObject({
      value: { error: { code: 'export/needs-window' } },
    });
    expect(existsSync(join(cli.folder, 'a.pdf'))).toBe(false);
  });

  it('brings the whole archive back from its native export', async () => {
    expect(await cli.json(['export', 'native', '--out', 'all.postil.zip'])).toMatchObject({
      code: 0,
      value: { files: 1, losses: [] },
    });
    const second = join(cli.folder, 'second.postil');
    const { code, value } = await cli.json<Imported>(['import', 'all.postil.zip', '--archive', second]);
    expect([code, value.failed]).toEqual([0, []]);
    expect(value.imported.length).toBe(5);
    const [before, after] = [await cli.json<object>(['stats']), await cli.json<object>(['--archive', second, 'stats'])];
    expect({ ...after.value, bytes: 0 }).toEqual({ ...before.value, bytes: 0 });
    const shown = async (archive: string[]) => (await cli.json(['show', uid, ...archive])).value;
    expect(await shown(['--archive', second])).toEqual(await shown([]));
    // Once more changes nothing.
    const again = await cli.json<Imported>(['import', 'all.postil.zip', '--archive', second]);
    expect([again.value.imported.length, again.value.skipped.length]).toEqual([0, 5]);
  });

  it('verifies and counts', async () => {
    const { code, value } = await cli.json<{ ok: boolean; checks: readonly object[] }>(['verify']);
    expect([code, value.ok]).toEqual([0, true]);
    for (const check of value.checks) expect(Object.keys(check)).toEqual(['name', 'ok', 'detail']);
    const stats = await cli.json<object>(['stats']);
    expect(Object.keys(stats.value)).toEqual([
      'documents',
      'articles',
      'notes',
      'annotations',
      'links',
      'originals',
      'pictures',
      'pictureBytes',
      'bytes',
    ]);
    expect(stats.value).toMatchObject({ documents: 5, articles: 2, notes: 3, annotations: 2, links: 2, originals: 2 });
  });

  it('backs up and restores, keeping what was there', async () => {
    const backup = join(cli.folder, 'copy.postil');
    expect(await cli.json(['backup', '--out', backup])).toMatchObject({
      code: 0,
      value: { path: backup, articles: 2, notes: 3, annotations: 2 },
    });
    expect((await cli.json(['backup', '--out', backup])).code).toBe(2);
    const place = join(cli.folder, 'restored.postil');
    const first = await cli.json<{ aside: string | null }>(['--archive', place, 'restore', backup]);
    expect([first.code, first.value.aside]).toEqual([0, null]);
    expect((await cli.run(['--archive', place, 'note', '--title', 'Later'], { input: 'words' })).code).toBe(0);
    const { value } = await cli.json<{ aside: string }>(['--archive', place, 'restore', backup]);
    const notes = async (archive: string) =>
      (await cli.json<{ notes: number }>(['--archive', archive, 'stats'])).value.notes;
    expect([await notes(place), await notes(value.aside)]).toEqual([3, 4]);
    expect((await cli.json(['--archive', place, 'restore', join(cli.folder, 'in/article.txt')])).code).toBe(3);
    expect((await cli.json(['--archive', place, 'restore', join(cli.folder, 'nowhere.postil')])).code).toBe(2);
    expect(await cli.json(['backup', '--out', join(cli.folder, 'no folder', 'copy.postil')])).toMatchObject({
      code: 2,
      value: { error: { code: 'request/invalid' } },
    });
    expect(await notes(place)).toBe(3);
  });

  it('lists formats without an archive', async () => {
    const fresh = testCli();
    const { code, value } = await fresh.json<{ import: readonly { id: string }[]; export: readonly { id: string }[] }>([
      'formats',
    ]);
    fresh.remove();
    expect(code).toBe(0);
    expect(value.import.map(({ id }) => id)).toEqual(expect.arrayContaining(['native', 'html', 'markdown', 'text']));
    expect(value.export.map(({ id }) => id)).toEqual(exporters.map(({ id }) => id));
  });

  it('stops an import that is interrupted', async () => {
    const { code, err } = await cli.run(['import', 'in'], { signal: AbortSignal.abort() });
    expect(code).toBe(1);
    expect(err).toContain('Stopped');
  });

  it('refuses an archive that is none', async () => {
    const path = join(cli.folder, 'none.postil');
    writeFileSync(path, 'not a database, but long enough to be looked at '.repeat(40));
    expect(await cli.json(['--archive', path, 'list'])).toMatchObject({
      code: 3,
      value: { error: { code: 'archive/not-an-archive' } },
    });
    expect(readFileSync(path, 'utf8')).toContain('not a database');
  });

  it.each([[[]], [['fly']], [['list', '--colour']], [['list', '--limit', 'many']], [['import']]])(
    'answers a wrong use %j with code 2',
    async (argv) => {
      const { code, err, out } = await cli.run(argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
      const json = await cli.json(argv);
      expect(json).toMatchObject({ code: 2, value: { error: { code: 'request/invalid' } } });
    },
  );

  it('gives help and its version', async () => {
    expect(await cli.run(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    const { code, out } = await cli.run(['--help']);
    expect(code).toBe(0);
    for (const command of [
      'import',
      'list',
      'show',
      'search',
      'annotate',
      'link',
      'note',
      'export',
      'backup',
      'restore',
      'verify',
      'stats',
      'formats',
    ])
      expect(out).toContain(command);
  });
});
