/** Readwise's CSV: highlights with their note, told to the article of their address, or else of their title. */
import { countedLosses } from '@shared/outcome/import-loss-words';
import { decodeText } from '../decode-text';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { kindAndLabels } from '../kind-words';
import { brokenFile } from '../refusal';
import { tidyLine } from '../title';
import { csvRows } from './csv-rows';
import { Gathering, uidOf } from './loose-passages';

export const readwiseImporter: Importer = {
  id: 'readwise',
  label: { en: 'Readwise highlights (CSV)', fr: 'Surlignages de Readwise (CSV)' },
  extensions: ['csv'],
  mediaTypes: ['text/csv'],
  content: 'text',
  maxBytes: maxTextBytes,
  read,
};

async function read(file: FileToRead): Promise<Imported> {
  const rows = csvRows((await decodeText(file.bytes)).text);
  if (rows[0]?.has('highlight') !== true || !rows[0].has('book title'))
    throw brokenFile(
      file.name,
      'its first row does not name the columns of a Readwise export (Highlight, Book Title …)',
    );
  const gathering = new Gathering();
  let wordless = 0;
  for (const row of rows) {
    const say = (name: string): string => row.get(name)?.trim() ?? '';
    const [exact, title] = [say('highlight'), say('book title')];
    const address = [say('url'), say('source url')].find((url) => /^https?:/i.test(url)) ?? '';
    if (exact === '') {
      wordless++;
      continue;
    }
    const tags = [...say('tags').split(','), ...say('document tags').split(',')].map((tag) => tidyLine(tag, 200));
    const { kind, labels } = kindAndLabels(tags.filter((tag) => tag !== ''));
    const createdAtMs = Date.parse(say('highlighted at'));
    gathering.add(
      { address, title },
      {
        uid: uidOf('', 'readwise', address, title, exact, say('location')),
        exact,
        prefix: '',
        suffix: '',
        kind,
        labels,
        comment: say('note'),
        ...(createdAtMs >= 0 ? { createdAtMs } : {}),
      },
    );
  }
  const sources = gathering.sources();
  if (sources.length === 0) throw brokenFile(file.name, 'it holds no highlights');
  return { holds: 'annotations', sources, losses: countedLosses([['annotationsWithoutWords', wordless]]) };
}
