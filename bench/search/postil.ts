/** Postil through its services, as the window and the command line use it. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createArchive } from '@main/archive/open';
import { createParsePool } from '@main/host/parse-pool';
import { createServices } from '@main/services/services';
import type { Corpus } from '../corpus';
import { type Contestant, importRow, importStart, type QueryRow, queriesOf, say, timeQueries } from './contestant';
import { typedRows } from './typed';

export const postil: Contestant = {
  name: 'Postil',
  run: async (corpus, folder) => {
    const file = path.join(folder, 'bench.postil');
    const archive = createArchive(file);
    let open = true;
    const pool = createParsePool({ workerFile: fileURLToPath(new URL('parse-worker.js', import.meta.url)) });
    try {
      const services = createServices({
        archive,
        parse: pool.parse,
        samplesFolder: folder,
      });
      const started = importStart();
      const report = await services.importPaths([corpus.folder], {
        onProgress: (done, total) => {
          if (done > 0 && done % 10_000 === 0) say(`  ${done} of ${total} imported`);
        },
      });
      if (report.imported.length !== corpus.files.length)
        throw new Error(
          `imported ${report.imported.length} of ${corpus.files.length}: ${report.failed[0]?.message ?? ''}`,
        );
      const imported = importRow('Postil', corpus, started, 0);
      const rows = await timeQueries('Postil', queriesOf(corpus), ({ query }) =>
        services.handlers.search({ query: `${query} `, limit: 20, offset: 0, sort: 'relevance' }),
      );
      archive.checkpoint();
      const bytesPerTextByte = Math.round((statSync(file).size / corpus.textBytes) * 100) / 100;
      archive.close();
      open = false;
      return {
        rows: [...rows, ...(await commandRows(file, corpus)), ...(await typedRows(file, corpus))],
        import: { ...imported, bytesPerTextByte },
      };
    } finally {
      await pool.close();
      if (open) archive.close();
    }
  },
};

/** `postil search` from its start to its end, for rare words, where the program is built. */
async function commandRows(archive: string, corpus: Corpus): Promise<readonly QueryRow[]> {
  const program = path.resolve('out/main/cli.js');
  if (!existsSync(program)) {
    say('  postil search was left out: build the program first');
    return [];
  }
  const ask = (query: string): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [program, '--archive', archive, 'search', query]);
  const rare = queriesOf(corpus).filter(({ kind }) => kind === 'rare');
  const { status, stderr } = ask(rare[0]?.query ?? '');
  if (status !== 0) {
    say(`  postil search was left out: ${String(stderr).trim()}`);
    return [];
  }
  const rows = await timeQueries('postil search', rare, ({ query }) => ask(query));
  return rows.slice(0, 1).map((row) => ({ ...row, kind: 'command' }));
}
