/** References are read back by others that know the formats and none of our code: citation-js always, pandoc and bibutils where installed. */
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import { bodyOf, bundleOf, documentOf } from '../bundle-samples';
import { answerOf, isInstalled } from '../read-by-others';
import { hostile, trialBundle } from '../trial-bundle';
import { bibtexExporter, escapeTex } from './bibtex-exporter';
import { cslExporter } from './csl-exporter';
import { datePartsOf, nameOf } from './publication';
import { risExporter } from './ris-exporter';

const bundle = trialBundle();
const textOf = (files: Iterable<{ readonly bytes: Uint8Array }>): string =>
  new TextDecoder().decode([...files][0]?.bytes);

interface Item {
  readonly type: string;
  readonly title: string;
  readonly author: readonly { readonly family?: string; readonly given?: string; readonly literal?: string }[];
  readonly issued?: unknown;
  readonly URL?: string;
  readonly note?: string;
}
const asItems = (format: string, text: string): readonly Item[] =>
  JSON.parse(answerOf('pandoc', ['-f', format, '-t', 'csljson'], text));

const citationJsReads = (text: string): readonly unknown[] => new Cite(text).data;

const pandocReads = (format: string): boolean =>
  isInstalled('pandoc') && answerOf('pandoc', ['--list-input-formats']).split('\n').includes(format);

describe('names and dates', () => {
  it('tells people from organisations and leaves whole what it can’t tell', () => {
    expect(nameOf('Martin, Anne')).toEqual({ family: 'Martin', given: 'Anne' });
    expect(nameOf('Anne Martin')).toEqual({ family: 'Martin', given: 'Anne' });
    expect(nameOf('Kim Tong-hyung')).toEqual({ family: 'Kim', given: 'Tong-hyung' });
    expect(nameOf('Choe Son Hui')).toEqual({ family: 'Choe', given: 'Son Hui' });
    expect(nameOf('Min-ji Lee')).toEqual({ family: 'Lee', given: 'Min-ji' });
    expect(nameOf('Kim Sengupta')).toEqual({ family: 'Sengupta', given: 'Kim' });
    expect(nameOf('Lee Harvey Oswald')).toEqual({ family: 'Oswald', given: 'Lee Harvey' });
    expect(nameOf('Charles de Gaulle')).toEqual({ family: 'de Gaulle', given: 'Charles' });
    expect(nameOf('Anna van der Berg')).toEqual({ family: 'van der Berg', given: 'Anna' });
    for (const name of [
      '최선희',
      '习近平',
      'Min Jin Lee',
      'Ri Son Gwon',
      'Agence France-Presse',
      'TASS',
      'The editorial board of a paper',
    ])
      expect(nameOf(name)).toEqual({ literal: name });
  });

  it('gives only what is certain of a date', () => {
    expect(
      ['2025-10-27', '2025-10', '2025', '2024-12~', '2024-12?/2025', '199X', '2024-21', '', '../2025-03'].map(
        datePartsOf,
      ),
    ).toEqual([[2025, 10, 27], [2025, 10], [2025], [2024, 12], [2024, 12], null, [2024], null, [2025, 3]]);
  });
});

