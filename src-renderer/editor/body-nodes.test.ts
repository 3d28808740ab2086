import { createHeadlessEditor } from '@lexical/headless';
import type { Body } from '@shared/model/block';
import { leavesOf, textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import { arbitraryBody } from './body-arbitrary.test-support';
import { $setBody } from './body-to-nodes';
import { editorNodes } from './editor-nodes';
import { $getBody } from './nodes-to-body';
import { $textMap, segmentAt } from './text-map';

function editorWith(body: Body): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: [...editorNodes],
    onError: (error) => {
      throw error;
    },
  });
  editor.update(() => $setBody(body), { discrete: true });
  return editor;
}

describe('a body in the editor', () => {
  test('comes back as it went in', () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        expect(editorWith(body).read($getBody)).toEqual(body);
      }),
      { numRuns: 400 },
    );
  });

  test('has the canonical text, leaf by leaf', () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        const map = editorWith(body).read($textMap);
        expect(map.text).toBe(textOf(body));
        expect(map.leaves.map(({ start, end }) => [start, end])).toEqual(
          leavesOf(body).map(({ start, end }) => [start, end]),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('shows every character by one segment, at its offset', () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        const map = editorWith(body).read($textMap);
        const covered = new Array<number>(map.text.length).fill(0);
        for (const { start, end } of map.segments)
          for (let at = start; at < end; at++) covered[at] = (covered[at] ?? 0) + 1;
        for (let at = 0; at < map.text.length; at++) {
          const found = segmentAt(map, at, 'start');
          if (covered[at] === 1) expect(found && found.segment.start + found.offset).toBe(at);
          else expect([map.text[at], covered[at]]).toEqual(['\n', 0]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of a hundred thousand words is built and mapped whole', () => {
    const sentence = 'Le pont routier sera ouvert avant l’hiver, assure le ministre. '.repeat(4);
    const body: Body = {
      version: 1,
      blocks: Array.from({ length: 2500 }, () => ({ type: 'paragraph', inlines: [{ type: 'text', text: sentence }] })),
    };
    expect(editorWith(body).read($textMap).text).toHaveLength((sentence.length + 1) * 2500 - 1);
  });
});
