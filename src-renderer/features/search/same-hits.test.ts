import type { SearchHit } from '@shared/contract/search-shapes';
import { documentUid } from '@shared/model/ids';
import { expect, it } from 'vitest';
import { createKnownHits } from './same-hits';

const uid = documentUid('0192f0aa-0000-7000-8000-000000000001');
const hit = (change: Partial<SearchHit> = {}): SearchHit => ({
  uid,
  document: uid,
  kind: 'article',
  title: 'The north bridge',
  authors: ['A. B.'],
  site: 'Courier',
  url: '',
  date: '2024-05-01',
  lang: 'en',
  snippet: 'over the bridge',
  marks: [{ start: 9, end: 15 }],
  place: { start: 9, end: 15 },
  counts: {},
  labels: [],
  score: 1,
  ...change,
});

it('a hit that shows the same is the object it was, whatever its score', () => {
  const known = createKnownHits();
  const first = known.learn(hit());
  expect(known.learn(hit({ score: 2 }))).toBe(first);
  expect(known.get(uid)).toBe(first);
});

it('a hit with other marks is another one', () => {
  const known = createKnownHits();
  known.learn(hit());
  const longer = hit({ marks: [{ start: 9, end: 14 }] });
  expect(known.learn(longer)).toBe(longer);
  expect(known.learn(longer)).toBe(longer);
  expect(known.get(uid)).toBe(longer);
});
