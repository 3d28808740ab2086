/** How well the search orders what it finds: nDCG@10 and recall over the judged set. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Archive } from '@main/archive/archive-api';
import { createArchive } from '@main/archive/open';
import { emptyMetadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { judgedDocuments } from './judged-documents';
import { hardQueries, judgedAliases } from './judged-hard';
import { type JudgedQuery, judgedQueries } from './judged-queries';

/** Hits looked at. */
const depth = 10;

export interface Judgement {
  readonly query: string;
  /** Discounted gain of the first ten hits, 1 for the best order there is. */
  readonly ndcg: number;
  /** Share of what is relevant among the first ten hits. */
  readonly recall: number;
  /** Ids found, best first. */
  readonly found: readonly string[];
}

export interface Relevance {
  readonly queries: number;
  readonly documents: number;
  readonly ndcg: number;
  readonly recall: number;
  readonly each: readonly Judgement[];
  /** The harder queries, which the means above are without. */
  readonly hard: Pick<Relevance, 'queries' | 'ndcg' | 'recall' | 'each'>;
}

const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);
const mean = (values: readonly number[]): number => Math.round((total(values) / values.length) * 1000) / 1000;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Judges one list of ids. */
export function judge({ query, relevant }: JudgedQuery, found: readonly string[]): Judgement {
  const grades = Object.values(relevant).sort((a, b) => b - a);
  const best = total(grades.slice(0, depth).map(gain));
  const got = total(found.slice(0, depth).map((id, place) => gain(relevant[id] ?? 0, place)));
  const recalled = found.slice(0, depth).filter((id) => id in relevant).length;
  return { query, ndcg: got / best, recall: recalled / Math.min(depth, grades.length), found };
}

function fill(archive: Archive): ReadonlyMap<DocumentUid, string> {
  const items = judgedDocuments.map(({ id, title, text, site, date, labels }) => ({
    document: {
      type: 'article' as const,
      title,
      metadata: { ...emptyMetadata, site, date, language: id.slice(0, 2) },
      body: {
        version: 1 as const,
        blocks: [{ type: 'paragraph' as const, inlines: [{ type: 'text' as const, text }] }],
      },
      labels,
      mediaType: 'text/plain',
      losses: [],
    },
    original: null,
  }));
  const outcomes = archive.insertAllImported(items);
  return new Map(outcomes.map(({ uid }, index) => [uid, judgedDocuments[index]?.id ?? '']));
}

/** Asks every judged query of an archive made for it in a temporary folder. */
export function judgeSearch(): Relevance {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-judged-'));
  const archive = createArchive(path.join(folder, 'judged.postil'));
  try {
    const ids = fill(archive);
    const search = (query: string) =>
      archive.search({ query: `${query} `, limit: depth, offset: 0, sort: 'relevance' });
    const judgeAll = (queries: readonly JudgedQuery[]) => {
      const each = queries.map((judged) => {
        const first = search(judged.query);
        const { hits } = first.total === 0 && first.didYouMean !== null ? search(first.didYouMean) : first;
        return judge(
          judged,
          hits.map(({ document }) => ids.get(document) ?? ''),
        );
      });
      const [ndcg, recall] = [mean(each.map((one) => one.ndcg)), mean(each.map((one) => one.recall))];
      return { queries: queries.length, ndcg, recall, each };
    };
    const plain = judgeAll(judgedQueries);
    for (const names of judgedAliases) archive.setAlias({ names: [...names] });
    return { ...plain, documents: judgedDocuments.length, hard: judgeAll(hardQueries) };
  } finally {
    archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
