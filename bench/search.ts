/**
 * Import and search of generated articles by Postil and by others, in one run on the same
 * files and queries; and how well Postil orders what it finds, on a judged set.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeCorpus } from './corpus';
import { machine, table } from './measure';
import { type Contestant, type ImportRow, type QueryRow, say } from './search/contestant';
import { flexSearch, miniSearch } from './search/memory';
import { postil } from './search/postil';
import { rawFts5 } from './search/raw-fts5';
import { recoll } from './search/recoll';
import { judgeSearch } from './search/relevance';
import { ripgrep } from './search/ripgrep';

export interface SearchReport {
  readonly machine: string;
  readonly documents: number;
  readonly rows: readonly QueryRow[];
  readonly import: readonly ImportRow[];
  /** Means over the judged queries; see search/judged-queries.ts. */
  readonly relevance: {
    readonly queries: number;
    readonly documents: number;
    readonly ndcg10: number;
    readonly recall10: number;
    /** Harder ones, apart; see search/judged-hard.ts. */
    readonly hard: { readonly queries: number; readonly ndcg10: number; readonly recall10: number };
  };
  /** Who was left out, and why. */
  readonly notes: readonly string[];
}

const contestants: readonly Contestant[] = [postil, rawFts5, recoll, ripgrep, flexSearch, miniSearch];

/** Runs the benchmark in a temporary folder, which it removes. */
export async function run(options: {
  readonly documents: number;
  readonly contestants?: string;
}): Promise<SearchReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-bench-'));
  const wanted = (options.contestants ?? '').split(',').filter((name) => name !== '');
  try {
    say(`writing ${options.documents} articles`);
    const corpus = writeCorpus(path.join(folder, 'articles'), options.documents);
    const rows: QueryRow[] = [];
    const imports: ImportRow[] = [];
    const notes: string[] = [];
    for (const { name, run: perform, mostDocuments = Number.POSITIVE_INFINITY } of contestants) {
      if (wanted.length > 0 && !wanted.includes(name.toLowerCase().replaceAll(' ', '-'))) continue;
      if (wanted.length === 0 && options.documents > mostDocuments) {
        notes.push(`${name} was left out: with more than ${mostDocuments} documents it takes too long`);
        continue;
      }
      say(name);
      const own = path.join(folder, name.replaceAll(' ', '-'));
      mkdirSync(own);
      const performed = await perform(corpus, own);
      if (typeof performed === 'string') {
        notes.push(performed);
        continue;
      }
      rows.push(...performed.rows);
      if (performed.import !== null) imports.push(performed.import);
    }
    const { queries, documents, ndcg, recall, hard } = judgeSearch();
    const relevance = {
      queries,
      documents,
      ndcg10: ndcg,
      recall10: recall,
      hard: { queries: hard.queries, ndcg10: hard.ndcg, recall10: hard.recall },
    };
    return { machine: machine(), documents: options.documents, rows, import: imports, relevance, notes };
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
    ['contestant', 'documents/s', 'CPU ms a document', 'archive ÷ text', 'peak memory MB'],
    report.import.map((row) => [
      row.contestant,
      row.docsPerSecond,
      row.cpuMsPerDocument,
      row.bytesPerTextByte,
      row.rssMb,
    ]),
  );
  const { queries, documents, ndcg10, recall10, hard } = report.relevance;
  const judged = `${queries} judged queries over ${documents} documents: nDCG@10 ${ndcg10}, recall@10 ${recall10}; ${hard.queries} harder ones: ${hard.ndcg10}, ${hard.recall10}\n`;
  const notes = report.notes.map((note) => `\n${note}`).join('');
  return `${report.machine}\n${report.documents} documents\n\n${rows}\n${imports}\n${judged}${notes}\n`;
}
