/** How well the search orders what it finds: nDCG@10 and recall over the judged set. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Archive } from '@main/archive/archive-api';
import { createArchive } from '@main/archive/open';
import { emptyMetadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { judgedDocuments } from './judged-documents';
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
}

const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);
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
    const each = judgedQueries.map((judged) => {
      const { hits } = archive.search({ query: `${judged.query} `, limit: depth, offset: 0, sort: 'relevance' });
      return judge(
        judged,
        hits.map(({ document }) => ids.get(document) ?? ''),
      );
    });
    const mean = (values: readonly number[]): number => Math.round((total(values) / values.length) * 1000) / 1000;
    return {
      queries: judgedQueries.length,
      documents: judgedDocuments.length,
      ndcg: mean(each.map(({ ndcg }) => ndcg)),
      recall: mean(each.map(({ recall }) => recall)),
      each,
    };
  } finally {
    archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
