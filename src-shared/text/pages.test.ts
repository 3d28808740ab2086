import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Body } from '../model/block';
import { normaliseBody, textOf } from './canonical-text';
import { pageStarts, pagesOfRange, withPages } from './pages';

const paragraph = (text: string, more: object = {}): Block => ({
  type: 'paragraph',
  inlines: text === '' ? [] : [{ type: 'text', text, ...more }],
});
const body = (...blocks: readonly Block[]): Body => ({ version: 1, blocks });

describe('pages of a source', () => {
  test('begin anywhere in a paragraph and are read back where they were put, whatever the text', () => {
    const words = fc.array(fc.constantFrom('mot ', 'né ', '한국 ', '🕊️', 'x'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.boolean()), { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(fc.nat(60), { maxLength: 4 }),
        (texts, cuts) => {
          const plain = normaliseBody(
            body(...texts.map(([parts, bold]) => paragraph(parts.join(''), bold ? { marks: ['bold'] } : {}))),
          );
          const text = textOf(plain);
          // not between the halves of a pair or on the edge of two paragraphs
          const fits = (at: number): boolean =>
            at < text.length && text[at] !== '\n' && !/[\udc00-\udfff]|\ufe0f/.test(text[at] ?? '');
          const pages = cuts
            .sort((a, b) => a - b)
            .filter(fits)
            .map((start, index) => ({ start, label: String(index + 1) }));
          const paged = normaliseBody(withPages(plain, pages));
          expect(textOf(paged)).toBe(text);
          expect(pageStarts(paged)).toEqual(pages);
          expect(normaliseBody(paged)).toEqual(paged);
        },
      ),
    );
  });

  test('of a passage are one, or two when it goes on over an edge; before the first there is none', () => {
    const pages = [
      { start: 10, label: 'xii' },
      { start: 20, label: '1' },
    ];
    expect([pagesOfRange(pages, 12, 20), pagesOfRange(pages, 12, 21), pagesOfRange(pages, 3, 5)]).toEqual([
      'xii',
      'xii–1',
      undefined,
    ]);
    expect(pagesOfRange([], 0, 5)).toBeUndefined();
  });

  test('begin once in a block, however its runs were parted, and are never merged away', () => {
    const parted: Block = {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'Fin. ' },
        { type: 'text', text: 'Début ', page: '12' },
        { type: 'text', text: 'du ', page: '12' },
        { type: 'text', text: 'texte', marks: ['bold'], page: '12' },
      ],
    };
    expect(normaliseBody(body(parted)).blocks).toEqual([
      {
        type: 'paragraph',
        inlines: [
          { type: 'text', text: 'Fin. ' },
          { type: 'text', text: 'Début du ', page: '12' },
          { type: 'text', text: 'texte', marks: ['bold'] },
        ],
      },
    ]);
  });

  test('that begin in an empty line begin with the next words', () => {
    expect(
      pageStarts(withPages(body(paragraph('a'), { type: 'rule' }, paragraph('b')), [{ start: 2, label: '2' }])),
    ).toEqual([{ start: 3, label: '2' }]);
  });
});
