import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode, type LexicalNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { arbitraryBody } from './body-arbitrary.test-support';
import { type TextEdit, textEdit } from './text-changes';
import { $textMap, $textMapAfter, type TextMap } from './text-map';
import { bodyOf, paragraph, sessionWith } from './text-session.test-support';

function applied(text: string, { changes }: TextEdit): string {
  let result = '';
  let from = 0;
  for (const { start, end, inserted } of changes) {
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}

/** What a program may do to the text of a document within one update. */
const arbitraryAct = fc.record({
  act: fc.constantFrom('remove', 'move', 'retype', 'add'),
  at: fc.nat(1000),
  to: fc.nat(1000),
  text: fc.constantFrom('', 'a', 'new words', 'a b a', '한글'),
});

function $act({ act, at, to, text }: typeof arbitraryAct extends fc.Arbitrary<infer T> ? T : never): void {
  const blocks = $getRoot().getChildren();
  const pick = (index: number): LexicalNode | undefined => blocks[index % Math.max(1, blocks.length)];
  const texts = $getRoot().getAllTextNodes();
  const [block, target] = [pick(at), pick(to)];
  if (act === 'add') $getRoot().append($createParagraphNode().append($createTextNode(text)));
  if (act === 'remove' && blocks.length > 1) block?.remove();
  if (act === 'move' && block !== undefined && target !== undefined && block !== target) target.insertAfter(block);
  if (act === 'retype') texts[at % Math.max(1, texts.length)]?.setTextContent(text);
}

describe('what an update did to a text', () => {
  test('turns the text before into the text after, whatever was done, and moved text is the same in both', () => {
    fc.assert(
      fc.property(arbitraryBody, fc.array(arbitraryAct, { minLength: 1, maxLength: 6 }), (body, acts) => {
        const session = sessionWith(body, []);
        const before = session.map();
        let after: TextMap = before;
        session.editor.registerUpdateListener((update) => {
          after = update.editorState.read(() => $textMapAfter(before, update));
        });
        session.editor.update(
          () => {
            for (const one of acts) $act(one);
          },
          { discrete: true },
        );
        const edit = textEdit({ before, after, selectedBefore: null, selectedAfter: null });
        expect(applied(before.text, edit)).toBe(after.text);
        expect(after.text).toBe(session.editor.read($textMap).text);
        for (const { start, end, to } of edit.moves)
          expect(after.text.slice(to, to + end - start)).toBe(before.text.slice(start, end));
      }),
      { numRuns: 400 },
    );
  });

  test('is said of the blocks that changed only', () => {
    const session = sessionWith(bodyOf(paragraph('same'), paragraph('one two three'), paragraph('same')), []);
    const before = session.map();
    session.editor.update(
      () => {
        const block = $getRoot().getChildAtIndex(1);
        if ($isElementNode(block)) block.clear().append($createTextNode('one 2 three, four'));
      },
      { discrete: true },
    );
    expect(textEdit({ before, after: session.map(), selectedBefore: null, selectedAfter: null }).changes).toEqual([
      { start: 9, end: 12, inserted: '2' },
      { start: 18, end: 18, inserted: ', four' },
    ]);
  });
});
