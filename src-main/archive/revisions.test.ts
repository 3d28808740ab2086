import type { DocumentUid } from '@shared/model/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, article, bodyOf, codeOf, insert, reopened, testArchive } from './test-archive';

const minute = 60_000;
const start = Date.UTC(2026, 0, 10, 9);

/** An archive with a clock of its own, and an article in it. */
function one() {
  const clock = { now: start };
  const archive = testArchive({ nowMs: () => clock.now });
  const uid = insert(archive, 'Sommet', 'La Corée du Nord a parlé mardi devant la presse. Kim est parti hier soir.');
  const save = (text: string, minutesLater: number) => {
    clock.now += minutesLater * minute;
    const { revision } = archive.openDocument({ uid }).document;
    return archive.saveBody({ uid, revision, body: bodyOf(text), places: [] });
  };
  return { archive, uid, clock, save };
}
const hits = (archive: Archive, query: string): number =>
  archive.search({ query, limit: 5, offset: 0, sort: 'relevance' }).total;

test('a document’s history begins with its body as it stands', () => {
  const { archive, uid } = one();
  const { text, body } = archive.openDocument({ uid }).document;
  const info = { revision: 0, savedAtMs: start, reason: 'import', title: 'Sommet', length: text.length };
  expect(archive.listRevisions({ uid })).toEqual([info]);
  expect(archive.readRevision({ uid, revision: 0 })).toEqual({ ...info, body, text });
});

test('what another body replaces is kept with its title, time, reason and length in code units', () => {
  const { archive, uid, save } = one();
  archive.renameDocument({ uid, title: 'Titre' });
  save('Deuxième 😀', 10);
  save('Troisième', 10);
  expect(archive.listRevisions({ uid })).toEqual([
    { revision: 2, savedAtMs: start + 20 * minute, reason: 'edit', title: 'Titre', length: 9 },
    { revision: 1, savedAtMs: start + 10 * minute, reason: 'edit', title: 'Titre', length: 11 },
    { revision: 0, savedAtMs: start, reason: 'import', title: 'Titre', length: 73 },
  ]);
  expect(reopened(archive).readRevision({ uid, revision: 1 })).toMatchObject({
    text: 'Deuxième 😀',
    body: bodyOf('Deuxième 😀'),
  });
});

