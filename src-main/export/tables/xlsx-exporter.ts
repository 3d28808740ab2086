/**
 * XLSX of passages: the same table for Excel and LibreOffice. Every cell is an inline
 * string, which a spreadsheet never computes, so nothing needs an apostrophe.
 */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { Exporter } from '../exporter';
import { xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { readingWords } from '../reading/reading-words';
import { safeFileName } from '../safe-file-name';
import { zipPieces } from '../zip-writer';
import { columnsOption, passageTable, tableLosses } from './passage-table';

/** What a cell holds at most, in UTF-16 code units. */
const cellLimit = 32_767;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Widths in characters: a quotation needs room, a kind does not. */
const widths: readonly number[] = [14, 60, 40];
const usualWidth = 22;

/** A column's letters: 1 → A, 27 → AA. */
function letters(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** What a cell can hold of a text, never half a character; `_x000D_` would be read as a control sign. */
function cellText(text: string): string {
  const cut =
    text.length > cellLimit
      ? `${text
          .slice(0, cellLimit - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`
      : text;
  return cut.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

const cell = (text: string, column: number, row: number, style: number) =>
  xml(
    'c',
    { r: `${letters(column)}${row}`, t: 'inlineStr', s: style },
    xml('is', {}, xml('t', { 'xml:space': 'preserve' }, cellText(text))),
  );

function sheet(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows];
  return xmlFile(
    xml(
      'worksheet',
      { xmlns: main },
      xml(
        'sheetViews',
        {},
        xml(
          'sheetView',
          { workbookViewId: 0 },
          xml('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
        ),
      ),
      xml(
        'cols',
        {},
        heads.map((_head, at) =>
          xml('col', { min: at + 1, max: at + 1, width: widths[at] ?? usualWidth, customWidth: 1 }),
        ),
      ),
      xml(
        'sheetData',
        {},
        all.map((cells, at) =>
          xml(
            'row',
            { r: at + 1 },
            cells.map((text, column) => cell(text, column + 1, at + 1, at === 0 ? 1 : 2)),
          ),
        ),
      ),
      xml('autoFilter', { ref: `A1:${letters(Math.max(1, heads.length))}${all.length}` }),
    ),
  );
}

/** Two cell styles beside the usual: bold heads, and words that wrap and stand at the top. */
const styles = xmlFile(
  xml(
    'styleSheet',
    { xmlns: main },
    xml(
      'fonts',
      { count: 2 },
      xml('font', {}, xml('sz', { val: 11 }), xml('name', { val: 'Calibri' })),
      xml('font', {}, xml('b'), xml('sz', { val: 11 }), xml('name', { val: 'Calibri' })),
    ),
    xml(
      'fills',
      { count: 2 },
      xml('fill', {}, xml('patternFill', { patternType: 'none' })),
      xml('fill', {}, xml('patternFill', { patternType: 'gray125' })),
    ),
    xml(
      'borders',
      { count: 1 },
      xml('border', {}, xml('left'), xml('right'), xml('top'), xml('bottom'), xml('diagonal')),
    ),
    xml('cellStyleXfs', { count: 1 }, xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    xml(
      'cellXfs',
      { count: 3 },
      xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
      xml('xf', { numFmtId: 49, fontId: 1, fillId: 0, borderId: 0, xfId: 0, applyFont: 1, applyNumberFormat: 1 }),
      xml(
        'xf',
        { numFmtId: 49, fontId: 0, fillId: 0, borderId: 0, xfId: 0, applyAlignment: 1, applyNumberFormat: 1 },
        xml('alignment', { vertical: 'top', wrapText: 1 }),
      ),
    ),
  ),
);

function parts(bundle: ExportBundle, choices: ExportChoices): readonly ExportedFile[] {
  const { heads, rows } = passageTable(bundle, choices);
  const type = (part: string, name: string) =>
    xml('Override', { PartName: part, ContentType: `${packageTypes}.${name}+xml` });
  const relation = (id: string, name: string, target: string) =>
    xml('Relationship', { Id: id, Type: `${relationships}/${name}`, Target: target });
  const relations = (...content: readonly ReturnType<typeof relation>[]) =>
    xmlFile(xml('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }, content));
  const contents: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      xmlFile(
        xml(
          'Types',
          { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
          xml('Default', {
            Extension: 'rels',
            ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
          }),
          type('/xl/workbook.xml', 'sheet.main'),
          type('/xl/worksheets/sheet1.xml', 'worksheet'),
          type('/xl/styles.xml', 'styles'),
        ),
      ),
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      xmlFile(
        xml(
          'workbook',
          { xmlns: main, 'xmlns:r': relationships },
          xml(
            'sheets',
            {},
            xml('sheet', { name: readingWords[choices.language].passages, sheetId: 1, 'r:id': 'rId1' }),
          ),
        ),
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(relation('rId1', 'worksheet', 'worksheets/sheet1.xml'), relation('rId2', 'styles', 'styles.xml')),
    ],
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheet(heads, [...rows])],
  ];
  const encoder = new TextEncoder();
  return contents.map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.xlsx`;
  yield { path, bytes: new Uint8Array(Buffer.concat([...zipPieces(parts(bundle, choices))])) };
}

function losses(bundle: ExportBundle): readonly Loss[] {
  const tooLong = bundle.annotations.filter(
    ({ selector, comment }) => selector.exact.length > cellLimit || comment.length > cellLimit,
  );
  return tableLosses(bundle, tooLong.length);
}

export const xlsxExporter: Exporter = {
  id: 'xlsx',
  label: { en: 'Table of passages (Excel)', fr: 'Tableau des passages (Excel)' },
  description: {
    en: 'One row a passage, with the columns you choose, for Excel and LibreOffice.',
    fr: 'Une ligne par passage, avec les colonnes de votre choix, pour Excel et LibreOffice.',
  },
  carries: {
    en: 'passages with kind, comment, fields, labels, links in words, source; every cell is text',
    fr: 'passages avec type, commentaire, champs, étiquettes, liens en toutes lettres, provenance ; chaque cellule est du texte',
  },
  target: 'file',
  extension: 'xlsx',
  selectable: true,
  options: [columnsOption],
  needs: 'nothing',
  preview: 'none',
  carriesBin: false,
  losses,
  write,
};
