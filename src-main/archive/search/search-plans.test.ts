import { emptyMetadata } from '@shared/model/document';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../connect';
import { listDocuments } from '../library';
import { createStore, type Store } from '../store';
import { annotateQuote, insert, testArchive } from '../test-archive';
import { searchCalls } from './search';

/** A store that writes down each SQL it is asked to prepare, and the plan SQLite has for it. */
function watched(): { readonly store: Store; readonly plansOf: (run: () => unknown) => readonly string[] } {
  const archive = testArchive();
  const uid = insert(archive, 'Sommet', 'la Corée du Nord', {
    labels: ['asie'],
    metadata: { ...emptyMetadata, language: 'fr', date: '2025-10-27' },
  });
  annotateQuote(archive, uid, 'Corée', { labels: ['asie'], fields: { verdict: 'open' } });
  archive.createNote({ title: 'Corée' });
  const { path } = archive.archiveInfo({});
  const db = connect(path, { create: false, journal: 'wal' });
  onTestFinished(() => void db.close());
  const real = createStore(db, path, {});
  const asked = new Set<string>();
  const sql: Store['sql'] = (source) => {
    asked.add(source);
    return real.sql(source);
  };
  const planOf = (source: string): string =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${source.replaceAll('?', "'1'")}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');
  return {
    store: { ...real, sql },
    plansOf: (run) => {
      asked.clear();
      run();
      return [...asked].map((source) => `${source}\n→ ${planOf(source)}`);
    },
  };
}

/** A row of the table itself looked at one after the other: "SCAN d", but not "SCAN d USING COVERING INDEX". */
const wholeTable = /SCAN (d|a|b|documents|annotations|bodies)( *\n|$)/;

test.each([
  'in:article',
  'in:note',
  'lang:fr',
  'date:2025',
  'date:2024..2025',
  'label:asie',
  'label:asie in:claim',
  'in:document',
  '-lang:fr',
  'site:monde',
  'coree',
  'coree lang:fr',
  'coree in:note',
  'coree label:asie',
  'coree date:2025',
  'in:claim',
  'verdict:open',
  'added:2026',
  'has:claims',
  'has:labels',
  'speaker:kim',
  'in:claim has:links',
  'collection:x',
  'coree has:claims added:2026',
])('“%s” reads no table from end to end', (query) => {
  const { store, plansOf } = watched();
  const { search } = searchCalls(store);
  for (const sort of ['relevance', 'date', 'added'] as const) {
    const plans = plansOf(() => search({ query, limit: 20, offset: 0, sort }));
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toMatch(wholeTable);
  }
});

test.each(['in:article', 'in:note', 'lang:fr', 'date:2025', 'in:article lang:fr date:2025'])(
  '“%s” is answered by the index of dates alone, in its order',
  (query) => {
    const { store, plansOf } = watched();
    const { search } = searchCalls(store);
    const keys = plansOf(() => search({ query, limit: 20, offset: 0, sort: 'relevance' })).filter((plan) =>
      plan.includes('FROM documents d WHERE d.deleted_at_ms'),
    );
    expect(keys).toHaveLength(2);
    for (const plan of keys) expect(plan).toContain('USING COVERING INDEX documents_');
    expect(keys.join('\n')).not.toContain('TEMP B-TREE');
  },
);

test('words are asked of the full text once a statement, and filters once a hit', () => {
  const { store, plansOf } = watched();
  const { search } = searchCalls(store);
  const plans = plansOf(() => search({ query: 'coree lang:fr ', limit: 20, offset: 0, sort: 'relevance' }));
  const asking = plans.filter((plan) => plan.includes('document_index MATCH'));
  expect(asking.length).toBeGreaterThan(0);
  for (const plan of asking) {
    expect(plan.match(/SCAN document_index VIRTUAL TABLE/g)).toHaveLength(1);
    // What has the very words typed is asked unfiltered: it only says which of the hits come first.
    if (plan.includes('SELECT 1'))
      expect(plan).toMatch(/CORRELATED SCALAR SUBQUERY \d+\nSEARCH d USING INTEGER PRIMARY KEY/);
  }
  expect(asking.filter((plan) => plan.includes('SELECT 1')).length).toBeGreaterThan(0);
});

test('pages of the library in any scope are searched, not scanned', () => {
  const { store, plansOf } = watched();
  for (const scope of [
    { in: 'all' },
    { in: 'articles' },
    { in: 'notes' },
    { in: 'bin' },
    { in: 'kind', kind: 'claim' },
    { in: 'orphans' },
    { in: 'label', label: 'asie' },
  ] as const) {
    for (const sort of ['added', 'updated', 'date', 'title', 'site'] as const) {
      const plans = plansOf(() => listDocuments(store, { scope, sort, descending: true, offset: 0, limit: 50 }));
      for (const plan of plans) expect(plan).not.toMatch(wholeTable);
    }
  }
});
