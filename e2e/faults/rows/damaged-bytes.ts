/** B4–B5: pages overwritten and bits flipped. What changes anything a person can read has to be found. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '@main/archive/archive-api';
import { openArchive } from '@main/archive/open';
import type { DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { Random } from '../random';
import { type Bench, type Row, Tally } from '../row';
import { archiveIn, article, bodyOf } from '../small-archive';

const words = ['ministre', 'Corée', 'accord', 'été', 'frontière', 'navire', '북한', 'Киев', 'bilan', 'témoin'];

function fill(archive: Archive, random: Random): void {
  const text = (length: number): string => Array.from({ length }, () => random.pick(words)).join(' ');
  let before: DocumentUid | null = null;
  for (let number = 0; number < 25; number++) {
    const original = { bytes: Buffer.from(text(120)), fileName: `${number}.txt`, mediaType: 'text/plain' };
    const document = article(`Titre ${number}`, text(80), text(60));
    const { uid } = archive.insertImported(document, original);
    const exact = archive.openDocument({ uid }).document.text.slice(0, 12);
    const { uid: claim } = archive.annotate({
      document: uid,
      start: 0,
      end: 12,
      exact,
      kind: 'claim',
      labels: ['bilan'],
      comment: text(9),
    });
    if (before !== null) archive.link({ from: claim, to: { document: before }, relation: 'related' });
    before = uid;
    if (number % 5 === 0) archive.saveBody({ uid, revision: 0, body: bodyOf(text(70)), places: [] });
    if (number % 7 === 0) archive.setDocumentLabels({ uid, labels: ['asie', `n${number}`] });
    if (number % 9 === 0)
      archive.updateMetadata({ uid, metadata: { authors: [text(2)], site: text(1), date: '2025-11' } });
    if (number === 12) archive.binDocuments({ uids: [uid] });
    if (number === 13) archive.deleteAnnotations({ uids: [claim] });
  }
  const { uid: parent } = archive.createCollection({ name: text(2), parent: null });
  const { uid: collection } = archive.createCollection({ name: text(2), parent });
  if (before !== null) archive.addToCollection({ collection, documents: [before] });
  archive.saveSearch({ name: text(2), query: 'bilan', sort: 'relevance' });
  archive.setAlias({ names: ['RPDC', 'Corée du Nord'] });
}

/** All a person can read: documents, histories, annotations, links, originals. */
function readAll(archive: Archive): string {
  const bundle = archive.readBundle({ take: 'all' }, 0);
  const { documents, annotations, links, collections, memberships } = bundle;
  const histories = documents.map(({ uid }) => [bundle.readHistory(uid), archive.listRevisions({ uid })]);
  const originals = documents.flatMap(({ originals }) =>
    originals.map(({ sha256 }) => Buffer.from(bundle.readOriginal(sha256)).toString('base64')),
  );
  const searches = [archive.listSavedSearches({}), archive.listAliases({})];
  const lists = (['title', 'added'] as const).map((sort) =>
    (['all', 'bin'] as const).map((place) =>
      archive.listDocuments({ scope: { in: place }, sort, descending: false, offset: 0, limit: 100 }),
    ),
  );
  return JSON.stringify({
    documents,
    annotations,
    links,
    collections,
    memberships,
    histories,
    originals,
    searches,
    lists,
  });
}

/** Where two readings begin to differ, for the report. */
function firstDifference(sound: string, other: string): string {
  let at = 0;
  while (at < sound.length && sound[at] === other[at]) at++;
  return `${sound.slice(Math.max(0, at - 60), at + 20)} → ${other.slice(at, at + 20)}`;
}

type Outcome = 'refused' | 'found' | 'harmless' | 'silent';

/** What becomes of a damaged archive: refused at opening, found by verifying, the same to read, or silently other. */
function outcomeOf(path: string, sound: string): Outcome {
  let archive: Archive;
  try {
    archive = openArchive(path);
  } catch (error) {
    if (error instanceof Failure) return 'refused';
    throw error;
  }
  try {
    if (!archive.verify({}).ok) return 'found';
    const read = readAll(archive);
    if (read === sound) return 'harmless';
    if (process.env.POSTIL_FAULTS_SHOW) console.log(firstDifference(sound, read));
    return 'silent';
  } catch (error) {
    if (error instanceof Failure) return 'found';
    throw error;
  } finally {
    archive.close();
  }
}

function damage(
  row: Pick<Row, 'id' | 'name'>,
  spoil: (bytes: Buffer, random: Random) => string,
): (times: number, bench: Bench) => Promise<ReturnType<Tally['result']>> {
  return async (times, { quickFolder, random }) => {
    const tally = new Tally();
    const path = archiveIn(quickFolder(), (archive) => fill(archive, random));
    const whole = readFileSync(path);
    const opened = openArchive(path);
    const sound = readAll(opened);
    opened.close();
    const seen: Record<Outcome, number> = { refused: 0, found: 0, harmless: 0, silent: 0 };
    const place = quickFolder();
    for (let run = 0; run < times; run++) {
      const bytes = Buffer.from(whole);
      const what = spoil(bytes, random);
      const spoilt = join(place, `${run}.postil`);
      writeFileSync(spoilt, bytes);
      tally.ran();
      try {
        const outcome = outcomeOf(spoilt, sound);
        seen[outcome]++;
        if (outcome === 'silent') tally.half(`${what}: it reads otherwise, and nothing was found`);
      } catch (error) {
        tally.half(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const { refused, found, harmless, silent } = seen;
    tally.control(
      refused + found > times / 10,
      `${refused} refused at opening, ${found} found by verifying, ${harmless} changed nothing to read, ${silent} silent`,
    );
    return tally.result(row);
  };
}

const pageSize = 4096;
const overwritten = { id: 'B4', name: 'overwritten page' };
export const overwrittenPage: Row = {
  ...overwritten,
  times: { long: 300, short: 20 },
  run: damage(overwritten, (bytes, random) => {
    const pages = bytes.length / pageSize;
    const page = random.below(pages);
    const how = random.pick(['noise', 'zeros', 'another page'] as const);
    if (how === 'noise') random.bytes(pageSize).copy(bytes, page * pageSize);
    if (how === 'zeros') bytes.fill(0, page * pageSize, (page + 1) * pageSize);
    if (how === 'another page') {
      const other = random.below(pages);
      bytes.copy(bytes, page * pageSize, other * pageSize, (other + 1) * pageSize);
    }
    return `page ${page + 1} overwritten by ${how}`;
  }),
};

const flipBit = (bytes: Buffer, random: Random): string => {
  const at = random.below(bytes.length);
  const bit = random.below(8);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
  return `bit ${bit} of byte ${at}`;
};
const flipped = { id: 'B5', name: 'flipped bit: everything a person can read' };
export const flippedBit: Row = { ...flipped, times: { long: 1000, short: 30 }, run: damage(flipped, flipBit) };
