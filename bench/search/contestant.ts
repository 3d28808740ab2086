/** What takes part in the search benchmark, and how its queries are timed. */
import type { Corpus } from '../corpus';
import { type Spread, spread } from '../measure';

export type QueryRow = { readonly contestant: string; readonly kind: string } & Spread;

export interface ImportRow {
  readonly contestant: string;
  readonly docsPerSecond: number;
  /** Bytes on disk (in memory where nothing is on disk) over bytes of text. */
  readonly bytesPerTextByte: number;
  /** Highest memory of the process so far: contestants in one process add up. Null for another process. */
  readonly rssMb: number | null;
  /** Processor time of all threads, for each document; null for what runs in a process of its own. */
  readonly cpuMsPerDocument: number | null;
}

export interface Performance {
  readonly rows: readonly QueryRow[];
  readonly import: ImportRow | null;
}

export interface Contestant {
  readonly name: string;
  /** With more it would take hours; it is left out then, unless it is asked for by name. */
  readonly mostDocuments?: number;
  /** Imports the corpus and asks its queries; a sentence when it can't take part here. */
  readonly run: (corpus: Corpus, folder: string) => Promise<Performance | string>;
}

export const say = (words: string): void => void process.stderr.write(`${words}\n`);

/** One query of the corpus; `filter` ones also name a language. */
export interface BenchQuery {
  readonly kind: string;
  readonly query: string;
}

const filterLanguages = ['fr', 'en', 'ru'] as const;

/** The corpus's queries and as many that are filtered by language. */
export function queriesOf(corpus: Corpus): readonly BenchQuery[] {
  const common = corpus.queries.filter(({ kind }) => kind === 'common');
  const filtered = common.map(({ query }, index) => ({
    kind: 'filter',
    query: `${query} lang:${filterLanguages[index % filterLanguages.length] ?? 'fr'}`,
  }));
  return [...corpus.queries, ...filtered];
}

/** Asks every query once, after ten to warm up. `search` answers null for a kind it can't do. */
export async function timeQueries(
  contestant: string,
  queries: readonly BenchQuery[],
  search: (query: BenchQuery) => unknown | Promise<unknown>,
): Promise<readonly QueryRow[]> {
  for (const query of queries.slice(0, 10)) await search(query);
  const timesByKind = new Map<string, number[]>();
  for (const query of queries) {
    const start = performance.now();
    await search(query);
    const times = timesByKind.get(query.kind) ?? [];
    times.push(performance.now() - start);
    timesByKind.set(query.kind, times);
  }
  const all = [...timesByKind.values()].flat();
  return [['all', all] as const, ...timesByKind].map(([kind, times]) => ({ contestant, kind, ...spread(times) }));
}

export const rssMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/** When an import began, by the clock and by this process's processor time. */
export interface ImportStart {
  readonly atMs: number;
  readonly cpu: NodeJS.CpuUsage;
}
export const importStart = (): ImportStart => ({ atMs: performance.now(), cpu: process.cpuUsage() });

/** An import row from what it took. */
export function importRow(contestant: string, corpus: Corpus, start: ImportStart, bytes: number): ImportRow {
  const { user, system } = process.cpuUsage(start.cpu);
  return {
    contestant,
    docsPerSecond: Math.round(corpus.files.length / ((performance.now() - start.atMs) / 1000)),
    bytesPerTextByte: Math.round((bytes / corpus.textBytes) * 100) / 100,
    rssMb: rssMb(),
    cpuMsPerDocument: Math.round((user + system) / 10 / corpus.files.length) / 100,
  };
}
