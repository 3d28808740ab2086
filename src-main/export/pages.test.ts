/** A passage of a source with pages says in every format with a place for it which page it stands on. */
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { annotationOf, bodyOf, bundleOf, documentOf, paragraph } from './bundle-samples';
import { docxExporter } from './docx/docx-exporter';
import { epubExporter } from './epub/epub-exporter';
import { evidenceExporter } from './evidence/evidence-exporter';
import type { Exporter } from './exporter';
import { htmlExporter } from './html/html-exporter';
import { hypothesisExporter } from './hypothesis/hypothesis-exporter';
import { markdownExporter } from './markdown/markdown-exporter';
import { odtExporter } from './odt/odt-exporter';
import { risExporter } from './references/ris-exporter';
import { csvExporter } from './tables/csv-exporter';
import { textExporter } from './text/text-exporter';
import { webAnnotationExporter } from './web-annotation/web-annotation-exporter';
import { zoteroRdfExporter } from './zotero/zotero-rdf-exporter';

const document = documentOf(
  1,
  bodyOf(
    paragraph(
      { type: 'text', text: 'Le pont rouvre. ', page: 'xii' },
      { type: 'text', text: 'La gare ferme.', page: '13' },
    ),
    paragraph('Toujours à la treize.'),
    paragraph({ type: 'text', text: 'La mairie attend.', page: '14' }),
  ),
);
const unpaged = documentOf(2, bodyOf(paragraph('Sans page.')));
const on13 = annotationOf(1, document, 'gare ferme', { comment: 'À voir.' });
const over = annotationOf(2, document, 'la treize.\nLa mairie', { kind: 'event' });
const lost = annotationOf(3, document, 'Le pont', { orphaned: true });
const none = annotationOf(4, unpaged, 'Sans page');
const bundle = bundleOf({ documents: [document, unpaged], annotations: [on13, over, lost, none] });

const filesOf = (exporter: Exporter, language: 'en' | 'fr' = 'en') => [
  ...exporter.write(bundle, { language, values: {} }),
];
const textsOf = (exporter: Exporter, language?: 'en' | 'fr'): string =>
  filesOf(exporter, language)
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('\n');

describe('the page of a passage', () => {
  it.each([
    ['plain text', textExporter, /Page: 13\n[\s\S]*Page: 13–14\n/],
    ['Markdown', markdownExporter, /- Page: 13\n- Position: characters[\s\S]*- Page: 13–14\n/],
    ['RIS', risExporter, /Claim · Page: 13<[\s\S]*Event · Page: 13–14</],
    ['Zotero’s RDF', zoteroRdfExporter, /Claim · Page: 13&lt;[\s\S]*Event · Page: 13–14&lt;/],
    ['HTML', htmlExporter, /<dt>Page<\/dt><dd dir="auto">13<\/dd>[\s\S]*<dd dir="auto">13–14<\/dd>/],
    [
      'the evidence pack’s tables',
      evidenceExporter,
      /Document 1<\/a>, p\.\u00a013<\/td>[\s\S]*Document 1<\/a>, pp\.\u00a013–14<\/td>/,
    ],
  ])('stands in %s, and where there is none nothing does', (_what, exporter, expected) => {
    const text = textsOf(exporter);
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/Page: (?:xii|\n)|undefined/);
  });

  it('stands in the comments of Word and OpenDocument', () => {
    for (const [exporter, part] of [
      [docxExporter, 'word/comments.xml'],
      [odtExporter, 'content.xml'],
    ] as const) {
      const [file] = filesOf(exporter, 'fr');
      const xml = new TextDecoder().decode(unzipSync(file?.bytes ?? new Uint8Array())[part]);
      expect(xml.replace(/<[^>]*>/g, '')).toMatch(/Page\u00a0: 13(?!–)[\s\S]*Page\u00a0: 13–14/);
    }
  });

  it('is a column of the table', () => {
    const rows = textsOf(csvExporter)
      .replace(/"[^"]*"/g, 'x')
      .trim()
      .split('\r\n');
    const at = rows[0]?.split(',').indexOf('Page') ?? -1;
    expect(rows.slice(1).map((row) => row.split(',')[at])).toEqual(['13', '13–14', '', '']);
  });

  it('is a field of the W3C’s target, a selector of Hypothesis, and in the evidence pack’s data', () => {
    const { items } = JSON.parse(textsOf(webAnnotationExporter)).first;
    expect(items.map(({ target }: { target: { pages?: string } }) => target.pages)).toEqual([
      '13',
      '13–14',
      undefined,
      undefined,
    ]);
    const [file] = filesOf(hypothesisExporter);
    const { annotations } = JSON.parse(new TextDecoder().decode(file?.bytes));
    expect(annotations.map(({ target }: { target: { selector: unknown[] }[] }) => target[0]?.selector[2])).toEqual([
      { type: 'PageSelector', index: 1, label: '13' },
      { type: 'PageSelector', index: 1, label: '13' },
      undefined,
    ]);
    const page = parseHTML(textsOf(evidenceExporter)).document;
    const data = JSON.parse(page.querySelector('script')?.textContent ?? '');
    expect(data.annotations.map(({ pages }: { pages?: string }) => pages)).toEqual([
      '13',
      '13–14',
      undefined,
      undefined,
    ]);
  });
});

it('an e-book lists the pages, each leading to where it begins', () => {
  const [file] = filesOf(epubExporter);
  const parts = unzipSync(file?.bytes ?? new Uint8Array());
  const pageOf = (path: string) => parseHTML(new TextDecoder().decode(parts[`book/${path}`])).document;
  const links = [...pageOf('nav.xhtml').querySelectorAll('nav[role="doc-pagelist"] a')];
  expect(links.map((link) => link.textContent)).toEqual(['xii', '13', '14']);
  for (const link of links) {
    const [path = '', id = ''] = (link.getAttribute('href') ?? '').split('#');
    expect(pageOf(path).getElementById(id)?.getAttribute('aria-label')).toBe(link.textContent);
  }
  const without = [...epubExporter.write(bundleOf({ documents: [unpaged] }))][0];
  expect(new TextDecoder().decode(unzipSync(without?.bytes ?? new Uint8Array())['book/nav.xhtml'])).not.toContain(
    'page-list',
  );
});
