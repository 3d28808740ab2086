/** The pages of a PDF's text go out with an e-book and come back with it. */
import { pageStarts } from '@shared/text/pages';
import { expect, test } from 'vitest';
import { bodyOf, bundleOf, documentOf, paragraph } from '../export/bundle-samples';
import { epubExporter } from '../export/epub/epub-exporter';
import { parseFile } from '../import/parse-file';

test('an e-book’s pages are those it was written with', async () => {
  const document = documentOf(
    1,
    bodyOf(
      paragraph(
        { type: 'text', text: 'Le pont rouvre. ', page: 'xii' },
        { type: 'text', text: 'La gare ferme.', page: '13' },
      ),
      { type: 'listItem', list: 'bulleted', depth: 0, inlines: [{ type: 'text', text: 'Un point', page: '14' }] },
      paragraph('Toujours à la quatorze, ', { type: 'text', text: 'puis', marks: ['bold'], page: '15' }, ' la suite.'),
    ),
  );
  const [file] = epubExporter.write(bundleOf({ documents: [document] }));
  const outcome = await parseFile({ name: 'livre.epub', bytes: file?.bytes ?? new Uint8Array() });
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('not read');
  const [read] = outcome.value.documents;
  const wordsFrom = (of: typeof document.body, text: string) =>
    pageStarts(of).map(({ start, label }) => [label, text.slice(start, start + 7)]);
  const { textOf } = await import('@shared/text/canonical-text');
  expect(read && wordsFrom(read.body, textOf(read.body))).toEqual(wordsFrom(document.body, document.text));
});
