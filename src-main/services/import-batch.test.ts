import { emptyReport } from '@shared/contract/import-report';
import { annotationUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { article, bodyOf, insert, testArchive } from '../archive/test-archive';
import { addPrepared, Batch, type Importing, type Prepared } from './import-batch';
import type { Parsed } from './services-api';

const importing = (): Importing => ({
  archive: testArchive(),
  parse: () => Promise.reject(new Error('nothing is parsed here')),
  maxFileBytes: () => 1,
  isSupported: () => true,
  onBug: (error) => {
    throw error;
  },
});
const prepared = (parsed: Parsed, name = 'a.json'): Prepared => ({
  ok: true,
  content: { path: name, name, bytes: new TextEncoder().encode(name) },
  parsed,
});
const url = 'https://example.org/a';
const metadata = { ...article('', '').metadata, url };
const passage = (exact: string, last: number) => ({
  uid: annotationUid(`0192aaaa-0000-4000-8000-00000000000${last}`),
  exact,
  prefix: '',
  suffix: '',
  kind: 'claim' as const,
  comment: '',
});

test('says of each document of an annotations file what was attached, what has no place, and what is not here', () => {
  const to = importing();
  const report = emptyReport();
  const uid = insert(to.archive, 'Pont', 'Le pont rouvre enfin.', { metadata });
  const passages = [passage('rouvre', 1), passage('plus là', 2)];
  const parsed: Parsed = {
    holds: 'annotations',
    sources: [
      { uid: null, url: 'https://example.org/b', title: 'Autre', passages: [passage('x', 3)] },
      { uid: null, url, title: 'Pont', passages },
    ],
    losses: [{ what: 'passageLinks', count: 2 }],
  };
  addPrepared(to, report, 'a.json', prepared(parsed));
  expect(report).toMatchObject({
    imported: [],
    failed: [],
    missing: [{ path: 'a.json', title: 'Autre', url: 'https://example.org/b', passages: 1, losses: parsed.losses }],
    annotated: [{ uid, attached: 1, orphaned: 1, alreadyHere: 0, losses: [] }],
  });
});

test('goes on to the other references of a list when one is here, and keeps no list as an original', () => {
  const to = importing();
  const here = insert(to.archive, 'Pont', 'Le pont rouvre enfin.', { metadata });
  const reference = (title: string, address: string) =>
    article(title, '', { body: bodyOf(''), metadata: { ...metadata, url: address, date: '2025' } });
  const report = emptyReport();
  const documents = [reference('Pont', url), reference('Neuf', 'https://example.org/neuf')];
  addPrepared(to, report, 'a.bib', prepared({ holds: 'documents', documents }, 'a.bib'));
  expect(report.skipped).toMatchObject([{ uid: here, reason: 'already-here' }]);
  expect(report.imported).toMatchObject([{ title: 'Neuf' }]);
  const [neuf] = report.imported;
  expect(neuf && to.archive.openDocument({ uid: neuf.uid }).document.originals).toEqual([]);
  const batch = new Batch(to, report, undefined);
  const [only] = documents;
  if (only) batch.add('b.bib', prepared({ holds: 'documents', documents: [only] }, 'b.bib'));
  batch.flush();
  expect(to.archive.openDocument({ uid: here }).document).toMatchObject({ originals: [], metadata: { date: '2025' } });
});

test('keeps the first articles of an import soon, later ones in ever larger transactions', () => {
  const to = importing();
  const transactions: number[] = [];
  const archive = {
    ...to.archive,
    insertAllImported: (...[items, collection]: Parameters<typeof to.archive.insertAllImported>) => {
      transactions.push(items.length);
      return to.archive.insertAllImported(items, collection);
    },
  };
  const batch = new Batch({ ...to, archive }, emptyReport(), undefined);
  for (let number = 0; number < 400; number++) {
    const documents = [article(`Titre ${number}`, `Un texte, le ${number}e.`)];
    batch.add(`${number}.md`, prepared({ holds: 'documents', documents }, `${number}.md`));
  }
  batch.finish();
  expect(transactions).toEqual([16, 32, 64, 128, 128, 32]);
});
