import { annotationUid, documentUid } from '@shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, article, codeOf, insert, testArchive } from './test-archive';

const text =
  'Selon Séoul, quasiment 600 militaires nord-coréens sont morts à Koursk. Le ministre russe a démenti hier soir.';
const changed = text.replace('Le ministre russe a démenti hier soir.', 'Le ministère n’a pas souhaité commenter.');
const none = article('', '').metadata;

/** A file with these words, and what it says of itself. */
function file(title: string, words: string, more: Partial<typeof none> = {}) {
  const document = article(title, words, { metadata: { ...none, ...more } });
  const original = {
    bytes: new TextEncoder().encode(`${title}\n${words}`),
    fileName: 'a.txt',
    mediaType: 'text/plain',
  };
  return { document, original };
}

/** The first version, kept with its file. */
function kept(archive: Archive, more: Partial<typeof none> = {}) {
  const { document, original } = file('Sommet', text, more);
  return archive.insertImported(document, original).uid;
}

describe('a file imported into an article', () => {
  test('is its new version without an address or a like title, its passages carried over', () => {
    const archive = testArchive();
    const uid = kept(archive);
    annotateQuote(archive, uid, 'quasiment 600 militaires nord-coréens');
    annotateQuote(archive, uid, 'Le ministre russe a démenti hier soir');
    const outcome = archive.importInto(uid, file('Tout autre titre', changed));
    expect(outcome).toEqual({
      did: 'update',
      uid,
      title: 'Tout autre titre',
      text: 'changed',
      carried: 1,
      orphaned: 1,
    });
    const { document } = archive.openDocument({ uid });
    expect([document.text, document.originals.length]).toEqual([changed, 2]);
    expect(archive.readRevision({ uid, revision: 0 }).text).toBe(text);
    expect(archive.stats({}).documents).toBe(1);
    expect(archive.search({ query: 'commenter', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(1);
    expect(archive.verify({}).ok).toBe(true);
  });

  test('may have nothing in common with what was there, and no passage then has a place', () => {
    const archive = testArchive();
    const uid = kept(archive);
    annotateQuote(archive, uid, 'Koursk');
    expect(archive.importInto(uid, file('Sommet', 'Le parlement a voté la loi.'))).toMatchObject({ orphaned: 1 });
    expect(archive.verify({}).ok).toBe(true);
  });

  test('changes nothing when it is the file it came from, even after the text was written in', () => {
    const archive = testArchive();
    const uid = kept(archive);
    const { body } = article('', `${text} À vérifier.`);
    archive.saveBody({ uid, revision: 0, body, places: [] });
    expect(archive.importInto(uid, file('Sommet', text))).toEqual({ did: 'nothing', uid, title: 'Sommet' });
    expect(archive.openDocument({ uid }).document).toMatchObject({ text: `${text} À vérifier.`, revision: 1 });
  });

  test('of an earlier version is a version again, its bytes kept once', () => {
    const archive = testArchive();
    const uid = kept(archive);
    archive.importInto(uid, file('Sommet', changed));
    expect(archive.importInto(uid, file('Sommet', text))).toMatchObject({ did: 'update', text: 'changed' });
    expect(archive.openDocument({ uid }).document).toMatchObject({ text, revision: 2 });
    expect(archive.importInto(uid, file('Sommet', text)).did).toBe('nothing');
    expect(archive.verify({}).ok).toBe(true);
  });

  test('may be another document’s original; both keep it', () => {
    const archive = testArchive();
    const uid = kept(archive);
    const other = insert(archive, 'Autre', 'Autre chose.');
    expect(archive.importInto(other, file('Sommet', text))).toMatchObject({ did: 'update', uid: other });
    archive.binDocuments({ uids: [uid] });
    archive.purgeDocuments({ uids: [uid] });
    expect(archive.openDocument({ uid: other }).document.originals).toHaveLength(1);
    expect(archive.verify({}).ok).toBe(true);
  });

  test('with the same words in other bytes is kept beside the one before', () => {
    const archive = testArchive();
    const uid = kept(archive);
    expect(archive.importInto(uid, file('Sommet : bilan', text))).toMatchObject({
      text: 'same',
      title: 'Sommet : bilan',
    });
    expect(archive.openDocument({ uid }).document).toMatchObject({ revision: 0, originals: [{}, {}] });
  });

  test('gives an address to an article without one, never another to one that has it', () => {
    const archive = testArchive();
    const uid = kept(archive);
    archive.importInto(uid, file('Sommet', changed, { url: 'https://example.org/a' }));
    archive.importInto(uid, file('Sommet', text, { url: 'https://example.org/b' }));
    expect(archive.openDocument({ uid }).document.metadata.url).toBe('https://example.org/a');
  });

  test('brings its article out of the bin; a note and a document nobody has are refused', () => {
    const archive = testArchive();
    const uid = kept(archive);
    archive.binDocuments({ uids: [uid] });
    expect(archive.importInto(uid, file('Sommet', changed)).did).toBe('update');
    expect(archive.libraryCounts({})).toMatchObject({ all: 1, bin: 0 });
    const note = archive.createNote({ title: 'Note' }).uid;
    expect(codeOf(() => archive.importInto(note, file('N', text)))).toBe('import/not-an-article');
    const nobody = documentUid('0192aaaa-0000-7000-8000-000000000009');
    expect(codeOf(() => archive.importInto(nobody, file('N', text)))).toBe('document/not-found');
    expect(archive.openDocument({ uid: note }).document.text).toBe('');
  });
});

describe('a file imported into a reference', () => {
  const reference = { ...none, authors: ['Durand, Zoé'], date: '2024-12', url: 'https://example.org/ref' };

  test('fills it, whatever its title or address: the reference keeps what it says and gets what it lacks', () => {
    const archive = testArchive();
    const uid = insert(archive, 'Une référence', '', { metadata: reference });
    const said = { authors: ['D. Z.'], site: 'Le Monde', url: 'https://elsewhere.org/x', language: 'fr' };
    const outcome = archive.importInto(uid, file('scan0001', text, said));
    expect(outcome).toMatchObject({ did: 'update', uid, title: 'Une référence', text: 'first' });
    expect(archive.openDocument({ uid }).document).toMatchObject({
      title: 'Une référence',
      text,
      metadata: { ...reference, site: 'Le Monde', language: 'fr' },
      originals: [{ fileName: 'a.txt' }],
    });
    expect(archive.verify({}).ok).toBe(true);
  });

  test('gives the passages that waited their place', () => {
    const archive = testArchive();
    const uid = insert(archive, 'Une référence', '', { metadata: reference });
    const uidOf = (last: number) => annotationUid(`0192aaaa-0000-4000-8000-00000000000${last}`);
    const passage = { prefix: '', suffix: '', kind: 'claim' as const, comment: '' };
    archive.attachAnnotations([
      {
        uid,
        url: '',
        title: '',
        passages: [
          { ...passage, uid: uidOf(1), exact: 'quasiment 600 militaires' },
          { ...passage, uid: uidOf(2), exact: 'des mots qui n’y sont pas' },
        ],
      },
    ]);
    expect(archive.importInto(uid, file('', text))).toMatchObject({ text: 'first', carried: 1, orphaned: 1 });
  });
});
