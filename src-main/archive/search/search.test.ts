import { emptyMetadata } from '@shared/model/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { annotateQuote, insert, testArchive } from '../test-archive';

const find = (archive: Archive, query: string, more: Partial<Parameters<Archive['search']>[0]> = {}) =>
  archive.search({ query, limit: 20, offset: 0, sort: 'relevance', ...more });
const titles = (archive: Archive, query: string): readonly string[] =>
  find(archive, query).hits.map(({ title }) => title);
const marked = ({ snippet, marks }: { snippet: string; marks: readonly { start: number; end: number }[] }) =>
  marks.map(({ start, end }) => snippet.slice(start, end));

const french =
  'Entre la Russie et la Corée du Nord, tous les feux sont au vert.\nEntre Moscou et Pyongyang, l’entente parfaite\nleur pacte d’alliance stratégique, une œuvre commune';
const russian = 'Ёлка стоит. Ключевой вопрос остаётся открытым.';
const korean = '북한은 러시아와 조약을 맺었다. 北京で会談した。';

function library(): Archive {
  const archive = testArchive();
  insert(archive, 'Français', french, {
    labels: ['politique/asie'],
    metadata: { ...emptyMetadata, language: 'fr', date: '2025-10-27', site: 'Le Monde', authors: ['Anne Dupont'] },
  });
  insert(archive, 'Русский', russian, { metadata: { ...emptyMetadata, language: 'ru', date: '2025-11-03' } });
  insert(archive, '한국어', korean, { metadata: { ...emptyMetadata, language: 'ko', date: '2024-01' } });
  return archive;
}

test('accents, case, elision, ligatures and typographic apostrophes do not matter', () => {
  const archive = library();
  for (const query of [
    'coree',
    'Corée',
    'CORÉE',
    'entente',
    "l'entente",
    'alliance',
    'd’alliance',
    'oeuvre',
    'œuvre',
    '"tous les feux sont au vert"',
    '« feux sont »',
    'strategique',
  ]) {
    expect(titles(archive, `${query} `), query).toEqual(['Français']);
  }
  expect(titles(archive, '"feux les sont" ')).toEqual([]);
});

test('Russian is found with е for ё, Korean, Chinese and Japanese inside runs', () => {
  const archive = library();
  for (const query of ['елка ', 'Ёлка ', 'ключ*', 'ключ', 'остается '])
    expect(titles(archive, query), query).toEqual(['Русский']);
  for (const query of ['북한', '북한 ', '북', '조약', '조약을', '"북한은 러시아"', '北京', '北', '会談', '京'])
    expect(titles(archive, query), query).toEqual(['한국어']);
  expect(titles(archive, '남한')).toEqual([]);
});

test('the hit is marked in the snippet as it stands in the text, and its place is given', () => {
  const archive = library();
  const [hit] = find(archive, 'coree').hits;
  expect(hit && marked(hit)).toEqual(['Corée']);
  expect(hit?.place && french.slice(hit.place.start, hit.place.end)).toBe('Corée');
  const [run] = find(archive, '북한').hits;
  expect(run && marked(run)).toEqual(['북한']);
  const [named] = find(archive, 'dupont').hits;
  expect(named).toMatchObject({ title: 'Français', marks: [], place: null });
});

test('the last word is a beginning while it is typed, and a whole word once a space follows', () => {
  const archive = library();
  expect(titles(archive, 'strat')).toEqual(['Français']);
  expect(titles(archive, 'strat ')).toEqual([]);
  expect(titles(archive, 'strat* russie')).toEqual(['Français']);
});

test('words are ANDed; OR, minus and brackets combine them', () => {
  const archive = library();
  expect(titles(archive, 'russie елка ')).toEqual([]);
  expect([...titles(archive, 'russie OR елка ')].sort()).toEqual(['Français', 'Русский']);
  expect(titles(archive, '(russie OR елка) -pyongyang ')).toEqual(['Русский']);
  expect([...titles(archive, '-pyongyang')].sort()).toEqual(['Русский', '한국어']);
  expect([...titles(archive, 'russie OR -russie ')].sort()).toHaveLength(3);
  expect(titles(archive, 'entente OR lang:ko')).toHaveLength(2);
});

test('fields narrow a search and find by themselves', () => {
  const archive = library();
  for (const query of [
    'title:français',
    'author:dupont',
    'site:monde',
    'site:"le monde"',
    'label:politique',
    'label:politique/asie',
    'lang:fr',
    'date:2025-10',
    'russie lang:fr',
    'date:2025..2025-10',
  ]) {
    expect(titles(archive, query), query).toEqual(['Français']);
  }
  expect(titles(archive, 'russie lang:ko ')).toEqual([]);
  expect(titles(archive, 'date:2025')).toHaveLength(2);
  expect(titles(archive, 'date:..2024')).toEqual(['한국어']);
  expect(titles(archive, 'in:note russie ')).toEqual([]);
  expect(titles(archive, '-lang:fr in:article')).toHaveLength(2);
});