describe('references', () => {
  it.skipIf(!pandocReads('ris'))('RIS is read by pandoc (needs pandoc 3)', () => {
    const [first, second] = asItems('ris', textOf(risExporter.write(bundle)));
    expect(first?.author).toContainEqual({ family: 'Martin', given: 'Anne' });
    expect(JSON.stringify(first)).toContain('https://example.org/a?b=1&c=<2>');
    expect(second?.title).toBe('ثلاث لغات 세 언어');
  });

  it('RIS is read by citation-js, with its people, dates, address, labels and passages', () => {
    const items = citationJsReads(textOf(risExporter.write(bundle)));
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      type: 'article-newspaper',
      title: `Sommet 😀 ${hostile}`,
      // RIS calls the author of a newspaper article its reporter.
      reporter: ['Choe, Son Hui', 'Agence France-Presse', 'Martin, Anne'],
      'container-title': 'Le Monde & Cie',
      issued: { 'date-parts': [[2025]] },
      URL: 'https://example.org/a?b=1&c=<2>',
      language: 'fr',
      abstract: 'Résumé, "entre guillemets"; =SUM(A1)',
      keyword: 'Corée/Nord,=cmd|calc',
      note: expect.stringContaining('<blockquote>quasiment 600 militaires</blockquote>'),
    });
    expect(items[1]).toMatchObject({ title: 'ثلاث لغات 세 언어' });
  });

  it.skipIf(!isInstalled('ris2xml'))(
    'RIS is read by bibutils, names taken apart and days whole (needs bibutils)',
    () => {
      const mods = answerOf('ris2xml', ['-i', 'utf8'], textOf(risExporter.write(bundle)));
      expect(mods.split('<mods ')).toHaveLength(3);
      for (const words of [
        '<namePart type="family">Martin</namePart>',
        '<dateIssued>2025-10-27</dateIssued>',
        '<url>https://example.org/a?b=1&amp;c=&lt;2&gt;</url>',
        '<topic>Corée/Nord</topic>',
        '&lt;blockquote&gt;quasiment 600 militaires&lt;/blockquote&gt;',
        '<title>ثلاث لغات 세 언어</title>',
      ])
        expect(mods).toContain(words);
    },
  );

  it('RIS keeps every value on one line, in CRLF, with its passages in HTML', () => {
    const text = textOf(risExporter.write(bundle));
    for (const line of text.split('\r\n')) expect(line).toMatch(/^([A-Z][A-Z0-9] {2}- .*)?$/);
    expect(text.split('\r\n').filter((line) => line.startsWith('TY  - '))).toHaveLength(2);
    const note = text.split('\r\n').find((line) => line.startsWith('N1'));
    expect(note).toContain('<blockquote>quasiment 600 militaires</blockquote><p>Claim · ');
    expect(note).toContain('&lt;script&gt;');
    expect(note).not.toContain('<script>');
  });

  it.skipIf(!isInstalled('pandoc'))('BibTeX is read by pandoc with every sign as it was (needs pandoc)', () => {
    const [first, second] = asItems('biblatex', textOf(bibtexExporter.write(bundle)));
    expect(first?.author).toContainEqual({ literal: 'Agence France-Presse' });
    expect(first?.author).toContainEqual({ family: 'Martin', given: 'Anne' });
    expect(second?.author).toEqual([{ literal: '최선희' }]);
    expect(first?.URL).toBe('https://example.org/a?b=1&c=<2>');
    const html = answerOf('pandoc', ['-f', 'latex', '-t', 'plain', '--wrap=none'], escapeTex(hostile));
    expect(html.trim().replace(/[“”]/g, '"')).toBe(hostile);
  });

  it('BibTeX is read by citation-js with every sign as it was', () => {
    const items = citationJsReads(textOf(bibtexExporter.write(bundle)));
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      title: `Sommet 😀 ${hostile}`,
      author: [
        { family: 'Choe', given: 'Son Hui' },
        { family: 'Agence France-Presse' },
        { family: 'Martin', given: 'Anne' },
      ],
      issued: { 'date-parts': [[2025, 10, 27]] },
      // citation-js writes an address's signs as an address has them.
      URL: 'https://example.org/a?b=1&c=%3C2%3E',
    });
  });

  it('BibTeX gives each entry a key of its own, in plain letters', () => {
    const same = [1, 2, 3].map((number) => documentOf(number, bodyOf(), { title: 'Éléphant' }));
    const keys = [...textOf(bibtexExporter.write(bundleOf({ documents: same }))).matchAll(/@\w+\{([^,]+),/g)].map(
      ([, key]) => key,
    );
    expect(keys).toEqual(['elephant', 'elephant-2', 'elephant-3']);
  });

  it.skipIf(!isInstalled('pandoc'))('CSL-JSON is read by pandoc (needs pandoc)', () => {
    const [first] = asItems('csljson', textOf(cslExporter.write(bundle)));
    expect(first).toMatchObject({ type: 'article-newspaper', issued: { 'date-parts': [[2025, 10, 27]] } });
  });

  it('CSL-JSON gives every item a type and an id', () => {
    const items: readonly Readonly<Record<string, unknown>>[] = JSON.parse(textOf(cslExporter.write(bundle)));
    for (const { type, id } of items) expect([typeof type, typeof id]).toEqual(['string', 'string']);
  });

  it('say what stays behind', () => {
    const lost = (exporter: typeof risExporter) =>
      Object.fromEntries(exporter.losses(bundle).map(({ what, count }) => [what, count]));
    expect(lost(risExporter)['passages (written into a note, without their place)']).toBe(8);
    expect(lost(cslExporter)).toMatchObject({ passages: 8, 'links between passages': 4 });
  });
});
