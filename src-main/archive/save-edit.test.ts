import type { Block } from '@shared/model/block';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { editBody } from './edited-text';
import { annotateQuote, article, bodyOf, codeOf, insert, testArchive } from './test-archive';

type Places = Parameters<Archive['saveEdit']>[0]['places'];

const opened = (archive: Archive, uid: DocumentUid) => archive.openDocument({ uid });

/** Sends what an edit makes of the document as it is. */
function saveEdit(
  archive: Archive,
  uid: DocumentUid,
  edit: { readonly from: number; readonly removed: number; readonly blocks: readonly Block[] },
  places: Places = [],
): number | null {
  const { body, revision } = opened(archive, uid).document;
  const after = body.blocks.toSpliced(edit.from, edit.removed, ...edit.blocks);
  const length = textOf({ version: 1, blocks: after }).length;
  return archive.saveEdit({ uid, revision, ...edit, count: after.length, length, places }).revision;
}

const paragraphs = ['Le pont est fermé.', 'Selon Séoul, 600 militaires 😀 sont morts.', 'Il rouvre lundi.', 'Fin.'];

test('an edit of one block writes it, and the passages around it go along', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', paragraphs.join('\n'));
  const before = annotateQuote(archive, uid, 'pont');
  const inside = annotateQuote(archive, uid, '600 militaires');
  const after = annotateQuote(archive, uid, 'Il rouvre');
  const start = 'Le pont est fermé.\nSelon Séoul, près de '.length;
  const places = [{ uid: inside.uid, place: { start, end: start + inside.selector.exact.length } }];
  const { blocks } = bodyOf('Selon Séoul, près de 600 militaires 😀 sont morts.');
  expect(saveEdit(archive, uid, { from: 1, removed: 1, blocks }, places)).toBe(1);
  const { document, annotations, textHash } = opened(archive, uid);
  expect(document.text).toBe(paragraphs.with(1, 'Selon Séoul, près de 600 militaires 😀 sont morts.').join('\n'));
  expect(annotations.map((one) => one.uid)).toEqual([before.uid, inside.uid, after.uid]);
  for (const { selector, orphaned } of annotations) {
    expect(orphaned).toBe(false);
    expect(selector.textHash).toBe(textHash);
    expect(document.text.slice(selector.start, selector.end)).toBe(selector.exact);
  }
  expect(annotations[2]?.selector.prefix).toContain('sont morts.');
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('nothing is saved when the archive holds another body than the edit was made to', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', paragraphs.join('\n'));
  const { blocks } = bodyOf('Autre.');
  const length = paragraphs.with(1, 'Autre.').join('\n').length;
  const right = { uid, revision: 0, from: 1, removed: 1, blocks, count: 4, length, places: [] };
  for (const wrong of [{ count: 5 }, { length: length + 1 }, { from: 4 }, { removed: 9 }])
    expect(archive.saveEdit({ ...right, ...wrong }).revision, JSON.stringify(wrong)).toBeNull();
  expect(opened(archive, uid).document.text).toBe(paragraphs.join('\n'));
  expect(codeOf(() => archive.saveEdit({ ...right, revision: 3 }))).toBe('archive/stale');
  expect(archive.saveEdit(right).revision).toBe(1);
});

test('a place outside the text is refused, and nothing is saved', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', paragraphs.join('\n'));
  const passage = annotateQuote(archive, uid, 'pont');
  const places = [{ uid: passage.uid, place: { start: 0, end: 9999 } }];
  expect(codeOf(() => saveEdit(archive, uid, { from: 3, removed: 1, blocks: [] }, places))).toBe(
    'annotation/bad-range',
  );
  expect(opened(archive, uid).document.revision).toBe(0);
});

test('orphans stay orphans until they are told a place; deleted passages are left alone', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', paragraphs.join('\n'));
  const lost = annotateQuote(archive, uid, 'lundi');
  const deleted = annotateQuote(archive, uid, 'pont');
  archive.deleteAnnotations({ uids: [deleted.uid] });
  saveEdit(archive, uid, { from: 2, removed: 1, blocks: [] }, [{ uid: lost.uid, place: null }]);
  expect(opened(archive, uid).annotations).toMatchObject([{ uid: lost.uid, orphaned: true }]);
  saveEdit(archive, uid, { from: 0, removed: 0, blocks: bodyOf('Il rouvre lundi.').blocks });
  expect(opened(archive, uid).annotations).toMatchObject([{ uid: lost.uid, orphaned: true }]);
  saveEdit(archive, uid, { from: 0, removed: 0, blocks: bodyOf('Un.').blocks }, [
    { uid: lost.uid, place: { start: 14, end: 19 } },
  ]);
  archive.restoreAnnotations({ uids: [deleted.uid] });
  expect(opened(archive, uid).annotations.map(({ orphaned, selector }) => [orphaned, selector.exact])).toEqual([
    [false, 'lundi'],
    [false, 'pont'],
  ]);
});

