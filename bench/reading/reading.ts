/**
 * Reading and annotating a long article: Postil with a real archive beside other ways to mark
 * passages, all in the same Electron, in turn, in one run. Compare the ratios.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { machine, spread, table } from '../measure';
import { writeArchive } from './archive';
import { makeArticle } from './article';
import { type Contestant, contestants } from './contestants';
import { type Figures, measure, metrics } from './drive';

export interface ReadingRow {
  readonly contestant: string;
  readonly passages: number;
  readonly metric: string;
  /** Null when it could not be measured; `failed` says why. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly n: number;
  readonly failed?: string;
}

export interface ReadingReport {
  readonly machine: string;
  readonly load: number;
  readonly rows: readonly ReadingRow[];
}

interface RunOptions {
  readonly root: string;
  readonly runs: number;
  /** Numbers of passages, comma-separated. */
  readonly passages: string;
  /** Ids of contestants, comma-separated; empty for all. */
  readonly contestants: string;
}

const say = (words: string): void => void process.stderr.write(`${words}\n`);

/** The contestants' page and the probe, bundled into `folder`. */
async function buildPages(root: string, folder: string): Promise<{ readonly page: string; readonly probe: string }> {
  const page = path.join(folder, 'page');
  await build({
    configFile: false,
    root: path.join(root, 'bench/reading/page'),
    logLevel: 'error',
    base: './',
    build: { outDir: page, emptyOutDir: true, target: 'chrome130', modulePreload: { polyfill: false } },
  });
  const probe = path.join(folder, 'probe');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir: probe,
      target: 'chrome130',
      lib: {
        entry: path.join(root, 'bench/reading/probe.ts'),
        formats: ['iife'],
        name: 'probe',
        fileName: () => 'probe.js',
      },
    },
  });
  return { page, probe: readFileSync(path.join(probe, 'probe.js'), 'utf8') };
}

function rowsOf(contestant: Contestant, passages: number, taken: readonly Figures[]): readonly ReadingRow[] {
  return Object.values(metrics).map((metric) => {
    const values = taken.flatMap((figures) => {
      const value = figures.get(metric);
      return Array.isArray(value) ? value : [];
    });
    const failure = taken.map((figures) => figures.get(metric)).find((value) => value && !Array.isArray(value));
    const base = { contestant: contestant.name, passages, metric };
    const failed = failure && 'failed' in failure ? { failed: failure.failed } : {};
    if (values.length === 0) return { ...base, p50: null, p95: null, n: 0, failed: 'not measured', ...failed };
    const { p50, p95, n } = spread(values);
    return { ...base, p50, p95, n, ...failed };
  });
}

/** Runs everyone in turn, `runs` times. */
export async function run(options: RunOptions): Promise<ReadingReport> {
  const { root, runs } = options;
  const wanted = options.contestants === '' ? [] : options.contestants.split(',');
  const unknown = wanted.find((id) => !contestants.some((one) => one.id === id));
  if (unknown !== undefined) throw new Error(`there is no contestant ${unknown}`);
  const chosen = contestants.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const counts = options.passages.split(',').map(Number);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-bench-'));
  const load = os.loadavg()[0] ?? 0;
  try {
    const built = await buildPages(root, folder);
    const rows: ReadingRow[] = [];
    for (const passages of counts) {
      const article = makeArticle(passages);
      mkdirSync(path.join(folder, String(passages)));
      const archive = path.join(folder, String(passages), 'archive.postil');
      if (chosen.some(({ id }) => id === 'postil')) await writeArchive(archive, article);
      writeFileSync(path.join(built.page, 'article.json'), JSON.stringify(article));
      const taken = new Map<Contestant, Figures[]>(chosen.map((contestant) => [contestant, []]));
      for (let turn = 0; turn < runs; turn++) {
        for (const contestant of chosen) {
          const figures = await measure(contestant, { root, ...built, archive, passages });
          taken.get(contestant)?.push(figures);
          say(`${contestant.name}, ${passages} passages, run ${turn + 1}: ${summary(figures)}`);
        }
      }
      for (const [contestant, figures] of taken) rows.push(...rowsOf(contestant, passages, figures));
    }
    return { machine: machine(), load, rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const summary = (figures: Figures): string =>
  [...figures]
    .map(
      ([name, value]) =>
        `${name} ${Array.isArray(value) ? value.map((one) => one.toFixed(0)).join(' ') : value.failed}`,
    )
    .join('; ');

const cell = (row: ReadingRow | undefined): string => {
  if (row === undefined) return '–';
  if (row.p50 === null) return 'failed';
  return row.n > 1 ? `${row.p50.toFixed(1)} / ${row.p95?.toFixed(1)}` : row.p50.toFixed(1);
};

/** The report for people: a table a number of passages, contestants across, p50 / p95, and what Postil's passages cost it. */
export function print({ machine: name, load, rows }: ReadingReport): string {
  const names = [...new Set(rows.map(({ contestant }) => contestant))];
  const counts = [...new Set(rows.map(({ passages }) => passages))];
  const find = (contestant: string, passages: number, metric: string): ReadingRow | undefined =>
    rows.find((row) => row.contestant === contestant && row.passages === passages && row.metric === metric);
  const tables = counts.map((passages) => {
    const lines = Object.values(metrics).map((metric) => [
      metric,
      ...names.map((one) => cell(find(one, passages, metric))),
      ratio(find('Postil', passages, metric), find('Postil', counts[0] ?? 0, metric)),
    ]);
    return `${passages} passages\n${table(['p50 / p95', ...names, `Postil ÷ Postil with ${counts[0]}, p50 / p95`], lines)}`;
  });
  const failures = rows
    .filter(({ failed }) => failed !== undefined)
    .map(({ contestant, passages, metric, failed }) => `${contestant}, ${passages} passages, ${metric}: ${failed}\n`);
  return `${name}, load ${load.toFixed(1)}\n\n${tables.join('\n')}\n${failures.join('')}`;
}

function ratio(row: ReadingRow | undefined, base: ReadingRow | undefined): string {
  const of = (value: number | null | undefined, by: number | null | undefined): string =>
    value === null || value === undefined || !by ? '–' : (value / by).toFixed(2);
  return `${of(row?.p50, base?.p50)} / ${of(row?.p95, base?.p95)}`;
}
