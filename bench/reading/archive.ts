/** A real archive that holds the article and its passages, for the app to open. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createArchive } from '@main/archive/open';
import { parseFile } from '@main/import/parse-file';
import { createServices } from '@main/services/services';
import type { BenchArticle } from './article';

/** The article's title in the library. */
export const articleTitle = 'A hundred thousand words';

/** Writes the archive file. @throws Error when what was imported is not the article. */
export async function writeArchive(file: string, { paragraphs, passages }: BenchArticle): Promise<void> {
  const source = path.join(path.dirname(file), 'article.md');
  writeFileSync(source, `---\ntitle: "${articleTitle}"\nlang: fr\n---\n\n${paragraphs.join('\n\n')}\n`);
  const archive = createArchive(file);
  try {
    const { handlers, importPaths } = createServices({
      archive,
      parse: (input, signal) => parseFile(input, signal),
      samplesFolder: path.dirname(file),
    });
    const report = await importPaths([source]);
    const uid = report.imported[0]?.uid;
    if (uid === undefined) throw new Error(`the article was not imported: ${report.failed[0]?.message ?? 'skipped'}`);
    const text = paragraphs.join('\n');
    if ((await handlers.openDocument({ uid })).document.text !== text)
      throw new Error('the archive holds another text than the article');
    const starts: number[] = [];
    let offset = 0;
    for (const paragraph of paragraphs) {
      starts.push(offset);
      offset += paragraph.length + 1;
    }
    for (const kind of ['claim', 'source', 'event'] as const) {
      const places = passages
        .filter((passage) => passage.kind === kind)
        .map(({ paragraph, start, end }) => {
          const from = starts[paragraph] ?? 0;
          return { start: from + start, end: from + end, exact: text.slice(from + start, from + end) };
        });
      if (places.length > 0) await handlers.annotateAll({ document: uid, passages: places, kind });
    }
    archive.checkpoint();
  } finally {
    archive.close();
  }
}
