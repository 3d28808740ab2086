import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, insert, reopened, testArchive } from './test-archive';

const text = 'un deux trois quatre cinq six sept huit neuf dix';
const claimBy = (archive: Archive, uid: ReturnType<typeof insert>, quote: string, speaker: string) =>
  annotateQuote(archive, uid, quote, { fields: { speaker } });
const speakers = (archive: Archive, startsWith: string, limit = 10) =>
  archive.listFieldValues({ kind: 'claim', field: 'speaker', startsWith, limit });

test('values are found by the beginning of any word, whatever case and accents, most used first', () => {
  const archive = testArchive();
  const uid = insert(archive, 'A', text);
  claimBy(archive, uid, 'un', 'Ministère de l’Économie');
  claimBy(archive, uid, 'deux', 'Écho de Séoul');
  claimBy(archive, uid, 'trois', 'Écho de Séoul');
  claimBy(archive, uid, 'quatre', '김정은');
  expect(speakers(archive, '')).toEqual(['Écho de Séoul', 'Ministère de l’Économie', '김정은']);
  expect(speakers(archive, 'ec')).toEqual(['Écho de Séoul', 'Ministère de l’Économie']);
  expect(speakers(archive, 'SEO')).toEqual(['Écho de Séoul']);
  expect(speakers(archive, '김')).toEqual(['김정은']);
  expect(speakers(archive, 'inistere')).toEqual([]);
  expect(speakers(archive, '', 1)).toEqual(['Écho de Séoul']);
});

test('values belong to their kind and field, and go with what is deleted, changed or in the bin', () => {
  const archive = testArchive();
  const uid = insert(archive, 'A', text);
  const claim = claimBy(archive, uid, 'un', 'Kim');
  annotateQuote(archive, uid, 'deux', { kind: 'source', fields: { name: 'Lee', speaker: 'Park' } });
  expect(speakers(archive, '')).toEqual(['Kim']);
  archive.updateAnnotation({ uid: claim.uid, fields: { speaker: 'Choi', verdict: 'open' } });
  expect(speakers(archive, '')).toEqual(['Choi']);
  archive.deleteAnnotations({ uids: [claim.uid] });
  expect(speakers(archive, '')).toEqual([]);
  archive.restoreAnnotations({ uids: [claim.uid] });
  expect(speakers(archive, '')).toEqual(['Choi']);
  archive.binDocuments({ uids: [uid] });
  expect(speakers(archive, '')).toEqual([]);
  archive.restoreDocuments({ uids: [uid] });
  archive.updateAnnotation({ uid: claim.uid, kind: 'source' });
  expect(speakers(archive, '')).toEqual([]);
  expect(archive.listFieldValues({ kind: 'source', field: 'speaker', startsWith: '', limit: 5 })).toEqual([
    'Choi',
    'Park',
  ]);
  archive.binDocuments({ uids: [uid] });
  archive.purgeDocuments({ uids: [uid] });
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('after any annotating, changing and deleting the values are those of the annotations', () => {
  const fields = fc.dictionary(
    fc.constantFrom('speaker', 'verdict', 'a"b', 'x.y'),
    fc.constantFrom('', 'Kim', 'É', "'", '"'),
    {
      maxKeys: 3,
    },
  );
  const step = fc.tuple(fc.constantFrom('add', 'change', 'kind', 'delete', 'restore'), fc.nat(9), fields);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let archive = testArchive();
      const uid = insert(archive, 'A', text);
      const made: ReturnType<typeof annotateQuote>[] = [];
      for (const [act, pick, values] of steps) {
        const chosen = made[pick % Math.max(1, made.length)];
        if (act === 'add' || chosen === undefined) made.push(annotateQuote(archive, uid, 'six', { fields: values }));
        else if (act === 'delete') archive.deleteAnnotations({ uids: [chosen.uid] });
        else if (act === 'restore') archive.restoreAnnotations({ uids: [chosen.uid] });
        else if (archive.getAnnotations({ uids: [chosen.uid] })[0] !== null)
          archive.updateAnnotation({ uid: chosen.uid, ...(act === 'kind' ? { kind: 'event' } : { fields: values }) });
      }
      archive = reopened(archive);
      expect(archive.verify({})).toMatchObject({ ok: true });
      archive.close();
    }),
    { numRuns: 15 },
  );
});