const line = fc
  .array(fc.constantFrom('le pont', 'Séoul', '😀', 'été ', '한국', 'a', ' '), { maxLength: 12 })
  .map((parts) => parts.join(''));
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: line.map((text): Block => bodyOf(text).blocks[0] ?? { type: 'rule' }) },
  { weight: 1, arbitrary: fc.constant<Block>({ type: 'rule' }) },
  { weight: 1, arbitrary: fc.constant<Block>({ type: 'table', rows: [] }) },
  {
    weight: 1,
    arbitrary: fc.tuple(line, line).map(
      ([one, two]): Block => ({
        type: 'table',
        rows: [{ cells: [one, two].map((text) => ({ header: false, blocks: bodyOf(text).blocks })) }],
      }),
    ),
  },
);
const blocks = fc.array(block, { maxLength: 7 });

test('an edit says of every passage what the whole body with every place says', () => {
  const one = fc.record({
    before: blocks,
    passages: fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })), { maxLength: 8 }),
    edits: fc.array(fc.tuple(fc.nat(7), fc.nat(3), fc.array(block, { maxLength: 3 }), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(one, ({ before, passages, edits }) => {
      const archives = [testArchive(), testArchive()] as const;
      const [byWhole, byEdit] = archives.map((archive) => {
        const [made] = [archive.insertImported(article('Titre', '', { body: { version: 1, blocks: before } }), null)];
        if (made.did !== 'insert') throw new Error('not inserted');
        return { archive, uid: made.uid };
      });
      if (byWhole === undefined || byEdit === undefined) throw new Error('two archives');
      const twins = new Map<AnnotationUid, AnnotationUid>();
      for (const [at, length] of passages) {
        const { text } = opened(byWhole.archive, byWhole.uid).document;
        const start = Math.min(at, text.length);
        const exact = text.slice(start, start + length);
        if (exact === '' || !exact.isWellFormed()) continue;
        const passage = { start, end: start + exact.length, exact, kind: 'claim' } as const;
        const [a, b] = [byWhole, byEdit].map(({ archive, uid }) => archive.annotate({ document: uid, ...passage }));
        if (a !== undefined && b !== undefined) twins.set(a.uid, b.uid);
      }
      for (const [at, many, blocks, tell] of edits) {
        const { document, annotations } = opened(byWhole.archive, byWhole.uid);
        const from = Math.min(at, document.body.blocks.length);
        const removed = Math.min(many, document.body.blocks.length - from);
        const count = document.body.blocks.length - removed + blocks.length;
        const edited = editBody(document.body, { from, removed, blocks, count });
        if (edited === null) throw new Error('the edit fits');
        const isTouched = ({ start, end }: { start: number; end: number }) => end > edited.start && start < edited.end;
        const after = textOf(edited.body);
        const placed = annotations
          .filter(({ orphaned }) => !orphaned)
          .map(({ uid, selector }) => {
            const by = selector.end <= edited.start ? 0 : edited.by;
            const place = { start: selector.start + by, end: selector.end + by };
            const goesAlong = !isTouched(selector) && after.slice(place.start, place.end) === selector.exact;
            return { uid, goesAlong, place: goesAlong ? place : null };
          });
        const orphans = annotations.filter(({ orphaned }) => orphaned).map(({ uid }) => ({ uid, place: null }));
        byWhole.archive.saveBody({
          uid: byWhole.uid,
          revision: document.revision,
          body: edited.body,
          places: [
            ...placed.filter(({ goesAlong }) => goesAlong || tell).map(({ uid, place }) => ({ uid, place })),
            ...orphans,
          ],
        });
        const told = tell ? placed.filter(({ goesAlong }) => !goesAlong) : [];
        saveEdit(
          byEdit.archive,
          byEdit.uid,
          { from, removed, blocks },
          told.map(({ uid }) => ({ uid: twins.get(uid) ?? uid, place: null })),
        );
        const [whole, edit] = [byWhole, byEdit].map(({ archive, uid }) => opened(archive, uid));
        expect(edit?.document.body).toEqual(whole?.document.body);
        const placesIn = (view: typeof whole) =>
          view?.annotations.map(({ selector, orphaned }) => ({ selector, orphaned }));
        expect(placesIn(edit)).toEqual(placesIn(whole));
      }
      expect(byEdit.archive.verify({})).toMatchObject({ ok: true });
      for (const { archive } of [byWhole, byEdit]) archive.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
