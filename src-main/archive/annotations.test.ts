import { changeBetween, mapRange } from '@shared/anchors/map';
import { annotationUid, type DocumentUid } from '@shared/model/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, bodyOf, codeOf, insert, testArchive } from './test-archive';

const text = 'Selon Séoul, « quasiment 600 militaires nord-coréens » 😀 sont morts. Kim a parlé. Kim est parti.';
const one = (): { archive: Archive; uid: DocumentUid } => {
  const archive = testArchive();
  return { archive, uid: insert(archive, 'Titre', text) };
};
const save = (
  archive: Archive,
  uid: DocumentUid,
  paragraph: string,
  places: Parameters<Archive['saveBody']>[0]['places'] = [],
) =>
  archive.saveBody({
    uid,
    revision: archive.openDocument({ uid }).document.revision,
    body: bodyOf(...paragraph.split('\n')),
    places,
  });
test('an annotation is kept with its place, context and fields', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'quasiment 600 militaires nord-coréens', {
    comment: 'à vérifier',
    labels: ['b', 'a'],
    fields: { verdict: 'open' },
  });
  expect(made).toMatchObject({
    document: uid,
    kind: 'claim',
    orphaned: false,
    comment: 'à vérifier',
    labels: ['b', 'a'],
    fields: { verdict: 'open' },
  });
  expect(made.selector).toMatchObject({
    start: 15,
    exact: 'quasiment 600 militaires nord-coréens',
    prefix: 'Selon Séoul, « ',
  });
  expect(archive.openDocument({ uid }).annotations).toEqual([made]);
  expect(archive.getAnnotation({ uid: made.uid })).toEqual({
    annotation: made,
    documentTitle: 'Titre',
    site: '',
    date: '',
    language: '',
    binned: false,
  });
});

test('a passage that is not what the caller saw is refused', () => {
  const { archive, uid } = one();
  const attempt = (start: number, end: number, exact: string) =>
    codeOf(() => archive.annotate({ document: uid, start, end, exact, kind: 'claim' }));
  expect(attempt(0, 5, 'Selom')).toBe('annotation/bad-range');
  expect(attempt(5, 5, '')).toBe('annotation/bad-range');
  expect(attempt(text.length, text.length + 3, '')).toBe('annotation/bad-range');
  expect(attempt(0, 5, 'Selon')).toBe('none');
});

test('kind, comment, labels and fields change apart from each other', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'Séoul', { comment: 'c', labels: ['l'], fields: { speaker: 's' } });
  expect(archive.updateAnnotation({ uid: made.uid, kind: 'source' })).toMatchObject({
    kind: 'source',
    comment: 'c',
    labels: ['l'],
    fields: { speaker: 's' },
  });
  expect(archive.updateAnnotation({ uid: made.uid, comment: '', labels: [] })).toMatchObject({
    kind: 'source',
    comment: '',
    labels: [],
  });
});

