import { collectionUid } from '@shared/model/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from './search-hits';
import { readWholeQuery, wholeQuery } from './whole-query';

const collection = collectionUid('0192f0aa-0000-7000-8000-000000000001');
const collections = [{ uid: collection, parent: null, name: 'Nord Est', documents: 1 }];
const question: Question = {
  query: 'bridge OR pont',
  sort: 'relevance',
  scope: { in: 'all' },
  only: 'all',
  within: null,
  expand: true,
};

test('one query says what is searched, inside what, and where', () => {
  expect(wholeQuery({ ...question, within: 'toll', scope: { in: 'collection', collection } }, collections)).toBe(
    'toll (bridge OR pont) collection:"Nord Est"',
  );
  expect(wholeQuery({ ...question, query: 'toll', scope: { in: 'kind', kind: 'claim' } }, [])).toBe('toll in:claim');
});

test('what the switches say is part of it', () => {
  expect(wholeQuery({ ...question, only: 'passages' }, [])).toBe('(bridge OR pont) in:passage');
  expect(wholeQuery({ ...question, query: 'toll', only: 'documents', expand: false }, [])).toBe(
    'toll in:document aliases:off',
  );
  expect(wholeQuery(question, [])).toBe('bridge OR pont');
});

test.each([
  ['toll in:passage', { query: 'toll', only: 'passages', expand: true }],
  ['in:document aliases:off toll', { query: 'toll', only: 'documents', expand: false }],
  ['(bridge OR pont) aliases:off', { query: 'bridge OR pont', only: 'all', expand: false }],
  ['toll (bridge OR pont)', { query: 'toll (bridge OR pont)', only: 'all', expand: true }],
  // Not of the whole: left where they stand.
  ['toll OR in:passage', { query: 'toll OR in:passage', only: 'all', expand: true }],
  ['toll (bridge OR in:passage)', { query: 'toll (bridge OR in:passage)', only: 'all', expand: true }],
  ['toll -in:passage', { query: 'toll -in:passage', only: 'all', expand: true }],
  ['toll in:passage in:document', { query: 'toll in:passage in:document', only: 'all', expand: true }],
] as const)('%s sets the switches it speaks of', (whole, read) => {
  expect(readWholeQuery(whole)).toEqual(read);
});

test('a question kept and opened again asks the same', () => {
  const queries = fc.constantFrom('toll', 'bridge OR pont', '"le pont" -toll', 'in:claim (a OR b)', 'title:"x y" z*');
  fc.assert(
    fc.property(queries, fc.constantFrom('all', 'documents', 'passages'), fc.boolean(), (query, only, expand) => {
      expect(readWholeQuery(wholeQuery({ ...question, query, only, expand }, []))).toEqual({ query, only, expand });
    }),
  );
});
