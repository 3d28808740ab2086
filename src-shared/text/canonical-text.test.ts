import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Body, Inline } from '../model/block';
import { marks } from '../model/block';
import { leavesOf, normaliseBody, normaliseText, textOf } from './canonical-text';

const run = (text: string): Inline => ({ type: 'text', text });
const paragraph = (...texts: readonly string[]): Block => ({ type: 'paragraph', inlines: texts.map(run) });
const bodyOf = (...blocks: readonly Block[]): Body => ({ version: 1, blocks });

const inlineArbitrary: fc.Arbitrary<Inline> = fc
  .record({
    text: fc.string({ unit: 'binary', maxLength: 12 }),
    marks: fc.option(fc.uniqueArray(fc.constantFrom(...marks)), { nil: undefined }),
    link: fc.option(fc.constantFrom('https://a.example/', 'mailto:a@b.example'), { nil: undefined }),
  })
  .map(({ text, marks: own, link }) => ({
    type: 'text',
    text,
    ...(own ? { marks: own } : {}),
    ...(link ? { link } : {}),
  }));
const inlinesArbitrary = fc.array(inlineArbitrary, { maxLength: 5 });
const leafArbitrary: fc.Arbitrary<Block> = fc.oneof(
  inlinesArbitrary.map((inlines): Block => ({ type: 'paragraph', inlines })),
  inlinesArbitrary.map((inlines): Block => ({ type: 'listItem', list: 'bulleted', depth: 0, inlines })),
  fc.string({ unit: 'binary' }).map((text): Block => ({ type: 'code', text })),
  fc.constant<Block>({ type: 'rule' }),
);
const blockArbitrary = fc.oneof(
  leafArbitrary,
  fc.array(leafArbitrary, { maxLength: 3 }).map(
    (blocks): Block => ({
      type: 'table',
      rows: [
        {
          cells: [
            { header: false, blocks },
            { header: true, blocks: [] },
          ],
        },
      ],
    }),
  ),
);
const bodyArbitrary = fc.array(blockArbitrary, { maxLength: 6 }).map((blocks) => bodyOf(...blocks));

describe('textOf', () => {
  it('joins the leaf blocks with one line feed, table cells row by row, rules as empty lines', () => {
    const table: Block = {
      type: 'table',
      rows: [
        {
          cells: [
            { header: true, blocks: [paragraph('b')] },
            { header: false, blocks: [paragraph('c'), paragraph('d')] },
          ],
        },
      ],
    };
    expect(textOf(bodyOf(paragraph('a'), table, { type: 'rule' }, paragraph('e', 'f')))).toBe('a\nb\nc\nd\n\nef');
  });

  it('is empty for a body without blocks, and for one empty paragraph', () => {
    expect(textOf(bodyOf())).toBe('');
    expect(textOf(bodyOf(paragraph()))).toBe('');
  });

  it('places every leaf where its text stands, also after empty ones', () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const text = textOf(body);
        let end = -1;
        for (const leaf of leavesOf(body)) {
          expect(leaf.start).toBe(end + 1);
          const own =
            'inlines' in leaf.block
              ? leaf.block.inlines.map((inline) => inline.text).join('')
              : 'text' in leaf.block
                ? leaf.block.text
                : '';
          expect(text.slice(leaf.start, leaf.end)).toBe(own);
          end = leaf.end;
        }
        expect(end === -1 ? 0 : end).toBe(text.length);
      }),
    );
  });
});

describe('normaliseText', () => {
  it('makes line ends LF, accents composed, and drops what is no text', () => {
    expect(normaliseText('a\r\nb\rc\u2028d\u2029e')).toBe('a\nb\nc\nd\ne');
    expect(normaliseText('e\u0301')).toBe('é');
    expect(normaliseText('\ufeffa\u0000b\u001bc\td\u007f')).toBe('abc\td');
    expect(normaliseText('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
  });

  it('is idempotent on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it('is idempotent where dropping a character brings a letter and its accent together', () => {
    const once = normaliseText('e\u0000\u0301 \ud800');
    expect(normaliseText(once)).toBe(once);
  });
});

describe('normaliseBody', () => {
  it('merges runs alike, drops empty ones, puts marks in order', () => {
    const body: Body = bodyOf({
      type: 'paragraph',
      inlines: [
        run('a'),
        run(''),
        run('b'),
        { type: 'text', text: 'c', marks: ['italic', 'bold'] },
        { type: 'text', text: 'd', marks: ['bold', 'italic'] },
        { type: 'text', text: 'e', marks: [] },
      ],
    });
    expect(normaliseBody(body).blocks).toEqual([
      { type: 'paragraph', inlines: [run('ab'), { type: 'text', text: 'cd', marks: ['bold', 'italic'] }, run('e')] },
    ]);
  });

  it('keeps runs with different links apart', () => {
    const inlines: readonly Inline[] = [{ type: 'text', text: 'a', link: 'https://a.example/' }, run('b')];
    expect(normaliseBody(bodyOf({ type: 'paragraph', inlines })).blocks).toEqual([{ type: 'paragraph', inlines }]);
  });

  it('is idempotent, also where letter and accent stand in runs of their own', () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const once = normaliseBody(body);
        expect(normaliseBody(once)).toEqual(once);
      }),
    );
    const split = normaliseBody(bodyOf(paragraph('e', '\u0301')));
    expect(normaliseBody(split)).toEqual(split);
  });

  it('gives a text in normal form, with one line end', () => {
    for (const body of [
      bodyOf(paragraph('e', '\u0301')),
      bodyOf(paragraph('a\r', '\nb')),
      bodyOf(paragraph('\ud83d', '\ude00')),
    ]) {
      const text = textOf(normaliseBody(body));
      expect(normaliseText(text)).toBe(text);
    }
  });
});
