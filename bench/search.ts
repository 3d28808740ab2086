/**
 * Import and search of generated articles: Postil through its services, ripgrep over
 * the same files beside it for scale (it has no index, ranks nothing and counts files).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createArchive } from '@main/archive/open';
import { parseFile } from '@main/import/parse-file';
import { createServices } from '@main/services/services';
import { type Corpus, writeCorpus } from './corpus';
import { machine, type Spread, spread, table } from './measure';

export interface SearchReport {
  readonly machine: string;
  readonly documents: number;
  readonly rows: readonly ({ readonly contestant: string; readonly kind: string } & Spread)[];
  readonly import: readonly {
    readonly contestant: string;
    readonly docsPerSecond: number;
    readonly bytesPerTextByte: number;
    readonly rssMb: number;
  }[];
  readonly notes: readonly string[];
}

const say = (words: string): void => void process.stderr.write(`${words}\n`);

type Searcher = (query: string) => unknown | Promise<unknown>;

async function timeQueries(contestant: string, corpus: Corpus, search: Searcher): Promise<SearchReport['rows']> {
  for (const { query } of corpus.queries.slice(0, 10)) await search(query);
  const timesByKind = new Map<string, number[]>();
  for (const { kind, query } of corpus.queries) {
    const start = performance.now();
    await search(query);
    const times = timesByKind.get(kind) ?? [];
    times.push(performance.now() - start);
    timesByKind.set(kind, times);
  }
  const all = [...timesByKind.values()].flat();
  return [['all', all] as const, ...timesByKind].map(([kind, times]) => ({ contestant, kind, ...spread(times) }));
}

async function benchPostil(corpus: Corpus, folder: string): Promise<Pick<SearchReport, 'rows' | 'import'>> {
  const file = path.join(folder, 'bench.postil');
  const archive = createArchive(file);
  try {
    const services = createServices({
      archive,
      parse: (input, signal) => parseFile(input, signal),
      samplesFolder: folder,
    });
    const start = performance.now();
    const report = await services.importPaths([corpus.folder]);
    const seconds = (performance.now() - start) / 1000;
    if (report.imported.length !== corpus.files.length)
      throw new Error(
        `imported ${report.imported.length} of ${corpus.files.length}: ${report.failed[0]?.message ?? 'some were skipped'}`,
      );
    say(`Postil: imported ${corpus.files.length} articles in ${seconds.toFixed(1)} s; searching`);
    const rows = await timeQueries('Postil', corpus, (query) =>
      services.handlers.search({ query: `${query} `, limit: 20, offset: 0, sort: 'relevance' }),
    );
    archive.checkpoint();
    return {
      rows,
      import: [
        {
          contestant: 'Postil',
          docsPerSecond: Math.round(corpus.files.length / seconds),
          bytesPerTextByte: Math.round((statSync(file).size / corpus.textBytes) * 100) / 100,
          rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
        },
      ],
    };
  } finally {
    archive.close();
  }
}

/** ripgrep gets the query's first word or its phrase; it knows no AND, folding or prefix. */
function ripgrepTerm(query: string): string {
  const phrase = /^"(.*)"$/.exec(query)?.[1];
  return phrase ?? query.replace(/\*$/, '').split(' ')[0] ?? query;
}

async function benchRipgrep(corpus: Corpus): Promise<SearchReport['rows'] | null> {
  if (spawnSync('rg', ['--version']).status !== 0) return null;
  say('ripgrep: searching');
  return timeQueries('ripgrep', corpus, (query) => {
    const { status } = spawnSync('rg', [
      '--count',
      '--ignore-case',
      '--fixed-strings',
      '--',
      ripgrepTerm(query),
      corpus.folder,
    ]);
    if (status !== 0 && status !== 1) throw new Error(`ripgrep failed on ${query}`);
  });
}

/** Runs the benchmark in a temporary folder, which it removes. */
export async function run({ documents }: { readonly documents: number }): Promise<SearchReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-bench-'));
  try {
    say(`writing ${documents} articles`);
    const corpus = writeCorpus(path.join(folder, 'articles'), documents);
    const postil = await benchPostil(corpus, folder);
    const ripgrep = await benchRipgrep(corpus);
    return {
      machine: machine(),
      documents,
      rows: [...postil.rows, ...(ripgrep ?? [])],
      import: postil.import,
      notes: ripgrep ? [] : ['ripgrep is not installed, so it was left out'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The report as a table for people. */
export function print(report: SearchReport): string {
  const rows = table(
    ['contestant', 'query kind', 'n', 'p50 ms', 'p95 ms', 'max ms'],
    report.rows.map((row) => [row.contestant, row.kind, row.n, row.p50, row.p95, row.max]),
  );
  const imports = table(
    ['contestant', 'documents/s', 'archive ÷ text', 'peak memory MB'],
    report.import.map((row) => [row.contestant, row.docsPerSecond, row.bytesPerTextByte, row.rssMb]),
  );
  return `${report.machine}\n${report.documents} documents\n\n${rows}\n${imports}${report.notes.map((note) => `\n${note}`).join('')}\n`;
}
