import type { LoosePassage } from '@shared/model/document';
import { annotationUid, documentUid } from '@shared/model/ids';
import { describe, expect, it, test } from 'vitest';
import { findQuote } from './find-quote';
import { annotateQuote, article, insert, testArchive } from './test-archive';

const uidOf = (number: number): string => `0192aaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
const passage = (number: number, exact: string, more: Partial<LoosePassage> = {}): LoosePassage => ({
  uid: annotationUid(uidOf(number)),
  kind: 'claim',
  comment: '',
  exact,
  prefix: '',
  suffix: '',
  ...more,
});
const at = (url: string, title = '') => ({ metadata: { ...article('', '').metadata, url }, title });
const text = 'Le pont rouvre 😀. La ville paie.\nLe pont ferme, dit la ville.';
const url = 'https://example.org/pont';

describe('passages that come without their document', () => {
  it('are attached to the article of their address, by quote, context or position, and found by search', () => {
    const archive = testArchive();
    const uid = insert(archive, 'Pont', text, at(url, 'Pont'));
    const passages = [
      passage(1, 'La ville paie', { comment: 'Combien ?', labels: ['coût'] }),
      passage(2, 'Le pont', { prefix: 'La ville paie. ', suffix: ' ferme, dit' }),
      passage(3, 'ville', { position: { start: 21, end: 26 } }),
    ];
    const source = { uid: null, url: `${url}?utm_source=x#a`, title: '', passages };
    expect(archive.attachAnnotations([source])).toEqual([
      { uid, title: 'Pont', attached: 3, orphaned: 0, alreadyHere: 0 },
    ]);
    const { annotations } = archive.openDocument({ uid });
    expect(annotations.map(({ selector: { start, exact } }) => [start, exact])).toEqual([
      [19, 'La ville paie'],
      [22, 'ville'],
      [text.lastIndexOf('Le pont'), 'Le pont'],
    ]);
    expect(archive.search({ query: 'combien', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(1);
    expect(archive.verify({}).ok).toBe(true);
  });

  it('become orphans where their words stand nowhere, or in two places equally well', () => {
    const archive = testArchive();
    const uid = insert(archive, 'Pont', text, at(url, 'Pont'));
    const passages = [passage(1, 'nulle part ici'), passage(2, 'ville')];
    const outcome = archive.attachAnnotations([{ uid: null, url, title: '', passages }]);
    expect(outcome).toMatchObject([{ attached: 0, orphaned: 2 }]);
    expect(archive.openDocument({ uid }).annotations.map(({ orphaned }) => orphaned)).toEqual([true, true]);
    expect(archive.verify({}).ok).toBe(true);
  });

  it('come once, even when one of them was deleted since', () => {
    const archive = testArchive();
    const uid = insert(archive, 'Pont', text, at(url, 'Pont'));
    const source = { uid: null, url, title: '', passages: [passage(1, 'rouvre'), passage(2, 'ferme')] };
    archive.attachAnnotations([source]);
    archive.deleteAnnotations({ uids: [annotationUid(uidOf(2))] });
    expect(archive.attachAnnotations([source])).toMatchObject([{ attached: 0, orphaned: 0, alreadyHere: 2 }]);
    expect(archive.openDocument({ uid }).annotations).toHaveLength(1);
  });

  it('are told to have no article when none of the address, nor just one of the title, is here', () => {
    const archive = testArchive();
    const named = insert(archive, 'Le pont', text);
    insert(archive, 'Doublon', 'un');
    insert(archive, 'Doublon', 'deux');
    const passages = [passage(1, 'rouvre')];
    const outcomes = archive.attachAnnotations([
      { uid: null, url: 'https://example.org/autre', title: 'Le pont', passages },
      { uid: null, url: '', title: 'Doublon', passages },
      { uid: documentUid(uidOf(9)), url: '', title: '', passages },
      { uid: null, url: '', title: 'le  PONT', passages },
    ]);
    expect(outcomes).toMatchObject([null, null, null, { uid: named, attached: 1 }]);
  });

  it('go to the one of two articles of an address that has more of the words', () => {
    const archive = testArchive();
    insert(archive, 'Court', 'Tout autre chose se dit ici.', at(url, 'Court'));
    const long = insert(archive, 'Long', text, at(url, 'Long'));
    const source = { uid: null, url, title: '', passages: [passage(1, 'rouvre')] };
    expect(archive.attachAnnotations([source])).toMatchObject([{ uid: long, attached: 1 }]);
  });
});

