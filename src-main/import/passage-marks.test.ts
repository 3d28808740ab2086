import type { Block } from '@shared/model/block';
import { leavesOf, textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageEnd, passageStart, takePassages, withoutMarks } from './passage-marks';

const paragraph = (...texts: readonly string[]): Block => ({
  type: 'paragraph',
  inlines: texts.map((text, index) => ({
    type: 'text',
    text,
    ...(index % 2 === 1 ? { marks: ['bold'] as const } : {}),
  })),
});
const take = (...blocks: readonly Block[]) => {
  const { body, places } = takePassages({ version: 1, blocks });
  const text = textOf(body);
  return { body, text, quotes: [...places].map(([id, { start, end }]) => [id, text.slice(start, end)]) };
};

test('a passage keeps its words over runs, blocks, cells and letters in two pieces', () => {
  const { text, quotes } = take(
    paragraph(`Le ${passageStart(1)}pont `, `sera${passageEnd(1)} ouvert ${passageStart(20)}avant`),
    {
      type: 'table',
      rows: [{ cells: [{ header: false, blocks: [paragraph(`l’e\u0301te${passageEnd(20)}\u0301 𝄞`)] }] }],
    },
    paragraph(`${passageStart(300)}벨린 다리${passageEnd(300)}`),
  );
  expect(text).toBe('Le pont sera ouvert avant\nl’été 𝄞\n벨린 다리');
  expect(quotes).toEqual([
    [1, 'pont sera'],
    [20, 'avant\nl’été'],
    [300, '벨린 다리'],
  ]);
});

test('a passage without words, or without an end, has no place', () => {
  expect(
    take(paragraph(`a ${passageStart(1)} ${passageEnd(1)}b ${passageStart(2)}c ${passageEnd(3)}d`)).quotes,
  ).toEqual([]);
});

test('a paragraph of marks alone is none', () => {
  const { body, quotes } = take(paragraph(passageStart(1)), paragraph('mots'), paragraph(passageEnd(1)));
  expect(body.blocks).toHaveLength(1);
  expect(quotes).toEqual([[1, 'mots']]);
});

test('whatever the words, a passage set around some of them is on them', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map(withoutMarks);
  fc.assert(
    fc.property(words, words, words, (before, inside, after) => {
      const { body, places } = takePassages({
        version: 1,
        blocks: [
          paragraph(`x${before}`),
          paragraph(`${before}-${passageStart(7)}x`, `${inside}x${passageEnd(7)}`, `-${after}`),
        ],
      });
      const { start, end } = places.get(7) ?? { start: 0, end: 0 };
      const expected = textOf(takePassages({ version: 1, blocks: [paragraph(`x${inside}x`)] }).body);
      expect(textOf(body).slice(start, end)).toBe(expected);
      expect(leavesOf(body)).toHaveLength(2);
    }),
  );
});
