import fc from 'fast-check';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type LexicalNode,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import { arbitraryBody } from './body-arbitrary.test-support';
import { $getBody } from './nodes-to-body';
import { $textMap, segmentAt, type TextMap } from './text-map';
import { TextSession } from './text-session';

const sessionOf = (body: Parameters<TextSession['load']>[0]): TextSession =>
  new TextSession({
    body,
    editable: true,
    markdown: false,
    words: { pictureNotKept: () => '', openPicture: () => '' },
  });

function $textsBelow(node: LexicalNode): readonly LexicalNode[] {
  if ($isTextNode(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($textsBelow) : [];
}

const edits = ['type', 'format', 'split', 'remove', 'move', 'empty', 'append'] as const;
type Edit = (typeof edits)[number];

/** Changes the tree in one of the ways an editor does, somewhere. */
function $edit(edit: Edit, at: number): void {
  const root = $getRoot();
  const texts = $textsBelow(root);
  const text = texts[at % Math.max(1, texts.length)];
  const block = root.getChildAtIndex(at % Math.max(1, root.getChildrenSize()));
  if (edit === 'append') root.append($createParagraphNode().append($createTextNode('appended')));
  else if (edit === 'move') {
    const last = root.getLastChild();
    if (last !== null && last !== block) block?.insertBefore(last);
  } else if (edit === 'empty' && $isElementNode(block)) block.clear();
  else if (!$isTextNode(text) || text.getTextContentSize() < 2) return;
  else if (edit === 'type') text.spliceText(1, 0, 'typed');
  else if (edit === 'format') text.toggleFormat('bold');
  else if (edit === 'split') text.splitText(1);
  else text.remove();
}

/** All a map says, in plain values. */
const saidBy = (map: TextMap) => ({
  text: map.text,
  length: map.length,
  leaves: map.leaves,
  segments: map.segments,
  places: [...new Set([...map.segments, ...map.leaves].map(({ key }) => key))].map((key) => map.placeOf.get(key)),
  around: Array.from({ length: map.length + 1 }, (_, offset) => [
    map.leafAt(offset),
    segmentAt(map, offset, 'start'),
    segmentAt(map, offset, 'end'),
  ]),
});

describe('the map of a text being edited', () => {
  test('is what reading all of it anew would give, and so is the body to save', () => {
    fc.assert(
      fc.property(
        arbitraryBody,
        fc.array(fc.tuple(fc.constantFrom(...edits), fc.nat(50)), { minLength: 1, maxLength: 6 }),
        (body, steps) => {
          const session = sessionOf(body);
          for (const [edit, at] of steps) {
            session.editor.update(() => $edit(edit, at), { discrete: true });
            expect(saidBy(session.map())).toEqual(saidBy(session.editor.read($textMap)));
            expect(session.snapshot().body).toEqual(session.editor.read($getBody));
          }
          session.dispose();
        },
      ),
      { numRuns: 150 },
    );
  });

  test('keeps the blocks an edit did not touch', () => {
    const paragraph = (text: string) => ({ type: 'paragraph' as const, inlines: [{ type: 'text' as const, text }] });
    const session = sessionOf({ version: 1, blocks: [paragraph('one'), paragraph('two'), paragraph('three')] });
    const before = session.map().blocks;
    session.editor.update(() => $edit('type', 1), { discrete: true });
    const after = session.map().blocks;
    expect(after.map((block, index) => block === before[index])).toEqual([true, false, true]);
    expect(session.map().placeOf.get(after[2]?.key ?? '')).toEqual({ start: 13, end: 18 });
  });

  test('takes the words it is told for its own only where they are', () => {
    fc.assert(
      fc.property(arbitraryBody, fc.nat(), (body, at) => {
        const session = sessionOf(body);
        const { text } = session.map();
        const other = `${text.slice(0, at % (text.length + 1))}#${text.slice((at % (text.length + 1)) + 1)}`;
        for (const told of [text, other, `${text}\n`]) {
          const map = session.editor.read($textMap);
          map.knowText(told);
          expect(map.text).toBe(text);
        }
        session.dispose();
      }),
    );
  });
});