test('fields ask who, where, what a document has, and when it came in', () => {
  let nowMs = new Date(2026, 0, 15).getTime();
  const archive = testArchive({ nowMs: () => nowMs });
  const uid = insert(archive, 'Marqué', french);
  nowMs = new Date(2026, 2, 1).getTime();
  insert(archive, 'Nu', 'rien ici');
  const claim = annotateQuote(archive, uid, 'Moscou', { fields: { speaker: 'Kim Jong-un' }, labels: ['x'] });
  const event = annotateQuote(archive, uid, 'Pyongyang', { kind: 'event', fields: { place: 'Séoul' } });
  archive.link({ from: claim.uid, to: { annotation: event.uid }, relation: 'supports' });
  const { uid: collection } = archive.createCollection({ name: 'Le Sommet', parent: null });
  archive.addToCollection({ collection, documents: [uid] });
  const uids = (query: string): readonly string[] => find(archive, query).hits.map((hit) => hit.uid);
  expect(uids('speaker:jong')).toEqual([claim.uid]);
  expect(uids('speaker:"kim jong"')).toEqual([claim.uid]);
  expect(uids('speaker:ong')).toEqual([]);
  expect(uids('place:seo moscou')).toEqual([]);
  expect(uids('place:seo')).toEqual([event.uid]);
  for (const query of [
    'has:claims',
    'has:events',
    'has:links',
    'collection:"le sommet"',
    'added:2026-01',
    'added:..2026-02',
  ])
    expect(uids(query), query).toEqual([uid]);
  for (const query of ['has:sources', 'has:orphans', 'has:notes', 'has:labels']) expect(uids(query), query).toEqual([]);
  expect([...uids('in:claim has:links')]).toEqual([claim.uid]);
  expect(titles(archive, '-has:claims')).toEqual(['Nu']);
  expect(titles(archive, 'added:2026-03-01..')).toContain('Nu');
});

test('words near each other are found within the distance, in any order', () => {
  const archive = library();
  expect(titles(archive, '"pyongyang russie"~14 ')).toEqual(['Français']);
  expect(titles(archive, '"pyongyang russie"~13 ')).toEqual([]);
  expect(titles(archive, '"vert feux"~3 ')).toEqual(['Français']);
  expect(titles(archive, '"vert"~3 ')).toEqual(['Français']);
});

test('hints come with the answer', () => {
  expect(find(library(), 'lable:asie').hints).toMatchObject([{ suggestion: 'label:' }]);
});

test('passages are hits beside documents, by quote, comment, label and field', () => {
  const archive = library();
  const uid = find(archive, 'pyongyang').hits[0]?.document;
  if (uid === undefined) throw new Error('no document');
  const claim = annotateQuote(archive, uid, 'tous les feux sont au vert', {
    comment: 'Vérifier avec Séoul',
    labels: ['douteux'],
    fields: { speaker: 'Poutine', verdict: 'disputed' },
  });
  annotateQuote(archive, uid, 'Moscou', { kind: 'event', fields: { date: '2023-05-01' } });
  expect(
    find(archive, 'feux ')
      .hits.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['article', 'claim']);
  for (const query of [
    'seoul',
    'poutine',
    'label:douteux',
    'verdict:disputed',
    'in:claim',
    'in:claim feux',
    'douteux',
    'in:claim lang:fr',
  ]) {
    expect(
      find(archive, query).hits.map((hit) => hit.uid),
      query,
    ).toEqual([claim.uid]);
  }
  expect(find(archive, 'in:event date:2023').hits.map(({ kind }) => kind)).toEqual(['event']);
  const [hit] = find(archive, 'in:claim feux').hits;
  expect(hit?.place && french.slice(hit.place.start, hit.place.end)).toBe('feux');
  expect(hit?.counts).toEqual({ claim: 1, event: 1 });
  expect(find(archive, 'feux', { scope: { in: 'kind', kind: 'claim' } }).total).toBe(2);
});

test('a label finds the passages of labelled documents and those labelled themselves, with words and without', () => {
  const archive = library();
  const [russian, labelled] = ['стоит ', 'pyongyang'].map((query) => find(archive, query).hits[0]?.document);
  if (russian === undefined || labelled === undefined) throw new Error('no documents');
  const inside = annotateQuote(archive, labelled, 'tous les feux');
  annotateQuote(archive, russian, 'Ключевой');
  const own = annotateQuote(archive, russian, 'стоит', { labels: ['politique/asie'] });
  const uids = (query: string) => new Set(find(archive, query).hits.map(({ uid }) => uid));
  const all = new Set([labelled, inside.uid, own.uid]);
  expect(uids('(feux OR стоит OR вопрос) label:politique ')).toEqual(all);
  expect(uids('label:politique')).toEqual(all);
  expect(uids('label:politique -label:autre')).toEqual(all);
  expect(uids('label:politique in:claim')).toEqual(new Set([inside.uid, own.uid]));
});

