import type { Annotation } from '@shared/model/annotation';
import type { Body } from '@shared/model/block';
import type { AnnotationUid } from '@shared/model/ids';
import { textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from './place-list';
import { apply, arbitraryBody, arbitraryEdit, arbitraryRanges, Letters, tolerating } from './random-edits.test-support';
import type { SessionSave } from './session-saves';
import type { TextSession } from './text-session';
import { act, annotationAt, bodyOf, paragraph, select, sessionWith, uidOf } from './text-session.test-support';

/** What the archive makes of the saves it is sent, the slow and obvious way. */
class Archived {
  body: Body;
  places: ReadonlyMap<AnnotationUid, Place>;

  constructor(session: TextSession) {
    const { body, places } = session.snapshot();
    this.body = body;
    this.places = new Map(places.map(({ uid, place }) => [uid, place]));
  }

  take({ sends }: SessionSave): void {
    if ('whole' in sends) {
      this.body = sends.whole.body;
      this.places = new Map(sends.whole.places.map(({ uid, place }) => [uid, place]));
      return;
    }
    const { from, removed, count, blocks, length, places } = sends.edit;
    const before = textOf(this.body);
    const behind = this.body.blocks.slice(from + removed);
    this.body = bodyOf(...this.body.blocks.toSpliced(from, removed, ...blocks));
    const after = textOf(this.body);
    expect([this.body.blocks.length, after.length]).toEqual([count, length]);
    const end = before.length - textOf(bodyOf(...behind)).length;
    const along = (place: Place): Place =>
      place && place.start >= end
        ? { start: place.start + after.length - before.length, end: place.end + after.length - before.length }
        : place;
    const told = new Map(places.map(({ uid, place }) => [uid, place]));
    const known = [...this.places].map(
      ([uid, place]) => [uid, told.has(uid) ? (told.get(uid) ?? null) : along(place)] as const,
    );
    this.places = new Map([...known, ...told]);
  }

  annotations(): readonly Annotation[] {
    const text = textOf(this.body);
    return [...this.places].map(([uid, place]) =>
      place === null
        ? { ...annotationAt('x', 0, 1, uid), orphaned: true }
        : annotationAt(text, place.start, place.end, uid),
    );
  }
}

const sorted = (places: Iterable<readonly [AnnotationUid, Place]>) => [...places].sort(([a], [b]) => (a < b ? -1 : 1));

function expectSame(archived: Archived, session: TextSession): void {
  const { body, places } = session.snapshot();
  expect(archived.body).toEqual(body);
  expect(sorted(archived.places)).toEqual(sorted(places.map(({ uid, place }) => [uid, place] as const)));
}

function save(session: TextSession, archived: Archived): SessionSave {
  const begun = session.saves.begin();
  archived.take(begun);
  session.saves.arrived(begun);
  return begun;
}

/** Longer than what counts as near an edit. */
const far = 'Nothing happens here, and it takes long words to say so, as one may see.';

const three = () => {
  const session = sessionWith(
    bodyOf(paragraph('One opens here.'), paragraph('Two is in the middle of it all.'), paragraph('Three ends it.')),
    [
      [0, 3],
      [16, 19],
      [48, 53],
    ],
  );
  session.saves.knowArchived();
  return { session, archived: new Archived(session) };
};

test('a key sends its paragraph alone, and nothing of passages far from it', () => {
  const body = bodyOf(paragraph(far), paragraph('Here one types.'), paragraph(far));
  const session = sessionWith(body, [
    [0, 7],
    [far.length + 1, far.length + 5],
    [far.length * 2 - 10, far.length * 2],
  ]);
  session.saves.knowArchived();
  const archived = new Archived(session);
  select(session, far.length + 6);
  act(session, (selection) => selection.insertText('x'));
  const { sends } = save(session, archived);
  expect(sends).toMatchObject({ edit: { from: 1, removed: 1, count: 3, blocks: [{ type: 'paragraph' }] } });
  expect('edit' in sends && sends.edit.places.map(({ uid }) => uid)).not.toContain(uidOf(0));
  expectSame(archived, session);
});

test('the whole is sent when nothing is known of what the archive has, or when it asks for it', () => {
  const { session, archived } = three();
  select(session, 0);
  act(session, (selection) => selection.insertText('x'));
  expect('whole' in session.saves.begin(true).sends).toBe(true);
  session.load(archived.body);
  expect('whole' in session.saves.begin().sends).toBe(true);
});

test('a passage that came back is sent until that arrives, though nothing near it changed', () => {
  const body = bodyOf(paragraph('One opens here.'), paragraph(far), paragraph(far));
  const session = sessionWith(body, [[0, 3]]);
  session.saves.knowArchived();
  const archived = new Archived(session);
  session.syncAnnotations([], false);
  session.saves.knowArchived();
  archived.places = new Map([[uidOf(0), null]]);
  expect(session.syncAnnotations(archived.annotations(), false)).toBe(true);
  session.saves.knowArchived();
  select(session, session.map().length);
  act(session, (selection) => selection.insertText('x'));
  session.saves.failed(session.saves.begin());
  save(session, archived);
  expectSame(archived, session);
  expect(archived.places.get(uidOf(0))).toEqual({ start: 0, end: 3 });
});

test('an undo sends no more than what it brought back', async () => {
  const { session, archived } = three();
  select(session, 3);
  act(session, (selection) => selection.insertText('x'));
  save(session, archived);
  session.history.undo();
  await Promise.resolve();
  const { sends } = save(session, archived);
  expect(sends).toMatchObject({ edit: { from: 0, removed: 1, blocks: [archived.body.blocks[0]] } });
  expectSame(archived, session);
});

test('whatever is done, saves bring the archive to what is shown', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: arbitraryEdit.map((edit) => ({ do: 'edit' as const, edit })) },
    { weight: 4, arbitrary: fc.constant({ do: 'save' as const }) },
    { weight: 2, arbitrary: fc.constantFrom({ do: 'undo' as const }, { do: 'redo' as const }) },
    { weight: 1, arbitrary: fc.constantFrom({ do: 'fail' as const }, { do: 'read' as const }) },
    { weight: 1, arbitrary: fc.nat(6).map((at) => ({ do: 'delete' as const, at })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(1000), fc.integer({ min: 1, max: 9 }))
        .map(([at, size]) => ({ do: 'annotate' as const, at, size })),
    },
  );
  await fc.assert(
    fc.asyncProperty(
      arbitraryBody.map(({ blocks }) => bodyOf(...blocks.flatMap((block) => [block, paragraph(far)]))),
      arbitraryRanges,
      fc.array(step, { minLength: 1, maxLength: 14 }),
      async (body, ranges, steps) => {
        const { length } = textOf(body);
        const inside = ranges.flatMap(([at, size]): readonly (readonly [number, number])[] => {
          const start = at % (length + 1);
          return start < Math.min(length, start + size) ? [[start, Math.min(length, start + size)]] : [];
        });
        const session = sessionWith(body, inside);
        session.saves.knowArchived();
        const archived = new Archived(session);
        const deleted = new Map<AnnotationUid, Place>();
        let isSaved = true;
        let next = 100;
        const read = (): void => {
          session.syncAnnotations(archived.annotations(), !isSaved);
          if (isSaved) session.saves.knowArchived();
        };
        for (const one of steps) {
          if (one.do === 'edit') tolerating(() => apply(session, new Letters(session.map().text), one.edit, []));
          if (one.do === 'undo') session.history.undo();
          if (one.do === 'redo') session.history.redo();
          await Promise.resolve();
          if (one.do === 'save') save(session, archived);
          if (one.do === 'fail') session.saves.failed(session.saves.begin());
          if (one.do === 'edit' || one.do === 'undo' || one.do === 'redo') isSaved = false;
          if (one.do === 'save') isSaved = true;
          if (one.do === 'annotate') {
            const text = textOf(archived.body);
            const start = one.at % (text.length + 1);
            const end = Math.min(text.length, start + one.size);
            if (start < end) archived.places = new Map([...archived.places, [uidOf(next++), { start, end }]]);
            read();
          }
          if (one.do === 'delete') {
            const [uid, place] = [...archived.places][one.at] ?? [];
            if (uid !== undefined) deleted.set(uid, place ?? null);
            archived.places = new Map([...archived.places].filter(([other]) => other !== uid));
            read();
          }
          if (one.do === 'read') {
            archived.places = new Map([...archived.places, ...[...deleted.keys()].map((uid) => [uid, null] as const)]);
            deleted.clear();
            read();
          }
        }
        save(session, archived);
        expectSame(archived, session);
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);
