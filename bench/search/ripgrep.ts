/** ripgrep for scale: no index, no ranking, one process a query, and only a query's first word or its phrase. */
import { spawnSync } from 'node:child_process';
import { type Contestant, queriesOf, timeQueries } from './contestant';

function termOf(query: string): string {
  const phrase = /^"(.*)"$/.exec(query)?.[1];
  return phrase ?? query.replace(/\*$/, '').split(' ')[0] ?? query;
}

export const ripgrep: Contestant = {
  name: 'ripgrep',
  mostDocuments: 20_000,
  run: async (corpus) => {
    if (spawnSync('rg', ['--version']).status !== 0) return 'ripgrep is not installed, so it was left out';
    const rows = await timeQueries('ripgrep', queriesOf(corpus), ({ query }) => {
      const { status } = spawnSync('rg', [
        '--count',
        '--ignore-case',
        '--fixed-strings',
        '--',
        termOf(query),
        corpus.folder,
      ]);
      if (status !== 0 && status !== 1) throw new Error(`ripgrep failed on ${query}`);
    });
    return { rows, import: null };
  },
};