test('documents and passages are told apart by the query itself', () => {
  const archive = library();
  const document = find(archive, 'feux ').hits[0]?.document;
  if (document === undefined) throw new Error('no document');
  const claim = annotateQuote(archive, document, 'tous les feux');
  const uids = (query: string) => find(archive, query).hits.map(({ uid }) => uid);
  expect(uids('feux in:passage')).toEqual([claim.uid]);
  expect(uids('in:passage')).toEqual([claim.uid]);
  expect(uids('in:passage -feux')).toEqual([]);
  expect(uids('feux in:document')).toEqual([document]);
  expect(find(archive, 'in:document').total).toBe(3);
  expect(uids('in:document in:claim')).toEqual([]);
});

test('the bin, deleted passages and what they said are not found', () => {
  const archive = library();
  const uid = find(archive, 'pyongyang').hits[0]?.document;
  if (uid === undefined) throw new Error('no document');
  const note = annotateQuote(archive, uid, 'Moscou', { comment: 'zanzibar' });
  expect(find(archive, 'zanzibar').total).toBe(1);
  archive.deleteAnnotations({ uids: [note.uid] });
  expect(find(archive, 'zanzibar').total).toBe(0);
  archive.restoreAnnotations({ uids: [note.uid] });
  archive.binDocuments({ uids: [uid] });
  expect([find(archive, 'zanzibar').total, find(archive, 'pyongyang').total, find(archive, 'lang:fr').total]).toEqual([
    0, 0, 0,
  ]);
  archive.restoreDocuments({ uids: [uid] });
  expect([find(archive, 'zanzibar').total, find(archive, 'pyongyang').total]).toEqual([1, 1]);
});

test('a title weighs more than a text', () => {
  const archive = testArchive();
  insert(archive, 'Autre', 'le sommet a eu lieu, un sommet long');
  insert(archive, 'Le sommet', 'rien de plus à dire ici');
  for (let index = 0; index < 10; index++) insert(archive, `Divers ${index}`, 'des mots sans rapport');
  expect(titles(archive, 'sommet ')).toEqual(['Le sommet', 'Autre']);
});

test('by date the newest comes first, and pages follow each other without gaps', () => {
  const archive = testArchive();
  for (let index = 0; index < 30; index++)
    insert(archive, `T${index}`, 'mot', {
      metadata: { ...emptyMetadata, date: `2025-01-${String(index + 1).padStart(2, '0')}` },
    });
  expect(find(archive, 'mot', { sort: 'date', limit: 2 }).hits.map(({ title }) => title)).toEqual(['T29', 'T28']);
  const pages = [0, 10, 20].flatMap((offset) =>
    find(archive, 'mot', { sort: 'date', limit: 10, offset }).hits.map(({ title }) => title),
  );
  expect(new Set(pages).size).toBe(30);
});

test('a word in thousands of documents is counted exactly and paged without repetition', () => {
  const archive = testArchive();
  for (let index = 0; index < 2300; index++)
    insert(archive, index === 5 ? 'guerre ancienne' : `T${index}`, 'la guerre continue');
  const first = find(archive, 'guerre ', { limit: 500 });
  expect(first.total).toBe(2300);
  expect(first.hits[0]?.title).toBe('guerre ancienne');
  const all = [0, 500, 1000, 1500, 2000].flatMap((offset) =>
    find(archive, 'guerre ', { limit: 500, offset }).hits.map(({ uid }) => uid),
  );
  expect(all).toHaveLength(2300);
  expect(new Set(all).size).toBe(2300);
});

test('no query is an error, and what is found holds what was asked', () => {
  const archive = library();
  const junk = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          '(',
          ')',
          '"',
          '-',
          'OR',
          'in:',
          'title:',
          'date:2025..',
          '*',
          'russie',
          'NEAR',
          '«',
          '^',
          '{a}:',
          ' ',
          'AND',
          "'",
          '\0',
          '북',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(junk, (query) => {
      const { total, hits } = find(archive, query);
      expect(hits.length).toBe(Math.min(total, 20));
    }),
    { numRuns: 400 },
  );
});

test('nothing typed finds nothing', () => {
  expect(find(library(), '  ').total).toBe(0);
});

test('pickers find titles and passages by beginnings of words', () => {
  const archive = library();
  expect(archive.findTitles({ text: 'franc', limit: 5 }).map(({ title }) => title)).toEqual(['Français']);
  expect(archive.findTitles({ text: '', limit: 2 })).toHaveLength(2);
  const uid = archive.findTitles({ text: 'русс', limit: 5 })[0]?.uid;
  if (uid === undefined) throw new Error('no document');
  annotateQuote(archive, uid, 'Ключевой', { comment: 'важно' });
  expect(archive.findAnnotations({ text: 'важ', limit: 5 })[0]).toMatchObject({ documentTitle: 'Русский' });
  expect(archive.findAnnotations({ text: '', limit: 5 })).toHaveLength(1);
});