test('passages move with given places, and find themselves when none is given', () => {
  const { archive, uid } = one();
  const told = annotateQuote(archive, uid, 'Séoul');
  const alone = annotateQuote(archive, uid, 'quasiment 600 militaires nord-coréens');
  const after = `Avant. ${text.replace('Séoul', 'Pyongyang')}`;
  const saved = save(archive, uid, after, [{ uid: told.uid, place: { start: 13, end: 22 } }]);
  expect(saved.annotations.map(({ selector, orphaned }) => [selector.exact, orphaned])).toEqual([
    ['Pyongyang', false],
    [alone.selector.exact, false],
  ]);
  expect(archive.search({ query: 'in:claim pyongyang', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(1);
  expect(archive.search({ query: 'in:claim seoul', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(0);
});

test('a passage deleted with its text is an orphan: kept, counted, and back when the text is', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'Séoul');
  const gone = save(archive, uid, 'Autre chose.', [{ uid: made.uid, place: null }]);
  expect(gone.annotations).toMatchObject([{ uid: made.uid, orphaned: true, selector: made.selector }]);
  expect(archive.libraryCounts({}).orphans).toBe(1);
  expect(archive.verify({}).ok).toBe(true);
  expect(save(archive, uid, text).annotations).toMatchObject([
    { orphaned: false, selector: { start: made.selector.start } },
  ]);
});

test('an ambiguous quote becomes an orphan and is attached again by hand', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'Kim');
  expect(save(archive, uid, 'Kim. Kim.').annotations).toMatchObject([{ orphaned: true }]);
  const placed = archive.placeAnnotation({ uid: made.uid, start: 5, end: 8, exact: 'Kim' });
  expect(placed).toMatchObject({ orphaned: false, selector: { start: 5, end: 8 } });
});

test('a place given by hand is taken back: the orphan is looked for as before, and found when its words return', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'quasiment 600 militaires nord-coréens');
  save(archive, uid, 'Rien.');
  archive.placeAnnotation({ uid: made.uid, start: 0, end: 4, exact: 'Rien' });
  expect(archive.libraryCounts({}).orphans).toBe(0);
  const taken = archive.unplaceAnnotation({ uid: made.uid, selector: made.selector });
  expect(taken).toMatchObject({ orphaned: true, selector: made.selector });
  expect(archive.libraryCounts({}).orphans).toBe(1);
  expect(archive.search({ query: 'militaires', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(1);
  expect(save(archive, uid, text).annotations).toMatchObject([{ orphaned: false, selector: made.selector }]);
});

test('a deleted annotation is followed through a change of its words, as one that is there would be', () => {
  const archive = testArchive();
  const before = [
    'La circulation a repris dans le nord de la ville, indique la préfecture. Aucun blessé n’est à déplorer.',
    'Les habitants réclament la publication intégrale du rapport avant la fin de la semaine prochaine.',
  ].join('\n');
  const uid = insert(archive, 'Titre', before);
  const quote = 'réclament la publication intégrale du rapport';
  const made = annotateQuote(archive, uid, quote);
  archive.deleteAnnotations({ uids: [made.uid] });
  save(archive, uid, before.replace('réclament', 'exigent'));
  archive.restoreAnnotations({ uids: [made.uid] });
  expect(archive.openDocument({ uid }).annotations).toMatchObject([
    { uid: made.uid, orphaned: false, selector: { exact: quote.replace('réclament', 'exigent') } },
  ]);
});

test('an orphan deleted comes back as an orphan, whatever resembles it by then', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'quasiment 600 militaires nord-coréens');
  save(archive, uid, 'Rien.');
  archive.deleteAnnotations({ uids: [made.uid] });
  save(archive, uid, text);
  archive.restoreAnnotations({ uids: [made.uid] });
  expect(archive.openDocument({ uid }).annotations).toMatchObject([{ uid: made.uid, orphaned: true }]);
});

test('a place outside the text saves nothing', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'Séoul');
  expect(codeOf(() => save(archive, uid, 'court', [{ uid: made.uid, place: { start: 2, end: 99 } }]))).toBe(
    'annotation/bad-range',
  );
  expect(archive.openDocument({ uid }).document).toMatchObject({ text, revision: 0 });
});

test('a deleted annotation comes back where its passage now stands', () => {
  const { archive, uid } = one();
  const made = annotateQuote(archive, uid, 'quasiment 600 militaires nord-coréens', { labels: ['l'] });
  archive.deleteAnnotations({ uids: [made.uid] });
  expect(archive.openDocument({ uid }).annotations).toEqual([]);
  expect(codeOf(() => archive.updateAnnotation({ uid: made.uid, comment: 'x' }))).toBe('annotation/not-found');
  save(archive, uid, `Avant. ${text}`);
  archive.restoreAnnotations({ uids: [made.uid] });
  expect(archive.openDocument({ uid }).annotations).toMatchObject([
    { uid: made.uid, labels: ['l'], orphaned: false, selector: { start: 22 } },
  ]);
  expect(archive.verify({}).ok).toBe(true);
});

test('annotations come in order of place, orphans last', () => {
  const { archive, uid } = one();
  const lost = annotateQuote(archive, uid, 'Selon');
  const later = annotateQuote(archive, uid, 'parlé');
  const earlier = annotateQuote(archive, uid, 'Séoul');
  const saved = save(archive, uid, `${text} Fin.`, [{ uid: lost.uid, place: null }]);
  expect(saved.annotations.map(({ uid: of }) => of)).toEqual([earlier.uid, later.uid, lost.uid]);
});

