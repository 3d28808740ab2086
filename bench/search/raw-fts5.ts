/**
 * The limit: SQLite's full text with nothing around it, asked the quickest way we know
 * (counts first; thousands of hits are not all scored). Its own tokeniser; no passages,
 * no stems, no durable transaction a document.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { snippetOf } from '@shared/query/snippet';
import { queryTokens } from '@shared/query/tokens';
import Database from 'better-sqlite3';
import type { Corpus } from '../corpus';
import {
  type BenchQuery,
  type Contestant,
  importRow,
  importStart,
  type Performance,
  queriesOf,
  timeQueries,
} from './contestant';

const mostScored = 2000;
const newest = 1000;
const shown = 20;

interface Asked {
  readonly match: string;
  readonly language: string | null;
  readonly words: readonly string[];
}

const quoted = (word: string): string =>
  word.endsWith('*') ? `"${word.slice(0, -1)}" *` : `"${word.replaceAll('"', '')}"`;

/** A query of the corpus in FTS5's language. A Korean word's first letters are a beginning here. */
function asked({ kind, query }: BenchQuery): Asked {
  const [text = '', language = null] = query.split(' lang:');
  const words = text.startsWith('"') ? [text] : text.split(' ').map((word) => (kind === 'korean' ? `${word}*` : word));
  return { match: words.map(quoted).join(' AND '), language, words };
}

/** Prefix indexes make beginnings quicker, and everything else slower: both are tried. */
const layouts = ['', ", prefix = '1 2 3'"] as const;

export const rawFts5: Contestant = {
  name: 'raw FTS5',
  run: async (corpus, folder) => {
    const tried: Performance[] = [];
    for (const [index, layout] of layouts.entries())
      tried.push(await perform(corpus, path.join(folder, `raw-${index}.db`), layout));
    const medianOf = ({ rows }: Performance): number => rows[0]?.p50 ?? 0;
    const [best] = tried.sort((a, b) => medianOf(a) - medianOf(b));
    if (best === undefined) throw new Error('nothing was tried');
    return best;
  },
};

async function perform(corpus: Corpus, file: string, layout: string): Promise<Performance> {
  const db = new Database(file);
  try {
    const started = importStart();
    load(db, corpus.files, layout);
    const imported = importRow('raw FTS5', corpus, started, statSync(file).size);
    return { rows: await timeQueries('raw FTS5', queriesOf(corpus), searcher(db)), import: imported };
  } finally {
    db.close();
  }
}

function load(db: Database.Database, files: readonly string[], layout: string): void {
  db.exec(`PRAGMA journal_mode = wal; PRAGMA synchronous = normal;
    CREATE TABLE documents (id INTEGER PRIMARY KEY, title TEXT, language TEXT, body TEXT);
    CREATE VIRTUAL TABLE f USING fts5 (body, title, content = '', contentless_delete = 1,
      tokenize = 'unicode61 remove_diacritics 2'${layout});
    INSERT INTO f (f, rank) VALUES ('rank', 'bm25(1.0, 8.0)');`);
  const insert = db.prepare('INSERT INTO documents (title, language, body) VALUES (?, ?, ?)');
  const index = db.prepare('INSERT INTO f (rowid, body, title) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const name of files) {
      const [, head = '', body = ''] = readFileSync(name, 'utf8').split('---\n');
      const title = /^title: "(.*)"$/m.exec(head)?.[1] ?? '';
      const { lastInsertRowid } = insert.run(title, /^lang: (.*)$/m.exec(head)?.[1] ?? '', body);
      index.run(lastInsertRowid, body, title);
    }
  })();
}

function searcher(db: Database.Database): (query: BenchQuery) => unknown {
  const filter = ' AND (SELECT language FROM documents WHERE id = f.rowid) = ?';
  const statements = [false, true].map((filtered) => {
    const where = `FROM f WHERE f MATCH ?${filtered ? filter : ''}`;
    return {
      count: db.prepare(`SELECT count(*) ${where}`).pluck(),
      ranked: db.prepare(`SELECT rowid ${where} ORDER BY rank LIMIT ${shown}`).pluck(),
      latest: db.prepare(`SELECT rowid ${where} ORDER BY rowid DESC LIMIT ?`).pluck(),
      scored: db.prepare<unknown[], { id: number; rank: number }>(`SELECT rowid AS id, rank ${where} AND rowid >= ?`),
    };
  });
  const body = db.prepare<[number], { title: string; text: string }>(
    'SELECT title, body AS text FROM documents WHERE id = ?',
  );
  return (query) => {
    const { match, language, words } = asked(query);
    const { count, ranked, latest, scored } = statements[language === null ? 0 : 1] ?? {};
    if (!count || !ranked || !latest || !scored) throw new Error('no statements');
    const filters = language === null ? [] : [language];
    const total = Number(count.get(match, ...filters));
    let ids: readonly unknown[];
    if (total <= mostScored) ids = ranked.all(match, ...filters);
    else {
      const titles = latest.all(`title : (${match})`, ...filters, 10);
      const since = latest.all(match, ...filters, newest).at(-1) ?? 0;
      const best = scored.all(match, ...filters, since).sort((a, b) => a.rank - b.rank);
      ids = [...new Set([...titles, ...best.map(({ id }) => id)])].slice(0, shown);
    }
    const terms = words.map((word) => queryTokens(word.replace(/\*$/, ''), word.endsWith('*')));
    return { total, hits: ids.map((id) => snippetOf(body.get(Number(id))?.text ?? '', terms)) };
  };
}