describe('findQuote', () => {
  const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });
  it('takes other white space for the same, and signs of patterns for signs', () => {
    expect(findQuote('un  (deux)\n\ntrois', quote('(deux) trois'))).toEqual({ start: 4, end: 17 });
  });
  it('leaves a short word whose neighbours are others', () => {
    expect(findQuote('En 2024 rien.', quote('2024', 'les élections de ', ' ont eu lieu'))).toBeNull();
  });
});

describe('a document with an id', () => {
  const uid = documentUid(uidOf(50));
  const marked = { uid: annotationUid(uidOf(51)), start: 3, end: 7, kind: 'source', comment: 'Qui ?' } as const;
  const coming = (words: string) => article('Pont', words, { uid, annotations: [marked], labels: ['b'] });

  test('keeps it, and its passages keep theirs', () => {
    const archive = testArchive();
    expect(archive.insertImported(coming(text), null)).toEqual({ did: 'insert', uid });
    expect(archive.openDocument({ uid }).annotations.map((each) => each.uid)).toEqual([marked.uid]);
  });

  test('that is here already stays as it is and gets the passages it had not, on their words', () => {
    const archive = testArchive();
    archive.insertImported(article('Pont', `Voici. ${text}`, { uid }), null);
    expect(archive.insertImported(coming(text), null)).toMatchObject({ did: 'join', attached: 1, orphaned: 0 });
    expect(archive.insertImported(coming(text), null)).toMatchObject({ did: 'join', attached: 0, alreadyHere: 1 });
    const { document, annotations } = archive.openDocument({ uid });
    expect(document.text).toBe(`Voici. ${text}`);
    expect(document.labels).toEqual(['b']);
    expect(annotations.map(({ selector }) => selector.exact)).toEqual(['pont']);
    expect(archive.verify({}).ok).toBe(true);
  });
});

describe('a reference without words', () => {
  const reference = (more: Partial<ReturnType<typeof article>['metadata']> = {}) =>
    article('Le pont de Vélin', '', { metadata: { ...article('', '').metadata, url, authors: ['Anne M.'], ...more } });

  test('is filled when the page of its address arrives, keeping what only it says', () => {
    const archive = testArchive();
    const { uid } = archive.insertImported(reference(), null);
    const outcome = archive.insertImported(article('Le pont de Vélin', text, at(url, 'Le pont de Vélin')), null);
    expect(outcome).toMatchObject({ did: 'update', uid });
    const { document } = archive.openDocument({ uid });
    expect([document.text, document.metadata.authors]).toEqual([text, ['Anne M.']]);
    expect(archive.search({ query: 'rouvre', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(1);
  });

  test('to an article that is here only says what that did not', () => {
    const archive = testArchive();
    const uid = insert(archive, 'Pont', text, at(url, 'Pont'));
    annotateQuote(archive, uid, 'rouvre');
    expect(archive.insertImported(reference({ date: '2025-10' }), null)).toMatchObject({ did: 'join', uid });
    const { document, annotations } = archive.openDocument({ uid });
    expect([document.title, document.text, document.metadata.date]).toEqual(['Pont', text, '2025-10']);
    expect(annotations).toHaveLength(1);
  });

  test('without an address comes once', () => {
    const archive = testArchive();
    archive.insertAllImported([
      { document: reference({ url: '', date: '2024-12~' }), original: null },
      { document: reference({ url: '', date: '2024-12~' }), original: null },
      { document: reference({ url: '', date: '2025' }), original: null },
    ]);
    expect(archive.facts().articles).toBe(2);
    expect(archive.verify({}).ok).toBe(true);
  });
});

test('the same words without their form leave the form of what is here', () => {
  const archive = testArchive();
  const blocks = [
    { type: 'heading', level: 2, inlines: [{ type: 'text', text: 'Le pont de Vélin rouvre.' }] },
  ] as const;
  const { uid } = archive.insertImported(
    article('Pont', '', { ...at(url, 'Pont'), body: { version: 1, blocks } }),
    null,
  );
  archive.insertImported(article('Pont', 'Le pont de Vélin rouvre.', at(url, 'Pont')), null);
  expect(archive.openDocument({ uid }).document.body.blocks).toEqual(blocks);
});
