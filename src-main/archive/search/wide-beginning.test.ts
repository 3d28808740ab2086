import { emptyMetadata } from '@shared/model/document';
import { readQuery } from '@shared/query/parse-query';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../connect';
import { createStore, type Store } from '../store';
import { annotateQuote, insert, testArchive } from '../test-archive';
import { type Plan, planFor } from './plan';
import type { Target } from './query-condition';
import { byRelevance, countHits, newestHits } from './ranked';
import { searchCalls } from './search';

const documents = 1300;
const words = ['standards', 'standing', 'Stände', 'stanza'];

const wordOf = (index: number): string => (index % 10 === 3 ? 'stave' : (words[index % words.length] ?? ''));

/** Documents of which most have a word that begins with *stan*, a few with it in the title, some with others. */
function library() {
  const archive = testArchive();
  const uids = Array.from({ length: documents }, (_, index) => {
    const titled = index % 100 === 7;
    const begins = wordOf(index);
    const others = `${index % 40 === 0 ? 'comet' : 'planet'} ${index % 3 === 0 ? 'moons' : 'rings'} ${index}`;
    const title = titled ? `Of stanchions ${index}` : `Number ${index}`;
    return insert(archive, title, `A text of ${begins} and ${others}.`, {
      metadata: { ...emptyMetadata, language: index % 2 === 0 ? 'en' : 'de' },
    });
  });
  // Passages with such a word, and enough of them.
  for (const [index, uid] of uids.entries()) if (index < 1150) annotateQuote(archive, uid, `text of ${wordOf(index)}`);
  const { path } = archive.archiveInfo({});
  const db = connect(path, { create: false, journal: 'wal' });
  onTestFinished(() => void db.close());
  return { archive, uids, store: createStore(db, path, {}) };
}

const targets: readonly Target[] = ['documents', 'passages'];

function plansOf(store: Store, text: string, apart: boolean): readonly Plan[] {
  const { query } = readQuery(text, { typing: true });
  return targets.flatMap((target) => planFor(store, query, target, undefined, { apart }) ?? []);
}

const hitsOf = (store: Store, text: string, apart: boolean): readonly (readonly number[])[] =>
  plansOf(store, text, apart).map((plan) => newestHits(store, plan));

const queries = [
  'stan',
  'stand',
  'comet stan',
  'planet stan',
  'moon stan',
  'planet stand*',
  'stan lang:de',
  'planet stan lang:de',
  'stan -comet',
  'stan moons -comet',
  'stan* plan',
  'Stän',
  'stave stan',
  'text stan',
  'stan in:claim',
  'label:none stan',
  'title:stan',
  '=stan*',
];

test('a wide beginning apart from the other words finds what all of them together find', () => {
  const { store, archive, uids } = library();
  const agree = (): void => {
    for (const text of queries) {
      const together = hitsOf(store, text, false);
      expect(hitsOf(store, text, true), text).toEqual(together);
      for (const [index, plan] of plansOf(store, text, true).entries()) {
        const expected = together[index] ?? [];
        expect(countHits(store, plan), text).toBe(expected.length);
        const { total, hits } = byRelevance(store, plan, 5000);
        expect(total, text).toBe(expected.length);
        expect(
          hits.map(({ id }) => id).sort((a, b) => b - a),
          text,
        ).toEqual(expected);
        const first = byRelevance(store, plan, 20).hits.map(({ id }) => id);
        expect(first, text).toEqual(hits.slice(0, 20).map(({ id }) => id));
      }
    }
  };
  expect(plansOf(store, 'comet stan', true)[0]).toMatchObject({ wide: [{ word: 'stan' }] });
  expect(plansOf(store, 'comet stanz', true)[0]).toMatchObject({ wide: [] });
  expect(plansOf(store, 'text stan', true)[1]).toMatchObject({ target: 'passages', wide: [{ word: 'stan' }] });
  agree();
  // What is kept of a beginning is asked anew after a write.
  const gone = uids.filter((_, index) => index % 7 === 0);
  archive.binDocuments({ uids: gone });
  insert(archive, 'The latest', 'Understandably standing comet.', {});
  agree();
});

test('of a wide beginning alone the documents with it in the title come first, newest first, then the newest', () => {
  const { store } = library();
  const titlesOf = (query: string): readonly string[] =>
    searchCalls(store)
      .search({ query, only: 'documents', sort: 'relevance', offset: 0, limit: 12 })
      .hits.flatMap((hit) => (hit.kind === 'article' ? [hit.title] : []));
  expect(titlesOf('stan').slice(0, 3)).toEqual(['Of stanchions 1207', 'Of stanchions 1107', 'Of stanchions 1007']);
  expect(titlesOf('stan').slice(10)).toEqual(['Number 1299', 'Number 1298']);
  const { hits, total } = searchCalls(store).search({ query: 'stan', sort: 'relevance', offset: 0, limit: 30 });
  expect(total).toBe(2 * documents - 150 - 130 - 115);
  expect(hits.slice(0, 10).map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'article'));
  expect(new Set(hits.slice(10).map(({ kind }) => kind))).toEqual(new Set(['article', 'claim']));
  expect(titlesOf('comet stan')[0]).toMatch(/^Number \d+$/);
});
