import { expect, test } from 'vitest';
import { judgedDocuments } from './judged-documents';
import { hardQueries } from './judged-hard';
import { judgedQueries } from './judged-queries';
import { judge, judgeSearch } from './relevance';

test('what is judged is there, and each query once', () => {
  const ids = new Set(judgedDocuments.map(({ id }) => id));
  for (const queries of [judgedQueries, hardQueries]) {
    for (const { relevant } of queries) for (const id of Object.keys(relevant)) expect(ids).toContain(id);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
  }
});

test('the best order is 1, a worse one less, nothing 0', () => {
  const judged = { query: '', relevant: { a: 3, b: 1 } } as const;
  expect(judge(judged, ['a', 'b', 'c'])).toMatchObject({ ndcg: 1, recall: 1 });
  expect(judge(judged, ['b', 'a']).ndcg).toBeLessThan(1);
  expect(judge(judged, ['c'])).toMatchObject({ ndcg: 0, recall: 0 });
});

test('the search orders the judged set well', () => {
  const { ndcg, recall, each, hard } = judgeSearch();
  const poor = [...each, ...hard.each]
    .filter((one) => one.ndcg < 0.8)
    .map(({ query, found }) => `${query}: ${found.join(' ')}`);
  expect(ndcg, poor.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(recall, poor.join('\n')).toBeGreaterThanOrEqual(0.97);
  expect(hard.ndcg, poor.join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(hard.recall, poor.join('\n')).toBeGreaterThanOrEqual(0.98);
});
