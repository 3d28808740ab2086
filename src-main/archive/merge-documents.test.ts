import type { Body } from '@shared/model/block';
import type { DocumentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { annotateQuote, codeOf, insert, testArchive } from './test-archive';

const text =
  'Quasiment 600 militaires ont perdu la vie dans la région de Koursk. Moscou et Pyongyang ont signé un traité en juin 2024. Séoul n’a pas souhaité commenter.';
const other = `${text.replace('Quasiment 600', 'Quelque 600').replace(' Séoul n’a pas souhaité commenter.', '')} Notre correspondant ajoute un mot.`;

function twoPapers() {
  const archive = testArchive();
  const keep = insert(archive, 'Le Monde', other, { labels: ['guerre'] });
  const gone = insert(archive, 'Le Figaro', text, { labels: ['guerre', 'Corée'] });
  const found = annotateQuote(archive, gone, 'Moscou et Pyongyang ont signé un traité', { comment: 'à vérifier' });
  const lost = annotateQuote(archive, gone, 'Séoul n’a pas souhaité commenter');
  const elsewhere = annotateQuote(archive, insert(archive, 'Tiers', 'Une affirmation ailleurs.'), 'Une affirmation');
  archive.link({ from: elsewhere.uid, to: { document: gone }, relation: 'repeats' });
  const shelf = archive.createCollection({ name: 'Étagère', parent: null });
  archive.addToCollection({ collection: shelf.uid, documents: [gone] });
  return { archive, keep, gone, found, lost, elsewhere, shelf };
}

test('merging carries annotations, links, labels and collections, and bins the other', () => {
  const { archive, keep, gone, found, lost, elsewhere, shelf } = twoPapers();
  const outcome = archive.mergeDocuments({ keep, gone });
  expect([outcome.carried, outcome.orphaned]).toEqual([1, 1]);
  const view = archive.openDocument({ uid: keep });
  expect(view.annotations.map(({ uid, orphaned }) => [uid, orphaned])).toEqual([
    [found.uid, false],
    [lost.uid, true],
  ]);
  const [first] = view.annotations;
  expect(view.document.text.slice(first?.selector.start, first?.selector.end)).toBe(found.selector.exact);
  expect(first?.comment).toBe('à vérifier');
  expect(view.document.labels).toEqual(['guerre', 'Corée']);
  expect(view.collections).toEqual([shelf.uid]);
  expect(view.documentLinks.map(({ from }) => from)).toEqual([elsewhere.uid]);
  expect(archive.openDocument({ uid: gone }).document.deletedAtMs).not.toBeNull();
  expect(archive.search({ query: 'traité', limit: 5, offset: 0, sort: 'relevance', only: 'passages' }).total).toBe(1);
  expect(archive.verify({}).ok).toBe(true);
});

/** Notes that lead to the article that goes: by mention, by quotation, in a table, beside a mention of the kept one. */
function noted() {
  const papers = twoPapers();
  const { archive, keep, gone, found } = papers;
  const to = (document: DocumentUid) => ({ type: 'mention', text: 'Titre', target: { document } }) as const;
  const body: Body = {
    version: 1,
    blocks: [
      { type: 'paragraph', inlines: [to(keep), { type: 'text', text: ' et ' }, to(gone)] },
      { type: 'passage', annotation: found.uid, document: gone, text: 'Moscou et Pyongyang ont signé un traité' },
      { type: 'table', rows: [{ cells: [{ header: false, blocks: [{ type: 'paragraph', inlines: [to(gone)] }] }] }] },
    ],
  };
  const note = insert(archive, 'Note', '', { type: 'note', body });
  return { ...papers, note, body };
}

test('notes that lead to the merged one lead to the kept one, and back', () => {
  const { archive, keep, gone, note, body } = noted();
  const { merged } = archive.mergeDocuments({ keep, gone });
  expect(merged.notes).toEqual([{ uid: note, places: [1, 2, 3], of: 4 }]);
  const led = archive.openDocument({ uid: note }).document;
  expect(led.body).toEqual(JSON.parse(JSON.stringify(body).replaceAll(gone, keep)));
  expect(archive.openDocument({ uid: keep }).backlinks.map(({ title }) => title)).toEqual(['Note']);
  expect(archive.verify({}).ok).toBe(true);
  archive.unmergeDocuments(merged);
  expect(archive.openDocument({ uid: note }).document.body).toEqual(body);
  expect(archive.openDocument({ uid: gone }).backlinks.map(({ title }) => title)).toEqual(['Note']);
  expect(archive.verify({}).ok).toBe(true);
});

test('in a note written in since, what nobody can tell apart stays with the kept one', () => {
  const { archive, keep, gone, note } = noted();
  const { merged } = archive.mergeDocuments({ keep, gone });
  const { revision, body } = archive.openDocument({ uid: note }).document;
  archive.saveBody({ uid: note, revision, body: { ...body, blocks: body.blocks.slice(1) }, places: [] });
  archive.unmergeDocuments(merged);
  expect(JSON.stringify(archive.openDocument({ uid: note }).document.body)).not.toContain(gone);
});

test('a link that would begin in its own end stays where it led, and is counted', () => {
  const { archive, keep, gone } = twoPapers();
  const own = annotateQuote(archive, keep, 'Notre correspondant ajoute un mot');
  archive.link({ from: own.uid, to: { document: gone }, relation: 'supports' });
  expect(archive.mergeDocuments({ keep, gone }).linksLeft).toBe(1);
});

test('taking it back leaves everything as it was', () => {
  const { archive, keep, gone } = twoPapers();
  const before = [archive.openDocument({ uid: keep }), archive.openDocument({ uid: gone })];
  const { merged } = archive.mergeDocuments({ keep, gone });
  expect(archive.unmergeDocuments(merged)).toEqual({ gone });
  expect([archive.openDocument({ uid: keep }), archive.openDocument({ uid: gone })]).toEqual(before);
  expect(archive.verify({}).ok).toBe(true);
});

test('what was deleted after the merge stays deleted when it is taken back', () => {
  const { archive, keep, gone, found, lost } = twoPapers();
  const { merged } = archive.mergeDocuments({ keep, gone });
  archive.deleteAnnotations({ uids: [found.uid] });
  archive.unmergeDocuments(merged);
  expect(archive.openDocument({ uid: gone }).annotations.map(({ uid }) => uid)).toEqual([lost.uid]);
});

test('an article is not merged with itself, a note or one in the bin', () => {
  const { archive, keep, gone } = twoPapers();
  const note = archive.createNote({ title: 'Note' }).uid;
  expect(codeOf(() => archive.mergeDocuments({ keep, gone: keep }))).toBe('request/invalid');
  expect(codeOf(() => archive.mergeDocuments({ keep, gone: note }))).toBe('request/invalid');
  archive.binDocuments({ uids: [gone] });
  expect(codeOf(() => archive.mergeDocuments({ keep, gone }))).toBe('request/invalid');
});