test('a session of writing leaves its last body of each five minutes', () => {
  const { archive, uid, save } = one();
  for (let minutes = 0; minutes < 12; minutes++) save(`Texte ${minutes}`, 1);
  expect(archive.listRevisions({ uid }).map(({ revision }) => revision)).toEqual([12, 9, 4, 0]);
  expect(archive.readRevision({ uid, revision: 9 }).text).toBe('Texte 8');
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('saving what is there already, or over the nothing a note begins with, keeps nothing', () => {
  const { archive, uid, clock, save } = one();
  const { uid: note } = archive.createNote({ title: 'Note' });
  clock.now += 60 * minute;
  archive.saveBody({ uid: note, revision: 0, body: bodyOf('un'), places: [] });
  save(archive.openDocument({ uid }).document.text, 10);
  expect(archive.listRevisions({ uid: note })).toHaveLength(1);
  expect(archive.listRevisions({ uid }).map(({ revision }) => revision)).toEqual([1]);
});

test('a picture alone is not nothing', () => {
  const { archive, clock } = one();
  const picture = { type: 'image', asset: null, alt: '', inlines: [] } as const;
  const { uid } = archive.createNote({ title: 'Note', body: { version: 1, blocks: [picture] } });
  clock.now += 60 * minute;
  archive.saveBody({ uid, revision: 0, body: bodyOf('un'), places: [] });
  expect(archive.listRevisions({ uid }).map(({ length }) => length)).toEqual([2, 0]);
});

const page = (words: number): string => 'mot '.repeat(words).trim();
const texts = (archive: Archive, uid: DocumentUid): readonly number[] =>
  archive.listRevisions({ uid }).map(({ length }) => length);

test('a text emptied a second after it was saved is in the history', () => {
  const { archive, uid, save } = one();
  save(page(300), 10);
  save('', 1 / 60);
  save('Autre chose.', 1 / 60);
  expect(texts(archive, uid)).toEqual([12, 1199, 73]);
  const [, emptied] = archive.listRevisions({ uid });
  expect(archive.readRevision({ uid, revision: emptied?.revision ?? -1 }).text).toBe(page(300));
});

test('a text replaced by a longer one a second after it was saved is in the history', () => {
  const { archive, uid, save } = one();
  save(page(300), 10);
  save('autre '.repeat(400), 1 / 60);
  expect(texts(archive, uid)).toEqual([2400, 1199, 73]);
});

test('a text cut down bit by bit within five minutes leaves its fullest state', () => {
  const { archive, uid, save } = one();
  save(page(290), 10);
  for (const words of [295, 300, 280, 260, 240, 220, 210, 200, 190, 180]) save(page(words), 1 / 60);
  expect(texts(archive, uid)).toEqual([719, 1199, 73]);
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('typing and rewriting a little keeps nothing more', () => {
  const { archive, uid, save } = one();
  save(page(100), 10);
  for (const words of [101, 110, 104, 120, 115, 130, 140, 128]) save(page(words), 1 / 60);
  expect(texts(archive, uid)).toEqual([511, 73]);
});

test('whatever is typed, pasted and cut in five minutes, the fullest text is at hand, and few others', () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('type' as const), words: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ act: fc.constant('paste' as const), words: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ act: fc.constant('cut' as const), words: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ act: fc.constant('empty' as const), words: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const { archive, uid, save } = one();
      let words = 250;
      save(page(words), 10);
      let fullest = page(words).length;
      for (const { act, words: by } of steps) {
        words = act === 'empty' ? 0 : Math.max(0, act === 'cut' ? words - by : words + by);
        save(page(words), 1 / 60);
        fullest = Math.max(fullest, page(words).length);
        const [, ...kept] = texts(archive, uid);
        const within = texts(archive, uid).slice(0, -1);
        expect(Math.max(...within)).toBeGreaterThan(fullest - 1200);
        expect(Math.max(...within) * 3).toBeGreaterThanOrEqual(Math.min(fullest * 2, fullest * 3 - 360));
        expect(kept.length).toBeLessThanOrEqual(4);
      }
      archive.close();
    }),
    { numRuns: 12 },
  );
});

test('a revision that was let go or never was is not found', () => {
  const { archive, uid, save } = one();
  save('un', 5);
  save('deux', 1);
  expect(codeOf(() => archive.readRevision({ uid, revision: 1 }))).toBe('revision/not-found');
  expect(codeOf(() => archive.restoreRevision({ uid, revision: 7, current: 2 }))).toBe('revision/not-found');
  expect(archive.openDocument({ uid }).document.text).toBe('deux');
});

