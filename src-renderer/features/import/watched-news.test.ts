import { emptyReport, type ImportReport } from '@shared/contract/import-report';
import { documentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { newsOf } from './watched-news';

const nothing: ImportReport = { ...emptyReport(), cancelled: false };
const came = (uid: string) => ({ uid: documentUid(uid), path: uid, title: uid, lang: '', losses: [], passages: 0 });

test('what was here already is no news', () => {
  const here = { path: 'a', reason: 'already-here' as const, uid: documentUid('a'), title: 'a' };
  expect(newsOf({ ...nothing, skipped: [here] })).toBeNull();
});

test('one article alone is shown itself, several by the report', () => {
  expect(newsOf({ ...nothing, imported: [came('a')] })).toMatchObject({ arrived: 1, only: 'a', newUids: ['a'] });
  expect(newsOf({ ...nothing, imported: [came('a'), came('b')] })).toMatchObject({ arrived: 2, only: null });
});

test('undoing takes back what is new, never an earlier article’s new version', () => {
  const version = {
    uid: documentUid('b'),
    path: 'b',
    title: 'b',
    text: 'changed' as const,
    carried: 0,
    orphaned: 0,
    losses: [],
  };
  const news = newsOf({ ...nothing, imported: [came('a')], updated: [version] });
  expect(news).toMatchObject({ renewed: 1, newUids: ['a'], only: null });
});

test('a file that could not come in is said, with nothing to undo', () => {
  const failed = [{ path: 'x.html', code: 'import/broken' as const, message: '' }];
  expect(newsOf({ ...nothing, failed })).toMatchObject({ failed: 1, newUids: [], only: null });
});
