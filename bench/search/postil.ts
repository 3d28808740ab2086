/** Postil through its services, as the window and the command line use it. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createArchive } from '@main/archive/open';
import { createParsePool } from '@main/host/parse-pool';
import { createServices } from '@main/services/services';
import { type Contestant, importRow, importStart, queriesOf, timeQueries } from './contestant';

export const postil: Contestant = {
  name: 'Postil',
  run: async (corpus, folder) => {
    const file = path.join(folder, 'bench.postil');
    const archive = createArchive(file);
    const pool = createParsePool({ workerFile: fileURLToPath(new URL('parse-worker.js', import.meta.url)) });
    try {
      const services = createServices({
        archive,
        parse: pool.parse,
        samplesFolder: folder,
      });
      const started = importStart();
      const report = await services.importPaths([corpus.folder]);
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
      return { rows, import: { ...imported, bytesPerTextByte } };
    } finally {
      await pool.close();
      archive.close();
    }
  },
};
