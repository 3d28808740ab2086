import { $createListItemNode, $createListNode } from '@lexical/list';
import fc from 'fast-check';
import { $getRoot, $isElementNode, CUT_TAG } from 'lexical';
import { describe, expect, test } from 'vitest';
import {
  apply,
  arbitraryBody,
  arbitraryEdit,
  arbitraryRanges,
  Letters,
  type Names,
  paste,
  replaceAll,
  tolerating,
} from './random-edits.test-support';
import type { TextSession } from './text-session';
import { act, annotationAt, bodyOf, paragraph, select, sessionWith, uidOf, wordsOf } from './text-session.test-support';

const text = 'The bridge opens before winter.\nSo says the minister, twice.';
const body = bodyOf(paragraph('The bridge opens *before winter*.'), paragraph('So says the minister, twice.'));
const rangeOf = (quote: string): readonly [number, number] => [text.indexOf(quote), text.indexOf(quote) + quote.length];
const open = (...quotes: readonly string[]): TextSession => sessionWith(body, quotes.map(rangeOf));

function cut(session: TextSession, quote: string): void {
  const start = session.map().text.indexOf(quote);
  select(session, start, start + quote.length);
  act(session, (selection) => selection.removeText(), CUT_TAG);
}

const undo = async (session: TextSession): Promise<void> => {
  session.history.undo();
  await Promise.resolve();
};
const redo = async (session: TextSession): Promise<void> => {
  session.history.redo();
  await Promise.resolve();
};

describe('text moved with its passage', () => {
  test('takes the passage along when cut and pasted', () => {
    const session = open('before winter', 'minister');
    cut(session, 'opens before winter');
    expect(wordsOf(session, 0)).toBeNull();
    paste(session, session.map().text.length, 'opens before winter');
    expect(wordsOf(session, 0)).toBe('before winter');
    expect(session.placeOf(uidOf(0))?.start).toBe(session.map().text.lastIndexOf('before winter'));
    expect(wordsOf(session, 1)).toBe('minister');
  });

  test('pasted once more is only text', () => {
    const session = open('before winter');
    cut(session, 'before winter');
    paste(session, 0, 'before winter');
    paste(session, session.map().text.length, 'before winter');
    expect(session.placeOf(uidOf(0))?.start).toBe(0);
  });

  test('leaves the passage lost when other text is pasted', () => {
    const session = open('before winter');
    cut(session, 'before winter');
    paste(session, 0, 'winter');
    expect(wordsOf(session, 0)).toBeNull();
  });

  test('taken along over a paragraph’s border, and back and forth with undo and redo', async () => {
    const session = open('winter', 'says the');
    cut(session, 'before winter.\nSo says the minister');
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual([null, null]);
    paste(session, 0, 'before winter.\nSo says the minister');
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['winter', 'says the']);
    await undo(session);
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual([null, null]);
    await undo(session);
    expect(session.map().text).toBe(text);
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['winter', 'says the']);
    await redo(session);
    await redo(session);
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['winter', 'says the']);
    expect(session.placeOf(uidOf(0))?.start).toBe(7);
  });
});

describe('many changes at once', () => {
  test('do not swallow the passages between them', () => {
    const session = open('bridge opens', 'winter', 'says the');
    replaceAll(session, 'e', 'ee');
    expect([wordsOf(session, 0), wordsOf(session, 1), wordsOf(session, 2)]).toEqual([
      'bridgee opeens',
      'winteer',
      'says the', // what is typed at its edge stays outside
    ]);
  });

  test('are undone with the places as they were', async () => {
    const session = open('bridge opens', 'winter');
    replaceAll(session, 'winter', 'spring');
    expect(wordsOf(session, 1)).toBeNull();
    await undo(session);
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['bridge opens', 'winter']);
    await redo(session);
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['bridge opens', null]);
  });

  test('keep passages on their words when blocks change places', () => {
    const session = open('bridge', 'minister');
    session.editor.update(
      () => {
        const first = $getRoot().getFirstChild();
        if ($isElementNode(first)) $getRoot().append(first);
      },
      { discrete: true },
    );
    expect(session.map().text.startsWith('So says')).toBe(true);
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['bridge', 'minister']);
  });
});

