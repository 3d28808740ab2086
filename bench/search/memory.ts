/** MiniSearch and FlexSearch, where they are installed: indexes in memory, built anew at every start. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Corpus } from '../corpus';
import { type Contestant, importRow, importStart, queriesOf, timeQueries } from './contestant';

interface MiniSearchLike {
  addAll(documents: readonly object[]): void;
  search(query: string, options: object): readonly unknown[];
}
interface FlexSearchLike {
  add(id: number, text: string): void;
  search(query: string, options: object): unknown;
}

/** A module this project doesn't depend on; null where nobody installed it. */
function installed(name: string): unknown {
  try {
    return createRequire(path.join(process.cwd(), 'package.json'))(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

const wordsOf = (query: string): string => (query.split(' lang:')[0] ?? query).replace(/["*]/g, '');
const textsOf = (corpus: Corpus): readonly string[] => corpus.files.map((file) => readFileSync(file, 'utf8'));

async function inMemory(
  name: string,
  corpus: Corpus,
  build: (texts: readonly string[]) => (query: string) => unknown,
): ReturnType<Contestant['run']> {
  const before = process.memoryUsage().rss;
  const started = importStart();
  const search = build(textsOf(corpus));
  const imported = importRow(name, corpus, started, Math.max(0, process.memoryUsage().rss - before));
  return { rows: await timeQueries(name, queriesOf(corpus), ({ query }) => search(wordsOf(query))), import: imported };
}

export const miniSearch: Contestant = {
  name: 'MiniSearch',
  mostDocuments: 20_000,
  run: async (corpus) => {
    // What the module exports is its documentation's word.
    const MiniSearch = installed('minisearch') as (new (options: object) => MiniSearchLike) | null;
    if (MiniSearch === null) return 'MiniSearch is not installed, so it was left out';
    return inMemory('MiniSearch', corpus, (texts) => {
      const index = new MiniSearch({ fields: ['text'] });
      index.addAll(texts.map((text, id) => ({ id, text })));
      return (query) => index.search(query, { combineWith: 'AND', prefix: false }).slice(0, 20);
    });
  },
};

export const flexSearch: Contestant = {
  name: 'FlexSearch',
  mostDocuments: 20_000,
  run: async (corpus) => {
    // As above.
    const module = installed('flexsearch') as { readonly Index: new (options: object) => FlexSearchLike } | null;
    if (module === null) return 'FlexSearch is not installed, so it was left out';
    return inMemory('FlexSearch', corpus, (texts) => {
      const index = new module.Index({ tokenize: 'forward' });
      for (const [id, text] of texts.entries()) index.add(id, text);
      return (query) => index.search(query, { limit: 20 });
    });
  },
};
