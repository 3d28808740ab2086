import type { Block } from '@shared/model/block';
import { describe, expect, it } from 'vitest';
import { annotationOf, bodyOf, documentOf, paragraph, sampleBundle } from '../bundle-samples';
import { type LaidBlock, layOut, type Segment } from './laid-body';

/** Every piece of text in reading order. */
function segmentsOf(blocks: readonly LaidBlock[]): readonly Segment[] {
  return blocks.flatMap((block): readonly Segment[] => {
    if (block.type === 'rule') return [];
    if (block.type === 'table') return block.rows.flat().flatMap((cell) => segmentsOf(cell.blocks));
    if (block.type === 'list') return block.items.flatMap((item) => [...item.segments, ...segmentsOf(item.lists)]);
    return block.segments;
  });
}

describe('a body laid out', () => {
  it('cuts overlapping passages so that each piece knows what it is part of', () => {
    const document = documentOf(1, bodyOf(paragraph('un 🕊️ deux trois quatre')));
    const one = annotationOf(1, document, '🕊️ deux trois');
    const two = annotationOf(2, document, 'trois quatre');
    const pieces = segmentsOf(layOut(document.body, [two, one]));
    expect(pieces.map(({ text, on }) => [text, on.map(({ uid }) => uid)])).toEqual([
      ['un ', []],
      ['🕊️ deux ', [one.uid]],
      ['trois', [one.uid, two.uid]],
      [' quatre', [two.uid]],
    ]);
    expect(pieces.map(({ begins }) => begins.length)).toEqual([0, 1, 1, 0]);
    expect(pieces.map(({ ends }) => ends.length)).toEqual([0, 0, 1, 1]);
  });

  it('marks exactly the words of every passage, across blocks and table cells', () => {
    const bundle = sampleBundle();
    const [article] = bundle.documents;
    if (article === undefined) throw new Error('no article');
    const across = annotationOf(
      7,
      article,
      'militaires nord-coréens ont perdu la vie 🕊️.\n조선민주주의인민공화국 외무상',
    );
    const pieces = segmentsOf(layOut(article.body, [...bundle.annotations, across]));
    for (const annotation of [...bundle.annotations, across].filter(({ orphaned }) => !orphaned)) {
      const words = pieces.filter(({ on }) => on.includes(annotation)).map(({ text }) => text);
      expect(words.join('')).toBe(annotation.selector.exact.replaceAll('\n', ''));
      expect(pieces.filter(({ begins }) => begins.includes(annotation))).toHaveLength(1);
      expect(pieces.filter(({ ends }) => ends.includes(annotation))).toHaveLength(1);
    }
    expect(pieces.flatMap(({ on }) => on).some(({ orphaned }) => orphaned)).toBe(false);
  });

  it('nests lists by depth, and begins another where the kind changes', () => {
    const item = (list: 'ordered' | 'bulleted', depth: number, text: string): Block => ({
      type: 'listItem',
      list,
      depth,
      inlines: [{ type: 'text', text }],
    });
    const shape = (blocks: readonly LaidBlock[]): unknown =>
      blocks.map((block) =>
        block.type === 'list'
          ? [block.list, ...block.items.map((each) => [each.segments[0]?.text, shape(each.lists)])]
          : block.type,
      );
    const body = bodyOf(
      item('ordered', 0, 'a'),
      item('bulleted', 1, 'b'),
      item('ordered', 0, 'c'),
      item('bulleted', 0, 'd'),
    );
    expect(shape(layOut(body, []))).toEqual([
      ['ordered', ['a', [['bulleted', ['b', []]]]], ['c', []]],
      ['bulleted', ['d', []]],
    ]);
  });
});
