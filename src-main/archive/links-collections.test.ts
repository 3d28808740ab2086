import type { DocumentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { annotateQuote, codeOf, insert, testArchive } from './test-archive';

function linked() {
  const told: (readonly DocumentUid[] | 'many')[] = [];
  const archive = testArchive({ onChange: (documents) => told.push(documents) });
  const a = insert(archive, 'A', 'une affirmation');
  const b = insert(archive, 'B', 'une source');
  const claim = annotateQuote(archive, a, 'affirmation');
  const source = annotateQuote(archive, b, 'source', { kind: 'source' });
  return { archive, told, a, b, claim, source };
}

test('a link is seen from both its ends', () => {
  const { archive, told, a, b, claim, source } = linked();
  const link = archive.link({ from: claim.uid, to: { annotation: source.uid }, relation: 'attributed-to' });
  expect(new Set(told.at(-1))).toEqual(new Set([a, b]));
  expect(archive.openDocument({ uid: a }).links).toEqual({
    [claim.uid]: [
      {
        ...link,
        direction: 'out',
        otherEnd: { document: b, annotation: source.uid, kind: 'source', title: 'B', quote: 'source' },
      },
    ],
  });
  expect(archive.openDocument({ uid: b }).links[source.uid]).toMatchObject([
    { uid: link.uid, direction: 'in', otherEnd: { document: a, annotation: claim.uid, quote: 'affirmation' } },
  ]);
  archive.unlink({ uid: link.uid });
  expect(archive.openDocument({ uid: a }).links).toEqual({});
  expect(codeOf(() => archive.unlink({ uid: link.uid }))).toBe('link/not-found');
});

test('a link may lead to a document, never to itself, and only once in the same way', () => {
  const { archive, b, claim, source } = linked();
  const to = { document: b };
  archive.link({ from: claim.uid, to, relation: 'related' });
  expect(codeOf(() => archive.link({ from: claim.uid, to, relation: 'related' }))).toBe('link/exists');
  expect(codeOf(() => archive.link({ from: claim.uid, to, relation: 'supports' }))).toBe('none');
  expect(codeOf(() => archive.link({ from: claim.uid, to: { annotation: claim.uid }, relation: 'related' }))).toBe(
    'link/to-itself',
  );
  expect(codeOf(() => archive.link({ from: claim.uid, to: { annotation: source.uid }, relation: 'related' }))).toBe(
    'none',
  );
});

test('a passage is not linked to the document it stands in', () => {
  const { archive, a, claim } = linked();
  expect(codeOf(() => archive.link({ from: claim.uid, to: { document: a }, relation: 'supports' }))).toBe(
    'link/to-itself',
  );
  expect(archive.stats({}).links).toBe(0);
});

test('what reads the same both ways is linked once, from whichever end', () => {
  const { archive, claim, source } = linked();
  archive.link({ from: claim.uid, to: { annotation: source.uid }, relation: 'related' });
  const back = (relation: 'related' | 'supports') =>
    codeOf(() => archive.link({ from: source.uid, to: { annotation: claim.uid }, relation }));
  expect([back('related'), back('supports')]).toEqual(['link/exists', 'none']);
});

test('an unlinking taken back gives the same link again, once', () => {
  const { archive, claim, source } = linked();
  const made = { from: claim.uid, to: { annotation: source.uid }, relation: 'supports' } as const;
  const { uid } = archive.link(made);
  archive.unlink({ uid });
  expect(archive.link({ ...made, uid })).toMatchObject({ ...made, uid });
  expect(codeOf(() => archive.link({ ...made, uid }))).toBe('link/exists');
  expect(codeOf(() => archive.link({ ...made, relation: 'repeats', uid }))).toBe('link/exists');
});

test('links to a document as a whole are listed with it, with the passage they come from', () => {
  const { archive, told, a, b, claim } = linked();
  const link = archive.link({ from: claim.uid, to: { document: b }, relation: 'attributed-to' });
  const otherEnd = { document: a, annotation: claim.uid, kind: 'claim', title: 'A', quote: 'affirmation' };
  expect(archive.openDocument({ uid: b }).documentLinks).toEqual([{ ...link, direction: 'in', otherEnd }]);
  expect(archive.openDocument({ uid: b }).links).toEqual({});
  expect(archive.openDocument({ uid: a }).documentLinks).toEqual([]);
  expect(archive.openDocument({ uid: a }).links[claim.uid]).toEqual([
    { ...link, direction: 'out', otherEnd: { document: b, annotation: null, kind: null, title: 'B', quote: '' } },
  ]);
  archive.updateAnnotation({ uid: claim.uid, kind: 'event' });
  expect(new Set(told.at(-1))).toEqual(new Set([a, b]));
  expect(archive.openDocument({ uid: b }).documentLinks).toMatchObject([{ otherEnd: { kind: 'event' } }]);
});

test('links whose end is in the bin are hidden there and here, and come back with it', () => {
  const { archive, told, a, b, claim, source } = linked();
  archive.link({ from: claim.uid, to: { annotation: source.uid }, relation: 'supports' });
  archive.link({ from: claim.uid, to: { document: b }, relation: 'related' });
  archive.binDocuments({ uids: [b] });
  expect(new Set(told.at(-1))).toEqual(new Set([a, b]));
  expect(archive.openDocument({ uid: a }).links).toEqual({});
  archive.restoreDocuments({ uids: [b] });
  expect(archive.openDocument({ uid: a }).links[claim.uid]).toHaveLength(2);
  archive.binDocuments({ uids: [a] });
  expect(archive.openDocument({ uid: b })).toMatchObject({ links: {}, documentLinks: [] });
  archive.restoreDocuments({ uids: [a] });
  expect(archive.openDocument({ uid: b }).documentLinks).toHaveLength(1);
});

test('links within a document are seen from both passages', () => {
  const { archive, a, claim } = linked();
  const other = annotateQuote(archive, a, 'une');
  archive.link({ from: claim.uid, to: { annotation: other.uid }, relation: 'contradicts' });
  const { links } = archive.openDocument({ uid: a });
  expect([links[claim.uid]?.[0]?.direction, links[other.uid]?.[0]?.direction]).toEqual(['out', 'in']);
});

test('links of a deleted annotation are hidden and come back with it', () => {
  const { archive, a, claim, source } = linked();
  archive.link({ from: claim.uid, to: { annotation: source.uid }, relation: 'supports' });
  archive.deleteAnnotations({ uids: [source.uid] });
  expect(archive.openDocument({ uid: a }).links).toEqual({});
  archive.restoreAnnotations({ uids: [source.uid] });
  expect(archive.openDocument({ uid: a }).links[claim.uid]).toHaveLength(1);
});

test('collections nest, count their documents and never contain themselves', () => {
  const { archive, a, b } = linked();
  const outer = archive.createCollection({ name: ' Asie ', parent: null });
  const inner = archive.createCollection({ name: 'Corée', parent: outer.uid });
  archive.addToCollection({ collection: inner.uid, documents: [a, b] });
  archive.addToCollection({ collection: inner.uid, documents: [a] });
  archive.binDocuments({ uids: [b] });
  expect(archive.libraryCounts({}).collections).toEqual([
    { uid: outer.uid, parent: null, name: 'Asie', documents: 0 },
    { uid: inner.uid, parent: outer.uid, name: 'Corée', documents: 1 },
  ]);
  expect(codeOf(() => archive.moveCollection({ uid: outer.uid, parent: inner.uid }))).toBe('collection/cycle');
  expect(codeOf(() => archive.moveCollection({ uid: outer.uid, parent: outer.uid }))).toBe('collection/cycle');
  expect(archive.openDocument({ uid: a }).collections).toEqual([inner.uid]);
  archive.removeFromCollection({ collection: inner.uid, documents: [a] });
  expect(archive.openDocument({ uid: a }).collections).toEqual([]);
});

test('deleting a collection keeps its documents and lifts what is inside it', () => {
  const { archive, a } = linked();
  const top = archive.createCollection({ name: 'Haut', parent: null });
  const middle = archive.createCollection({ name: 'Milieu', parent: top.uid });
  const inner = archive.createCollection({ name: 'Bas', parent: middle.uid });
  archive.addToCollection({ collection: middle.uid, documents: [a] });
  archive.deleteCollection({ uid: middle.uid });
  expect(archive.libraryCounts({}).collections).toMatchObject([{ uid: top.uid }, { uid: inner.uid, parent: top.uid }]);
  expect(archive.openDocument({ uid: a }).collections).toEqual([]);
  expect(codeOf(() => archive.renameCollection({ uid: middle.uid, name: 'x' }))).toBe('collection/not-found');
  archive.moveCollection({ uid: inner.uid, parent: null });
  archive.renameCollection({ uid: inner.uid, name: 'Seul' });
  expect(archive.libraryCounts({}).collections[1]).toMatchObject({ parent: null, name: 'Seul' });
});

test('labels in use are offered by how they begin, whatever their case and accents', () => {
  const { archive, a, claim } = linked();
  archive.setDocumentLabels({ uid: a, labels: ['Économie', 'économie/dette', 'Asie'] });
  archive.updateAnnotation({ uid: claim.uid, labels: ['ecoute'] });
  expect(archive.listLabels({ startsWith: 'eco', limit: 10 })).toEqual(['Économie', 'économie/dette', 'ecoute']);
  archive.setDocumentLabels({ uid: a, labels: [] });
  expect(archive.listLabels({ startsWith: '', limit: 10 })).toEqual(['ecoute']);
});
