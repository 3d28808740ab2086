import type { Block } from '@shared/model/block';
import { textOf } from '@shared/text/canonical-text';
import { describe, expect, test } from 'vitest';
import { takePassages } from '../passage-marks';
import { pdfBlocks } from './pdf-blocks';
import { linesOf, type PdfLine, type PdfPiece } from './pdf-lines';

/** Lines of ten-point letters set twelve apart in a column of 300 points, from the top down. */
const column = (texts: readonly string[], more: Partial<PdfLine> = {}): readonly PdfLine[] =>
  texts.map((text, index) => ({
    text,
    x: 50,
    right: 50 + Math.min(300, text.length * 6),
    y: 700 - index * 12,
    size: 10,
    ...more,
  }));
/** What is read of pages, without the marks where they begin. */
function read(pages: Parameters<typeof pdfBlocks>[0]) {
  const { blocks, runningLines } = pdfBlocks(pages);
  return { blocks: takePassages({ version: 1, blocks }).body.blocks, runningLines };
}
const words = (blocks: readonly Block[]) => textOf({ version: 1, blocks }).split('\n');
const full = (text: string) => text.padEnd(50, '~').replace(/~/g, ' mot').slice(0, 50).trimEnd();

describe('lines of a PDF', () => {
  test('become one paragraph, with hyphens at line ends undone unless the word is written with one elsewhere', () => {
    const { blocks } = read([
      column([
        'Les gouvernements parlent d’un succès sans le moin-',
        'dre incident, mais le vice-président doute, et peut-',
        'être le vice-',
        'président a-t-il raison, dit-on peut-être à Karsk.',
      ]),
    ]);
    expect(words(blocks)).toEqual([
      'Les gouvernements parlent d’un succès sans le moindre incident, mais le vice-président doute, et peut-être le vice-président a-t-il raison, dit-on peut-être à Karsk.',
    ]);
  });

  test('part at a gap, at a short last line and at an indented first one', () => {
    const lines = [
      ...column([full('Un'), 'fin du premier.', full('Deux')]),
      { text: 'Trois, après un blanc.', x: 50, right: 200, y: 640, size: 10 },
      { text: full('Quatre, en retrait').replace(/.$/, '.'), x: 65, right: 350, y: 628, size: 10 },
    ];
    expect(words(read([lines]).blocks).map((paragraph) => paragraph.split(/[ ,]/)[0])).toEqual([
      'Un',
      'Deux',
      'Trois',
      'Quatre',
    ]);
  });

  test('go on over columns and pages while the sentence does', () => {
    const { blocks } = read([
      [
        ...column([full('La page commence')]),
        ...column(['et la colonne suivante continue sans']).map((line) => ({ ...line, x: 360, right: 650 })),
      ],
      column(['finir avant la deuxième page.', 'Une autre phrase.']),
    ]);
    expect(words(blocks)[0]).toMatch(
      /^La page commence.* et la colonne suivante continue sans finir avant la deuxième page\./,
    );
  });

  test('larger letters are headings, signs are lists, heads and page numbers on every page are left out', () => {
    const page = (number: number) => [
      ...column(['Le Courrier d’Estrange'], { y: 780 }),
      ...column([`Titre ${'un deux trois quatre'.split(' ')[number - 1]}`], { size: 16, y: 740 }),
      ...column([`• point ${number}`, `• point bis ${number}`, full(`Texte ${'abcd'[number - 1]}`)]),
      ...column([`${number} / 4`], { y: 40 }),
    ];
    const { blocks, runningLines } = read([page(1), page(2), page(3), page(4)]);
    expect(runningLines).toBe(8);
    expect(blocks.slice(0, 4)).toMatchObject([
      { type: 'heading', level: 1, inlines: [{ text: 'Titre un' }] },
      { type: 'listItem', list: 'bulleted', inlines: [{ text: 'point 1' }] },
      { type: 'listItem', inlines: [{ text: 'point bis 1' }] },
      { type: 'paragraph' },
    ]);
  });

  test('join without a space in Chinese and Japanese, with one in Korean', () => {
    expect(words(read([column(['两国元首周一在首都会面，讨论桥', '梁重新开放的问题'])]).blocks)).toEqual([
      '两国元首周一在首都会面，讨论桥梁重新开放的问题',
    ]);
    expect(words(read([column(['두 나라의 정상이 월요일 수도에서 만나 다리', '재개통을 논의했다'])]).blocks)).toEqual([
      '두 나라의 정상이 월요일 수도에서 만나 다리 재개통을 논의했다',
    ]);
  });
});

test('pieces on one height are one line; a gap is a space, a raised figure none', () => {
  const piece = (text: string, x: number, width: number, more: Partial<PdfPiece> = {}): PdfPiece => ({
    text,
    x,
    y: 500,
    width,
    size: 10,
    endsLine: false,
    ...more,
  });
  expect(
    linesOf([
      piece('Le', 50, 10),
      piece('pont', 64, 20),
      piece('2', 84, 3, { y: 504, size: 6, endsLine: true }),
      piece('La gare', 50, 40, { y: 488 }),
    ]).map(({ text, size }) => [text, size]),
  ).toEqual([
    ['Le pont2', 10],
    ['La gare', 10],
  ]);
});
