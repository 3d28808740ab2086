/**
 * Recoll (Xapian), where it is installed (Debian: recollcmd): its indexer over the same files, then one `recollq` a query,
 * for the exact total and the first twenty hits with extracts. It knows no language to filter by: such a query is asked without.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Contestant, importRow, importStart, queriesOf, timeQueries } from './contestant';

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

export const recoll: Contestant = {
  name: 'Recoll',
  run: async (corpus, folder) => {
    if (spawnSync('recollq', ['-h']).error !== undefined) return 'Recoll is not installed, so it was left out';
    const conf = path.join(folder, 'recoll');
    mkdirSync(conf);
    writeFileSync(
      path.join(conf, 'recoll.conf'),
      `topdirs = ${corpus.folder}\nindexstemminglanguages = french english russian\nnoaspell = 1\n`,
    );
    const started = importStart();
    const { status } = spawnSync('recollindex', ['-c', conf], { stdio: 'ignore' });
    if (status !== 0) return `recollindex ended with ${status}, so Recoll was left out`;
    const imported = {
      ...importRow('Recoll', corpus, started, sizeOf(path.join(conf, 'xapiandb'))),
      // Of a process of its own: this one knows neither.
      cpuMsPerDocument: null,
      rssMb: null,
    };
    const rows = await timeQueries('Recoll', queriesOf(corpus), ({ query }) => {
      const { status } = spawnSync(
        'recollq',
        ['-c', conf, '-E', '-n', '20', '-A', '--', query.split(' lang:')[0] ?? query],
        {
          maxBuffer: 2 ** 28,
        },
      );
      if (status !== 0) throw new Error(`recollq failed on ${query}`);
    });
    return { rows, import: imported };
  },
};
