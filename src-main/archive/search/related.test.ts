import { expect, test } from 'vitest';
import { insert, testArchive } from '../test-archive';

test('documents that share rare words, names and labels are told with the reasons', () => {
  const archive = testArchive();
  for (let index = 0; index < 30; index++)
    insert(archive, `Divers ${index}`, 'le ministre annonce une mesure nouvelle');
  const first = insert(archive, 'Départ', 'Lukashevich à Vladivostok: Lukashevich annonce un ferroviaire', {
    labels: ['rail'],
  });
  const like = insert(archive, 'Pareil', 'le ferroviaire de Vladivostok selon Lukashevich');
  const labelled = insert(archive, 'Classé', 'tout autre chose', { labels: ['rail'] });
  const gone = insert(archive, 'Au panier', 'Lukashevich, Vladivostok, ferroviaire', { labels: ['rail'] });
  archive.binDocuments({ uids: [gone] });
  const found = archive.related({ uid: first, limit: 10 });
  expect(found.map(({ document }) => document.uid)).toEqual([like, labelled]);
  expect(found[0]?.reasons).toContainEqual({ type: 'name', text: 'Lukashevich' });
  expect(found[0]?.reasons).toContainEqual({ type: 'word', text: 'ferroviaire' });
  expect(found[1]?.reasons).toEqual([{ type: 'label', text: 'rail' }]);
});

test('Korean documents are related by what they share', () => {
  const archive = testArchive();
  const first = insert(archive, '하나', '블라디보스토크 철도 협정');
  const like = insert(archive, '둘', '블라디보스토크에서 철도를');
  insert(archive, '셋', '다른 이야기');
  expect(archive.related({ uid: first, limit: 5 }).map(({ document }) => document.uid)).toEqual([like]);
});

test('a document alone in its words has no relations', () => {
  const archive = testArchive();
  insert(archive, 'a', 'rien de commun');
  expect(archive.related({ uid: insert(archive, 'b', 'tout seul'), limit: 5 })).toEqual([]);
  expect(archive.related({ uid: archive.createNote({ title: '' }).uid, limit: 5 })).toEqual([]);
});
