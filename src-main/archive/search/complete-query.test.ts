import { emptyMetadata } from '@shared/model/document';
import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { annotateQuote, insert, testArchive } from '../test-archive';

function library(): Archive {
  const archive = testArchive();
  const uid = insert(archive, 'Un', 'la Corée du Nord', {
    labels: ['politique/asie', 'armée'],
    metadata: { ...emptyMetadata, language: 'fr', site: 'Le Monde', authors: ['Anne Élie', 'Kim'] },
  });
  insert(archive, 'Deux', 'rien', {
    labels: ['armée'],
    metadata: { ...emptyMetadata, language: 'fr', site: 'Le Monde' },
  });
  const gone = insert(archive, 'Bin', 'perdu', { metadata: { ...emptyMetadata, language: 'ru', authors: ['Anna'] } });
  annotateQuote(archive, uid, 'Corée', { labels: ['armée'], fields: { speaker: 'Poutine' } });
  annotateQuote(archive, uid, 'Nord', { kind: 'event', fields: { place: 'Séoul, Corée du Sud' } });
  archive.createCollection({ name: 'Sommet 2025', parent: null });
  archive.binDocuments({ uids: [gone] });
  return archive;
}

/** What is offered at the end of a text, put in its place. */
const offered = (archive: Archive, text: string, caret = text.length): readonly string[] =>
  archive
    .completeQuery({ text, caret, limit: 10 })
    .map(({ insert: value, from, to }) => text.slice(0, from) + value + text.slice(to));

test.each([
  ['corée lab', ['corée label:']],
  ['-l', ['-label:', '-lang:']],
  ['label:', ['label:armée', 'label:politique/asie']],
  ['label:asi', ['label:politique/asie']],
  ['label:ARMEE', ['label:armée']],
  ['author:eli', ['author:"Anne Élie"']],
  ['site:mon', ['site:"Le Monde"']],
  ['site:"le mo', ['site:"Le Monde"']],
  ['lang:', ['lang:fr']],
  ['speaker:pou', ['speaker:Poutine']],
  ['place:seo', ['place:"Séoul, Corée du Sud"']],
  ['in:c', ['in:claim']],
  ['has:or', ['has:orphans']],
  ['verdict:d', ['verdict:disputed']],
  ['collection:', []],
  ['date:2', []],
  ['author:anna', []],
])('%s', (text, completions) => {
  expect(offered(library(), text)).toEqual(completions);
});

test('values come with their number, the most used first; a word already typed further is replaced whole', () => {
  const archive = library();
  expect(archive.completeQuery({ text: 'label:', caret: 6, limit: 1 })).toEqual([
    { insert: 'armée', label: 'armée', from: 6, to: 6, count: 3 },
  ]);
  expect(offered(archive, 'label:arxyz mot', 8)).toEqual(['label:armée mot']);
});
