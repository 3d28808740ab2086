/** Random edits of a session, and the slow and obvious model of what they do to its passages. */
import fc from 'fast-check';
import { $getRoot, CUT_TAG, HISTORY_PUSH_TAG, PASTE_TAG } from 'lexical';
import type { TextSession } from './text-session';
import { act, bodyOf, paragraph, select } from './text-session.test-support';

export function paste(session: TextSession, offset: number, pasted: string): void {
  select(session, offset);
  act(session, (selection) => selection.insertRawText(pasted), PASTE_TAG);
}

/** Replaces every occurrence in every text, as one update. */
export function replaceAll(session: TextSession, word: string, by: string): void {
  session.editor.update(
    () => {
      for (const node of $getRoot().getAllTextNodes())
        if (node.getTextContent().includes(word)) node.setTextContent(node.getTextContent().replaceAll(word, by));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** One letter with a name of its own. */
interface Letter {
  readonly letter: string;
  readonly name: number;
}

/** The slow and obvious way: a passage is the letters it was made of, and what was typed between them. */
export class Letters {
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

export type Edit =
  | { readonly is: 'type'; readonly at: number; readonly size: number; readonly put: string }
  | { readonly is: 'delete' | 'enter' | 'bold' | 'move' | 'replace'; readonly at: number; readonly size: number };

export const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
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

export type Names = readonly ReadonlySet<number>[];

/** Does an edit in the editor and in the model; gives the letters each passage is made of then. */
export function apply(session: TextSession, model: Letters, edit: Edit, names: Names): Names {
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
export function tolerating<T>(work: () => T): T {
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

export const arbitraryBody = fc
  .array(fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '*', 'bridge '), { minLength: 1, maxLength: 14 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((paragraphs) => bodyOf(...paragraphs.map((parts) => paragraph(parts.join('')))));
export const arbitraryRanges = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 20 })), {
  minLength: 1,
  maxLength: 6,
});
