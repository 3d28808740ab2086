import { $createListItemNode, $createListNode } from '@lexical/list';
import fc from 'fast-check';
import { $getRoot, $isElementNode, CUT_TAG, HISTORY_PUSH_TAG, PASTE_TAG } from 'lexical';
import { describe, expect, test } from 'vitest';
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

function paste(session: TextSession, offset: number, pasted: string): void {
  select(session, offset);
  act(session, (selection) => selection.insertRawText(pasted), PASTE_TAG);
}

/** Replaces every occurrence in every text, as one update. */
function replaceAll(session: TextSession, word: string, by: string): void {
  session.editor.update(
    () => {
      for (const node of $getRoot().getAllTextNodes())
        if (node.getTextContent().includes(word)) node.setTextContent(node.getTextContent().replaceAll(word, by));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
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

/** One letter with a name of its own. */
interface Letter {
  readonly letter: string;
  readonly name: number;
}

/** The slow and obvious way: a passage is the letters it was made of, and what was typed between them. */
class Letters {
  letters: readonly Letter[];
  #names = 0;

  constructor(of: string) {
    this.letters = this.#named(of);
  }

  #named(of: string): readonly Letter[] {
    return Array.from({ length: of.length }, (_, index) => ({ letter: of[index] ?? '', name: this.#names++ }));
  }

  replace(start: number, end: number, by: string): void {
    this.letters = [...this.letters.slice(0, start), ...this.#named(by), ...this.letters.slice(end)];
  }

  names(start: number, end: number): ReadonlySet<number> {
    return new Set(this.letters.slice(start, end).map(({ name }) => name));
  }

  /** Where the letters of these names are now, from the first to the last. */
  span(names: ReadonlySet<number>): { start: number; end: number } | null {
    const at = this.letters.flatMap(({ name }, index) => (names.has(name) ? [index] : []));
    const [first] = at;
    return first === undefined ? null : { start: first, end: (at.at(-1) ?? first) + 1 };
  }
}

type Edit =
  | { readonly is: 'type'; readonly at: number; readonly size: number; readonly put: string }
  | { readonly is: 'delete' | 'enter' | 'bold' | 'move' | 'replace'; readonly at: number; readonly size: number };

const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    is: fc.constant('type' as const),
    at: fc.nat(1000),
    size: fc.oneof(fc.constant(0), fc.nat(12)),
    put: fc.constantFrom('a', 'b', ' ', 'ab', '한', '👩‍🚀'),
  }),
  fc.record({
    is: fc.constantFrom('delete', 'enter', 'bold', 'move', 'replace'),
    at: fc.nat(1000),
    size: fc.nat(12),
  }),
);

type Names = readonly ReadonlySet<number>[];

/** Does an edit in the editor and in the model; gives the letters each passage is made of then. */
function apply(session: TextSession, model: Letters, edit: Edit, names: Names): Names {
  const now = session.map().text;
  const start = edit.at % (now.length + 1);
  const end = Math.min(now.length, start + edit.size);
  const replaced = (from: number, to: number, by: string): Names => {
    model.replace(from, to, by);
    return names;
  };
  switch (edit.is) {
    case 'type':
      select(session, start, end);
      act(session, (selection) => selection.insertText(edit.put), HISTORY_PUSH_TAG);
      // The same letters typed over themselves change nothing.
      if (now.slice(start, end) === edit.put) return names;
      return replaced(start, end, edit.put);
    case 'delete':
      select(session, start, end);
      act(session, (selection) => selection.removeText(), HISTORY_PUSH_TAG);
      return replaced(start, end, '');
    case 'enter':
      select(session, start);
      act(session, (selection) => selection.insertParagraph(), HISTORY_PUSH_TAG);
      return replaced(start, start, '\n');
    case 'bold':
      select(session, start, end);
      act(session, (selection) => selection.formatText('bold'), HISTORY_PUSH_TAG);
      return names;
    case 'replace':
      return replaceBridges(session, model, names);
    case 'move':
      return move(session, model, { start, end, by: edit.size }, names);
  }
}

/** Lexical's development build objects to an offset that its production build clamps: such a run says nothing. */
function tolerating<T>(work: () => T): T {
  try {
    return work();
  } catch (problem) {
    fc.pre(!(problem instanceof Error && problem.message.startsWith('$getTextNodeOffset')));
    throw problem;
  }
}

/** Replaces a word that stands in many places by one that stands in none. */
function replaceBridges(session: TextSession, model: Letters, names: Names): Names {
  const { text: now, segments } = session.map();
  const by = `w${now.length}`;
  if (now.includes(by)) return names;
  // Words are compared whole: what lies between two changes of one word belongs to the change.
  if (/bridge\S*bridge/.test(now)) return names;
  replaceAll(session, 'bridge', by);
  for (const { start, end } of segments.toReversed()) {
    const places = [...now.slice(start, end).matchAll(/bridge/g)].map(({ index }) => start + index);
    for (const at of places.reverse()) model.replace(at, at + 'bridge'.length, by);
  }
  return names;
}

/** Cuts and pastes: letters move with their names, but what was cut from a part of a passage is its own no more. */
function move(
  session: TextSession,
  model: Letters,
  { start, end, by }: { readonly start: number; readonly end: number; readonly by: number },
  names: Names,
): Names {
  const text = session.map().text.slice(start, end);
  if (text === '' || text.includes('\n')) return names;
  select(session, start, end);
  act(session, (selection) => selection.removeText(), CUT_TAG);
  const taken = model.names(start, end);
  const rest = [...model.letters.slice(0, start), ...model.letters.slice(end)];
  const at = (start + by) % (rest.length + 1);
  paste(session, at, text);
  model.letters = [...rest.slice(0, at), ...model.letters.slice(start, end), ...rest.slice(at)];
  return names.map((set) => {
    const left = [...set].filter((name) => !taken.has(name));
    return left.length === 0 ? set : new Set(left);
  });
}

describe('random edits', () => {
  const arbitraryBody = fc
    .array(fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '*', 'bridge '), { minLength: 1, maxLength: 14 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((paragraphs) => bodyOf(...paragraphs.map((parts) => paragraph(parts.join('')))));
  const arbitraryRanges = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 20 })), {
    minLength: 1,
    maxLength: 6,
  });

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