test('restoring makes an earlier body the newest, its passages found again, links and search with it', () => {
  const { archive, uid, save } = one();
  const other = annotateQuote(archive, insert(archive, 'Autre', 'Une source'), 'source', { kind: 'source' });
  const stays = annotateQuote(archive, uid, 'La Corée du Nord a parlé mardi');
  const goes = annotateQuote(archive, uid, 'Kim est parti hier soir');
  const link = archive.link({ from: goes.uid, to: { annotation: other.uid }, relation: 'attributed-to' });
  save('La Corée du Nord a parlé mardi devant la presse, longuement. Rien d’autre.', 10);
  const fresh = annotateQuote(archive, uid, 'longuement');
  expect(archive.openDocument({ uid }).annotations.map(({ orphaned }) => orphaned)).toEqual([false, false, true]);

  expect(archive.restoreRevision({ uid, revision: 0, current: 1 })).toEqual({ revision: 2 });
  const view = archive.openDocument({ uid });
  expect(view.document).toMatchObject({
    text: 'La Corée du Nord a parlé mardi devant la presse. Kim est parti hier soir.',
    revision: 2,
  });
  expect(view.annotations.map(({ uid: of, orphaned }) => [of, orphaned])).toEqual([
    [stays.uid, false],
    [goes.uid, false],
    [fresh.uid, true],
  ]);
  expect(view.links[goes.uid]).toMatchObject([{ uid: link.uid }]);
  expect([hits(archive, 'partir OR parti in:article'), hits(archive, 'longuement in:article')]).toEqual([1, 0]);
  expect(archive.listRevisions({ uid }).map(({ revision, reason }) => [revision, reason])).toEqual([
    [2, 'restore'],
    [1, 'edit'],
    [0, 'import'],
  ]);
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('restoring over a text one has not seen is refused and changes nothing', () => {
  const { archive, uid, save } = one();
  save('un', 10);
  save('deux', 10);
  expect(codeOf(() => archive.restoreRevision({ uid, revision: 0, current: 1 }))).toBe('archive/stale');
  expect(archive.openDocument({ uid }).document).toMatchObject({ text: 'deux', revision: 2 });
  expect(archive.restoreRevision({ uid, revision: 2, current: 2 })).toEqual({ revision: 2 });
});

test('a document deleted for good takes its history along', () => {
  const { archive, uid, save } = one();
  save('un', 10);
  archive.binDocuments({ uids: [uid] });
  archive.purgeDocuments({ uids: [uid] });
  expect(archive.verify({}).checks.find(({ name }) => name === 'history')?.detail).toMatch(/^0 earlier versions/);
});

test('after any saves, restorings and imports the archive is whole and no import is lost', () => {
  const url = 'https://example.org/sommet';
  const words = fc.array(fc.constantFrom('Corée', 'Séoul', '북한은', 'война', '😀', 'a', 'et', 'Kim'), {
    minLength: 4,
    maxLength: 14,
  });
  const step = fc.oneof(
    fc.record({ act: fc.constant('save' as const), words, pause: fc.nat(40) }),
    fc.record({ act: fc.constant('restore' as const), pick: fc.nat(20), pause: fc.nat(40) }),
    fc.record({ act: fc.constant('import' as const), words, pause: fc.nat(40) }),
    fc.record({ act: fc.constant('annotate' as const), pick: fc.nat(20), pause: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      let now = start;
      const archive = testArchive({ nowMs: () => now });
      // Long enough that whatever comes after it, two texts share more than half.
      const common =
        'Le sommet de Moscou a réuni les deux pays pendant trois jours entiers, sans que personne ne parle à la presse qui attendait dehors.';
      const come = (text: string) => {
        const { uid } = archive.insertImported(
          article('Sommet', `${common}\n${text}`, {
            metadata: { authors: [], site: '', url, date: '', language: '', description: '' },
          }),
          { bytes: new TextEncoder().encode(`${text} ${now}`), fileName: 'a.html', mediaType: 'text/html' },
        );
        return uid;
      };
      const uid = come('Premier texte.');
      const imported = new Set<string>([archive.openDocument({ uid }).document.text]);
      for (const each of steps) {
        now += each.pause * minute;
        const { document } = archive.openDocument({ uid });
        const { revision } = document;
        if (each.act === 'save') {
          archive.saveBody({ uid, revision, body: bodyOf(common, each.words.join(' ')), places: [] });
        } else if (each.act === 'restore') {
          const history = archive.listRevisions({ uid });
          const chosen = history[each.pick % history.length]?.revision ?? 0;
          const { text } = archive.readRevision({ uid, revision: chosen });
          archive.restoreRevision({ uid, revision: chosen, current: revision });
          expect(archive.openDocument({ uid }).document.text).toBe(text);
        } else if (each.act === 'import') {
          expect(come(each.words.join(' '))).toBe(uid);
          imported.add(archive.openDocument({ uid }).document.text);
        } else {
          const exact = document.text.slice(each.pick, each.pick + 12);
          archive.annotate({ document: uid, start: each.pick, end: each.pick + exact.length, exact, kind: 'claim' });
        }
      }
      expect(archive.verify({})).toMatchObject({ ok: true });
      const history = archive.listRevisions({ uid });
      expect(history[0]?.revision).toBe(archive.openDocument({ uid }).document.revision);
      const texts = new Set(history.map(({ revision }) => archive.readRevision({ uid, revision }).text));
      for (const text of imported) expect(texts.has(text)).toBe(true);
      expect(archive.openDocument({ uid }).annotations).toHaveLength(
        steps.filter(({ act }) => act === 'annotate').length,
      );
      archive.close();
    }),
    { numRuns: 20 },
  );
});