describe('a passage', () => {
  test('stays on its words when made bold, and when its paragraph becomes a list', () => {
    const session = open('bridge opens before', 'minister');
    select(session, ...rangeOf('opens'));
    act(session, (selection) => selection.formatText('italic'));
    session.editor.update(
      () => {
        const list = $createListNode('bullet');
        for (const block of $getRoot().getChildren())
          if ($isElementNode(block)) list.append($createListItemNode().append(...block.getChildren()));
        $getRoot().clear().append(list);
      },
      { discrete: true },
    );
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['bridge opens before', 'minister']);
  });

  test('does not take in a letter typed at either edge, whatever letters stand there', () => {
    const session = sessionWith(bodyOf(paragraph('aaaa')), [[1, 3]]);
    select(session, 1);
    act(session, (selection) => selection.insertText('a'));
    expect(session.placeOf(uidOf(0))).toEqual({ start: 2, end: 4 });
    select(session, 4);
    act(session, (selection) => selection.insertText('a'));
    expect(session.placeOf(uidOf(0))).toEqual({ start: 2, end: 4 });
  });

  test('made while the text was as it is now stays when older typing is undone', async () => {
    const session = open('bridge');
    select(session, 0);
    act(session, (selection) => selection.insertText('See: '));
    const now = session.map().text;
    const start = now.indexOf('minister');
    session.syncAnnotations([annotationAt(now, 9, 15, uidOf(0)), annotationAt(now, start, start + 8, uidOf(7))], true);
    await undo(session);
    expect(session.map().text).toBe(text);
    expect([wordsOf(session, 0), wordsOf(session, 7)]).toEqual(['bridge', 'minister']);
  });

  test('deleted and restored in the archive stands where its words have gone meanwhile', () => {
    const session = open('minister', 'bridge');
    session.syncAnnotations([annotationAt(text, ...rangeOf('bridge'), uidOf(1))], false);
    select(session, 0);
    act(session, (selection) => selection.insertText('The minister says: '));
    const stale = annotationAt(text, ...rangeOf('minister'), uidOf(0));
    const cameBack = session.syncAnnotations([stale, annotationAt(text, ...rangeOf('bridge'), uidOf(1))], true);
    expect(cameBack).toBe(true);
    expect(session.placeOf(uidOf(0))?.start).toBe(session.map().text.lastIndexOf('minister'));
  });
});

describe('random edits', () => {
  test('keep every passage on its letters, and undo and redo bring each state’s places back', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryBody,
        arbitraryRanges,
        fc.array(arbitraryEdit, { minLength: 1, maxLength: 10 }),
        async (made, wanted, edits) => {
          const empty = sessionWith(made, []);
          const { text: start } = empty.map();
          if (start.length === 0) return;
          const ranges = wanted.map(([at, size]): [number, number] => {
            const from = at % start.length;
            return [from, Math.min(start.length, from + size)];
          });
          const session = sessionWith(made, ranges);
          const model = new Letters(start);
          let names: Names = ranges.map(([from, to]) => model.names(from, to));
          const state = () => ({
            text: session.map().text,
            places: ranges.map((_, number) => session.placeOf(uidOf(number))),
          });
          const past: ReturnType<typeof state>[] = [];
          let last = state();
          session.onStep(() => past.push(last));
          session.editor.registerUpdateListener(() => {
            last = state();
          });
          for (const edit of edits) {
            names = tolerating(() => apply(session, model, edit, names));
            expect(session.map().text).toBe(model.letters.map(({ letter }) => letter).join(''));
            expect(state().places).toEqual(names.map((set) => model.span(set)));
            // Typed inside belongs from now on; a lost passage stays lost.
            names = state().places.map((place) => (place === null ? new Set() : model.names(place.start, place.end)));
          }
          const end = state();
          for (const then of past.toReversed()) {
            await undo(session);
            expect(state()).toEqual(then);
          }
          for (const _ of past) await redo(session);
          expect(state()).toEqual(end);
        },
      ),
      { numRuns: 300 },
    );
  });
});
