import { collectionUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { wholeQuery } from './result-acts';
import type { Question } from './search-hits';

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