test('several passages are tagged alike in one act, each found by its words, or none of them', () => {
  const told: unknown[] = [];
  const archive = testArchive({ onChange: (documents) => told.push(documents) });
  const uid = insert(archive, 'Titre', text);
  const at = (exact: string, start = text.indexOf(exact)) => ({ start, end: start + exact.length, exact });
  const passages = [at('Kim'), at('Kim', text.lastIndexOf('Kim')), at('Séoul')];
  told.length = 0;
  const made = archive.annotateAll({
    document: uid,
    passages,
    kind: 'source',
    labels: [' qui ', 'qui'],
    fields: { name: 'K' },
  });
  expect(told).toEqual([[uid]]);
  expect(made.map(({ selector }) => [selector.start, selector.exact])).toEqual([
    [70, 'Kim'],
    [83, 'Kim'],
    [6, 'Séoul'],
  ]);
  for (const annotation of made) expect(archive.getAnnotation({ uid: annotation.uid }).annotation).toEqual(annotation);
  expect(archive.search({ query: 'label:qui in:source kim', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(2);
  expect(
    codeOf(() =>
      archive.annotateAll({
        document: uid,
        passages: [at('Selon'), { start: 0, end: 5, exact: 'autre' }],
        kind: 'claim',
      }),
    ),
  ).toBe('annotation/bad-range');
  expect(archive.openDocument({ uid }).annotations).toHaveLength(3);
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('several annotations change in one act, what is left out stays, and one that is gone undoes all', () => {
  const { archive, uid } = one();
  const a = annotateQuote(archive, uid, 'Séoul', { comment: 'c', fields: { speaker: 's' } });
  const b = annotateQuote(archive, uid, 'Kim a parlé', { labels: ['l'] });
  const changed = archive.updateAnnotations({
    changes: [
      { uid: a.uid, kind: 'source', labels: ['x'] },
      { uid: b.uid, comment: '**fort**' },
    ],
  });
  expect(changed).toMatchObject([
    { uid: a.uid, kind: 'source', comment: 'c', labels: ['x'], fields: { speaker: 's' } },
    { uid: b.uid, kind: 'claim', comment: '**fort**', labels: ['l'] },
  ]);
  archive.deleteAnnotations({ uids: [b.uid] });
  const attempt = () =>
    archive.updateAnnotations({
      changes: [
        { uid: a.uid, kind: 'event' },
        { uid: b.uid, kind: 'event' },
      ],
    });
  expect(codeOf(attempt)).toBe('annotation/not-found');
  expect(archive.getAnnotation({ uid: a.uid }).annotation.kind).toBe('source');
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('annotations are read in the order asked for, with nothing for those that are gone', () => {
  const { archive, uid } = one();
  const a = annotateQuote(archive, uid, 'Séoul');
  const b = annotateQuote(archive, uid, 'Kim');
  const gone = annotateQuote(archive, uid, 'parti');
  archive.deleteAnnotations({ uids: [gone.uid] });
  const never = annotationUid('00000000-0000-7000-8000-000000000000');
  expect(archive.getAnnotations({ uids: [b.uid, gone.uid, a.uid, never, b.uid] })).toMatchObject([
    { annotation: b, documentTitle: 'Titre' },
    null,
    { annotation: a, documentTitle: 'Titre' },
    null,
    { annotation: b, documentTitle: 'Titre' },
  ]);
});

test('after any edits every anchor stands on its words and the index says what the content says', () => {
  const words = fc.constantFrom('Corée', 'Séoul', '북한은', 'война', '😀', 'a', 'et');
  const texts = fc.array(
    fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' ')),
    { minLength: 2, maxLength: 6 },
  );
  const ranges = fc.array(fc.tuple(fc.nat(80), fc.nat(12)), { maxLength: 5 });
  fc.assert(
    fc.property(texts, ranges, (versions, wanted) => {
      const archive = testArchive();
      const [first = '', ...rest] = versions;
      const uid = insert(archive, 'Titre', first);
      for (const [at, length] of wanted) {
        const start = at % first.length;
        const exact = first.slice(start, start + length + 1);
        archive.annotate({ document: uid, start, end: start + exact.length, exact, kind: 'event' });
      }
      let before = first;
      for (const [index, next] of rest.entries()) {
        const change = changeBetween(before, next);
        const { annotations } = archive.openDocument({ uid });
        const places = annotations.flatMap(({ uid: of, orphaned, selector }) =>
          orphaned || change === null || index % 2 === 1
            ? []
            : [{ uid: of, place: mapRange(selector.start, selector.end, change) }],
        );
        save(archive, uid, next, places);
        before = next;
        for (const { orphaned, selector } of archive.openDocument({ uid }).annotations) {
          if (!orphaned) expect(next.slice(selector.start, selector.end)).toBe(selector.exact);
        }
      }
      expect(archive.verify({})).toMatchObject({ ok: true });
      archive.close();
    }),
    { numRuns: 25 },
  );
});

test('an act on annotations names them, unless more of a document changed', () => {
  const told: unknown[] = [];
  const archive = testArchive({ onChange: (documents, annotations) => told.push([documents, annotations]) });
  const uid = insert(archive, 'Titre', text);
  const other = insert(archive, 'Autre', text);
  const heard = (): unknown => told.splice(0).at(-1);
  heard();
  const made = annotateQuote(archive, uid, 'Séoul');
  const only = [[uid], { [uid]: [made.uid] }];
  expect(heard()).toEqual(only);
  archive.updateAnnotation({ uid: made.uid, kind: 'event' });
  expect(heard()).toEqual(only);
  archive.deleteAnnotations({ uids: [made.uid] });
  expect(heard()).toEqual(only);
  archive.restoreAnnotations({ uids: [made.uid] });
  expect(heard()).toEqual(only);
  const far = annotateQuote(archive, other, 'Kim');
  archive.link({ from: made.uid, to: { annotation: far.uid }, relation: 'supports' });
  expect(heard()).toEqual([[uid, other], {}]);
  archive.updateAnnotation({ uid: made.uid, comment: 'c' });
  expect(heard()).toEqual(only);
  archive.updateAnnotation({ uid: made.uid, kind: 'claim' });
  expect(heard()).toEqual([[other, uid], { [uid]: [made.uid] }]);
  archive.deleteAnnotations({ uids: [made.uid] });
  expect(heard()).toEqual([[uid, other], {}]);
});
