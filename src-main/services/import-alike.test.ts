import { emptyReport, type GrowingReport } from '@shared/contract/import-report';
import type { DocumentSummary } from '@shared/model/document';
import { documentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { addAlike } from './import-alike';

function reportOf(count: number): GrowingReport {
  const report = emptyReport();
  for (let index = 0; index < count; index++) {
    const uid = documentUid(`u${index}`);
    report.imported.push({
      uid,
      path: `${index}.html`,
      title: `Article ${index}`,
      lang: 'fr',
      losses: [],
      passages: 0,
    });
  }
  return report;
}

const summary = (uid: string): DocumentSummary => ({
  uid: documentUid(uid),
  type: 'article',
  title: `Article ${uid}`,
  site: '',
  date: '',
  language: 'fr',
  excerpt: '',
  labels: [],
  counts: {},
  orphans: 0,
  addedAtMs: 0,
  updatedAtMs: 0,
});

test('two articles of one import that are alike are told once', async () => {
  const report = reportOf(2);
  const pair = { older: summary('u0'), newer: summary('u1'), share: 0.9, keptApart: false };
  await addAlike({ nearDuplicates: () => [pair] }, report);
  expect(report.alike.map(({ uid, other }) => [uid, other])).toEqual([['u0', 'u1']]);
});

test('a large import is not held up, and a stopped one looks no further', async () => {
  let asked = 0;
  const archive = {
    nearDuplicates: () => {
      asked++;
      return [];
    },
  };
  await addAlike(archive, reportOf(301));
  await addAlike(archive, reportOf(3), AbortSignal.abort());
  expect(asked).toBe(0);
});
