import type { DocumentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { insert, testArchive } from './test-archive';

const dispatch =
  'SÉOUL — Quasiment 600 militaires nord-coréens ont perdu la vie dans la région de Koursk, selon les décomptes des services de renseignement. Moscou et Pyongyang ont signé un traité de défense mutuelle en juin 2024, et les deux capitales parlent d’une entente parfaite. Le ministère sud-coréen de l’unification n’a pas souhaité commenter ces chiffres mercredi.';
const edited = `${dispatch.replace('SÉOUL — Quasiment', 'D’après l’agence, quelque')} Notre correspondant ajoute que la frontière restait fermée.`;
const korean =
  '북한은 러시아 쿠르스크 지역에 군인을 보냈다. 서울은 육백 명이 숨졌다고 밝혔다. 모스크바는 이를 부인했으며 평양은 아무 말도 하지 않았다. 통일부 대변인은 논평을 거부했다.';

/** The articles nearly the same as one. */
const likeOf = (archive: Archive, uid: DocumentUid): readonly DocumentUid[] =>
  archive.nearDuplicates({ uid, limit: 5 }).map(({ older, newer }) => (older.uid === uid ? newer.uid : older.uid));

function fill(archive: Archive, count: number): void {
  for (let index = 0; index < count; index++)
    insert(
      archive,
      `Autre ${index}`,
      `Le parlement a voté mardi la loi numéro ${index}, après ${index} semaines de débats et de nombreux amendements sur le budget.`,
    );
}

test('a dispatch edited by another paper is a near duplicate, whatever lies around it', () => {
  const archive = testArchive();
  fill(archive, 40);
  const first = insert(archive, 'Six cents morts', dispatch);
  const second = insert(archive, 'Koursk : le décompte', edited);
  insert(archive, '북한군', korean);
  expect(likeOf(archive, first)).toEqual([second]);
  const [only] = archive.nearDuplicates({ uid: second, limit: 5 });
  expect([only?.older.uid, only?.newer.uid]).toEqual([first, second]);
  expect(only?.share).toBeGreaterThan(0.7);
  expect(only?.share).toBeLessThan(1);
});

test('a Korean text with a sentence less is one; another text of the same words is none', () => {
  const archive = testArchive();
  const first = insert(archive, '하나', korean);
  const second = insert(archive, '둘', korean.slice(0, korean.lastIndexOf(' 통일부')));
  insert(archive, '셋', '통일부는 화요일에 예산안을 통과시켰다. 여당은 환영했고 평양은 아무 말도 하지 않았다.');
  expect(likeOf(archive, first)).toEqual([second]);
});

test('Korean texts are told apart where every pair of characters is common', () => {
  const archive = testArchive();
  const syllables = [...'정부대통령회담협력경제군사북한러시아'];
  const text = (seed: number): string => {
    let state = seed;
    const next = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 16;
    };
    return Array.from({ length: 900 }, () => syllables[next() % syllables.length]).join('');
  };
  const texts = Array.from({ length: 130 }, (_, seed) => text(seed + 1));
  const uids = texts.map((one, index) => insert(archive, `기사 ${index}`, one));
  const copy = insert(archive, '사본', `${texts[64]?.slice(0, 700)}평양은 아무 말도 하지 않았다`);
  expect(likeOf(archive, copy)).toContain(uids[64]);
});

test('a dispatch quoted inside a report five times as long is none, nor is a stub', () => {
  const archive = testArchive();
  const first = insert(archive, 'Dépêche', dispatch);
  const more = Array.from({ length: 90 }, (_, index) => `Phrase ${index} du reportage numéro ${index * 7}.`).join(' ');
  insert(archive, 'Reportage', `${dispatch} ${more} ${more.replaceAll('Phrase', 'Autre ligne')}`);
  const stub = insert(archive, 'Brève', 'Réservé aux abonnés du journal');
  insert(archive, 'Brève encore', 'Réservé aux abonnés du journal');
  expect(likeOf(archive, first)).toEqual([]);
  expect(likeOf(archive, stub)).toEqual([]);
});

test('articles in the bin and notes are left out', () => {
  const archive = testArchive();
  const first = insert(archive, 'Dépêche', dispatch);
  const binned = insert(archive, 'Au panier', edited);
  insert(archive, 'Note', dispatch, { type: 'note' });
  archive.binDocuments({ uids: [binned] });
  expect(likeOf(archive, first)).toEqual([]);
});

test('steps through all articles tell each pair once, the older one first', () => {
  const archive = testArchive();
  const first = insert(archive, 'Dépêche', dispatch);
  fill(archive, 5);
  const second = insert(archive, 'Ailleurs', edited);
  const told = [];
  let step = archive.nearDuplicatesStep({ after: 0 });
  told.push(...step.pairs);
  while (step.after !== null) {
    step = archive.nearDuplicatesStep({ after: step.after });
    told.push(...step.pairs);
  }
  const alike = told.filter(({ share }) => share > 0.5).map(({ older, newer }) => [older.uid, newer.uid]);
  expect(alike).toContainEqual([first, second]);
  expect(new Set(alike.map(String)).size).toBe(alike.length);
  expect([step.done, step.total]).toEqual([7, 7]);
});

test('a pair to be kept is marked so, in either order, until that is taken back or one is deleted for good', () => {
  const archive = testArchive();
  const first = insert(archive, 'Dépêche', dispatch);
  const second = insert(archive, 'Ailleurs', edited);
  const marked = () => archive.nearDuplicates({ uid: first, limit: 5 }).map(({ keptApart }) => keptApart);
  expect(marked()).toEqual([false]);
  archive.setKeptApart({ one: second, other: first, apart: true });
  archive.setKeptApart({ one: first, other: second, apart: true });
  expect(marked()).toEqual([true]);
  expect(archive.nearDuplicatesStep({ after: 0 }).pairs).toMatchObject([{ keptApart: true }]);
  expect(archive.verify({}).ok).toBe(true);

  const other = testArchive();
  const { readHistory: _, ...bundle } = archive.readBundle({ take: 'all' }, 0);
  expect(bundle.keptApart).toEqual([[first, second]]);
  other.insertBundle({ ...bundle, originals: new Map(), assets: new Map(), histories: new Map() });
  expect(other.nearDuplicates({ uid: second, limit: 5 })).toMatchObject([{ keptApart: true }]);

  archive.setKeptApart({ one: first, other: second, apart: false });
  expect(marked()).toEqual([false]);
  other.binDocuments({ uids: [second] });
  other.purgeDocuments({ uids: [second] });
  expect(other.readBundle({ take: 'all' }, 0).keptApart).toEqual([]);
});

test('an archive without articles is done at once', () => {
  expect(testArchive().nearDuplicatesStep({ after: 0 })).toEqual({ pairs: [], done: 0, total: 0, after: null });
});
