/** CSV and XLSX are read back by parsers that are not ours, and nothing in them is a formula. */

import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { annotationOf, bodyOf, bundleOf, documentOf, paragraph } from '../bundle-samples';
import { answerOf, isInstalled } from '../read-by-others';
import { trialBundle } from '../trial-bundle';
import { csvExporter } from './csv-exporter';
import { inertCell } from './inert-cell';
import { xlsxExporter } from './xlsx-exporter';

const bundle = trialBundle();
const all = { language: 'en', values: { columns: csvExporter.options[0]?.options.map(({ id }) => id) ?? [] } } as const;
const bytesOf = (files: Iterable<{ readonly bytes: Uint8Array }>): Uint8Array =>
  [...files][0]?.bytes ?? new Uint8Array();

/** Rows as Python's csv module reads them. */
const rowsOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
  JSON.parse(
    answerOf(
      'python3',
      [
        '-c',
        'import csv,io,json,sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline="")))))',
      ],
      bytes,
    ),
  );

describe('the table of passages as CSV', () => {
  it.skipIf(!isInstalled('python3'))('is read by another parser cell by cell (needs python3)', () => {
    const [heads = [], ...rows] = rowsOf(bytesOf(csvExporter.write(bundle, all)));
    expect(rows).toHaveLength(bundle.annotations.length);
    const cell = (row: number, head: string): string | undefined => rows[row]?.[heads.indexOf(head)];
    expect(cell(0, 'Passage')).toBe('quasiment 600 militaires');
    expect(cell(0, 'Verdict')).toBe('disputed');
    expect(cell(0, 'Speaker')).toBe("'=Séoul");
    expect(cell(0, 'Links')).toContain('contradicts “لن نوقّع”');
    expect(rows.map((row) => row[heads.indexOf('State')]).filter((state) => state === 'orphaned')).toHaveLength(1);
    // Counted in code points: the text slices to the passage where characters are code points.
    const points = [...(bundle.documents[0]?.text ?? '')];
    expect(points.slice(Number(cell(0, 'First character')), Number(cell(0, 'Last character + 1'))).join('')).toBe(
      'quasiment 600 militaires',
    );
  });

  it('leaves nothing a spreadsheet would compute', () => {
    for (const words of ['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\u200b=1', '|x', '%x'])
      expect(inertCell(words)).toBe(`'${words}`);
    for (const words of ['a=1', 'Séoul', '« -2 »', '']) expect(inertCell(words)).toBe(words);
  });

  it('holds the chosen columns in the chosen order, parted as chosen', () => {
    const text = new TextDecoder().decode(
      bytesOf(
        csvExporter.write(bundle, {
          language: 'fr',
          values: { columns: ['document', 'kind', 'nonsense'], separator: ['semicolon'] },
        }),
      ),
    );
    expect(text.split('\r\n')[0]).toBe('Document;Type');
  });

  it('says what stays behind', () => {
    expect(csvExporter.losses(bundle).map(({ what }) => what)).toEqual([
      'texts of documents (only what is known about them is written)',
      'documents with earlier versions (only the present one is written)',
    ]);
  });
});

describe('the table of passages as a workbook', () => {
  it('keeps every word in a cell of text, without formulas', () => {
    const parts = unzipSync(bytesOf(xlsxExporter.write(bundle, all)));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const { document } = parseHTML(sheet);
    expect(document.querySelectorAll('f')).toHaveLength(0);
    expect([...document.querySelectorAll('c')].every((each) => each.getAttribute('t') === 'inlineStr')).toBe(true);
    expect([...document.querySelectorAll('t')].map((each) => each.textContent)).toContain('=Séoul');
  });

  it('cuts what no cell can hold at a whole character, and says so', () => {
    const long = documentOf(1, bodyOf(paragraph(`a${'😀'.repeat(20_000)}`)));
    const one = bundleOf({ documents: [long], annotations: [annotationOf(1, long, long.text)] });
    expect(xlsxExporter.losses(one).map(({ what }) => what)).toContain(
      'texts longer than a spreadsheet cell holds (cut)',
    );
    const sheet = new TextDecoder().decode(unzipSync(bytesOf(xlsxExporter.write(one)))['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toContain('\ufffd');
    expect(sheet).toContain('😀…');
  });
});
