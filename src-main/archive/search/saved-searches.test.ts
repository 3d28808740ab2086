import { savedSearchUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { annotateQuote, insert, reopened, testArchive } from '../test-archive';

test('a search is saved with its name and counted anew each time it is listed', () => {
  const archive = testArchive();
  insert(archive, 'Un', 'la Corée du Nord');
  const saved = archive.saveSearch({ name: ' Corée ', query: 'corée -sud', sort: 'date' });
  expect(saved).toMatchObject({ name: 'Corée', query: 'corée -sud', sort: 'date', count: 1 });
  archive.saveSearch({ name: 'Rien', query: 'absent', sort: 'relevance' });
  insert(archive, 'Deux', 'Corée');
  insert(archive, 'Trois', 'Corée du Sud, Coréens');
  expect(reopened(archive).listSavedSearches({})).toMatchObject([
    { uid: saved.uid, count: 2 },
    { name: 'Rien', count: 0 },
  ]);
});

test('its last word is whole, as nobody is typing it', () => {
  const archive = testArchive();
  insert(archive, 'Un', 'coreopsis');
  expect(archive.saveSearch({ name: 'x', query: 'core', sort: 'date' }).count).toBe(0);
});

test('what it says of documents, passages and other names counts too', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Un', 'Pyongyang se tait');
  insert(archive, 'Deux', '평양은 조용하다');
  annotateQuote(archive, uid, 'Pyongyang');
  archive.setAlias({ names: ['Pyongyang', '평양'] });
  const count = (query: string) => archive.saveSearch({ name: 'x', query, sort: 'date' }).count;
  expect(['pyongyang', 'pyongyang in:document', 'pyongyang in:document aliases:off'].map(count)).toEqual([3, 2, 1]);
  expect(count('pyongyang in:passage')).toBe(1);
});

test('it is renamed and deleted', () => {
  const archive = testArchive();
  const { uid } = archive.saveSearch({ name: 'a', query: 'a', sort: 'added' });
  archive.renameSavedSearch({ uid, name: 'b' });
  expect(archive.listSavedSearches({})).toMatchObject([{ uid, name: 'b' }]);
  archive.deleteSavedSearch({ uid });
  expect(archive.listSavedSearches({})).toEqual([]);
  expect(() => archive.renameSavedSearch({ uid: savedSearchUid(uid), name: 'c' })).toThrow(/not in the archive/);
});
