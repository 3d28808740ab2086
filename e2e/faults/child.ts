/**
 * The process that is killed. Each task works on a real archive and says, a line each,
 * what was answered as done; what it said before it died is what must be there.
 */
import { readFileSync, writeSync } from 'node:fs';
import { createArchiveOver } from '@main/archive/archive';
import type { Archive } from '@main/archive/archive-api';
import { lockArchive } from '@main/archive/archive-lock';
import { connect } from '@main/archive/connect';
import { openArchive } from '@main/archive/open';
import { restoreArchive } from '@main/archive/restore';
import { createStore } from '@main/archive/store';
import { parseFile } from '@main/import/parse-file';
import { createBackups } from '@main/services/backups';
import { createServices } from '@main/services/services';
import type { Body } from '@shared/model/block';
import { type DocumentUid, documentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { textOf } from '@shared/text/canonical-text';
import { bodyOf } from './small-archive';

const say = (line: string): void => void writeSync(1, `${line}\n`);
const fixedNow = (): number => Date.UTC(2026, 0, 1);

const servicesOver = (archive: Archive) =>
  createServices({ archive, parse: parseFile, nowMs: fixedNow, samplesFolder: '' });

function saveWhole(archive: Archive, uid: DocumentUid, body: Body): void {
  const { revision } = archive.openDocument({ uid }).document;
  archive.saveBody({ uid, revision, body, places: [] });
}

/** As the window saves: by what takes the place of which blocks. */
function saveEdit(archive: Archive, uid: DocumentUid, { blocks, version }: Body): void {
  const { revision, body } = archive.openDocument({ uid }).document;
  const after = { count: blocks.length, length: textOf({ blocks, version }).length };
  const saved = archive.saveEdit({ uid, revision, from: 0, removed: body.blocks.length, blocks, ...after, places: [] });
  if (saved.revision === null) throw new Error('The archive refused an edit of its own body');
}

/** Annotates, and saves the body every third time; a state names itself at both ends of its text. */
function write(archive: Archive, document: DocumentUid, rounds: number, checkpointEvery: number): void {
  const passage = { start: 0, end: 4, exact: 'État' } as const;
  for (let round = 1; round <= rounds; round++) {
    if (round % 3 === 0) {
      const body = bodyOf(`État ${round} au début`, 'la Corée du Nord '.repeat(20), `État ${round} à la fin`);
      if (round % 2 === 0) saveWhole(archive, document, body);
      else saveEdit(archive, document, body);
      say(`saved ${round}`);
    } else {
      const { uid } = archive.annotate({ document, ...passage, kind: 'claim', labels: ['bilan'], comment: `${round}` });
      say(`annotated ${uid}`);
    }
    if (round % checkpointEvery === 0) archive.checkpoint();
  }
}

/** An archive as a build that had forgotten `synchronous=FULL` would open it: the control of the power cut. */
function openCareless(path: string): Archive {
  const db = connect(path, { create: false, journal: 'wal' });
  db.pragma('synchronous = NORMAL');
  return createArchiveOver(createStore(db, path, {}), () => undefined);
}

const numbered = (text: string | undefined): number => Number(text ?? Number.NaN);

const tasks: Readonly<Record<string, (...args: readonly string[]) => unknown>> = {
  write: (path = '', document = '', rounds, checkpointEvery) => {
    const archive = openArchive(path);
    say('ready');
    write(archive, documentUid(document), numbered(rounds), numbered(checkpointEvery));
  },
  'write-carelessly': (path = '', document = '', rounds, checkpointEvery) => {
    const archive = openCareless(path);
    say('ready');
    write(archive, documentUid(document), numbered(rounds), numbered(checkpointEvery));
  },
  import: async (path = '', folder = '') => {
    const archive = openArchive(path);
    say('ready');
    const onProgress = (done: number): void => say(`progress ${done}`);
    const report = await servicesOver(archive).importPaths([folder], { onProgress });
    for (const { code, message } of report.failed) say(`failed ${code} ${message}`);
    archive.close();
    say('done');
  },
  open: (path = '') => {
    say('ready');
    const started = performance.now();
    const archive = openArchive(path);
    say(`opened after ${Math.round(performance.now() - started)}`);
    archive.close();
  },
  'back-up': async (path = '', folder = '') => {
    const archive = openArchive(path);
    say('ready');
    // Each has a name of its own: the clock goes on an hour a backup.
    let hour = 0;
    const nowMs = (): number => fixedNow() + hour * 3_600_000;
    const backups = createBackups({ archive, archivePath: path, folder, nowMs });
    for (;;) {
      hour++;
      const { name } = await backups.make('by-hand');
      say(`made ${name}`);
    }
  },
  export: async (path = '', format = '', target = '') => {
    const archive = openArchive(path);
    say('ready');
    await servicesOver(archive).exportTo(format, { take: 'all' }, target);
    say('done');
  },
  restore: (path = '', backup = '') => {
    say('ready');
    restoreArchive(path, backup, new Date(fixedNow()));
    say('done');
  },
  'hold-lock': (path = '') => {
    const held = lockArchive(path);
    say('ready');
    // Referred to for ever, or the collector would let go of it.
    setInterval(() => held, 1000);
  },
  'hold-writing': (path = '') => {
    const held = connect(path, { create: false, journal: 'wal' });
    held.exec('BEGIN IMMEDIATE');
    say('ready');
    setInterval(() => held, 1000);
  },
  /** Writes until it fails, and says how. */
  fill: (path = '') => {
    const archive = openArchive(path);
    say('ready');
    for (let number = 0; ; number++) {
      const bytes = crypto.getRandomValues(new Uint8Array(60_000));
      const original = { bytes, fileName: 'x', mediaType: 'application/pdf' };
      const title = `T${number}`;
      const document = {
        type: 'article',
        title,
        body: bodyOf('mots'),
        labels: [],
        mediaType: 'x',
        losses: [],
      } as const;
      const metadata = { authors: [], site: '', url: '', date: '', language: '', description: '' };
      const { uid } = archive.insertImported({ ...document, metadata }, original);
      say(`inserted ${uid}`);
    }
  },
  /** Parses a file and says how it ended, how long it took, and how much more memory (the most ever held) it needed. */
  parse: async (name = '', file = '') => {
    const warm = new TextEncoder().encode('<!doctype html><title>Warm</title><p>Some words to load the parsers with.');
    await parseFile({ name: 'warm.html', bytes: warm });
    const bytes = readFileSync(file);
    const before = process.resourceUsage().maxRSS;
    const started = performance.now();
    const outcome = await parseFile({ name, bytes });
    const afterMs = Math.round(performance.now() - started);
    const moreMb = Math.round((process.resourceUsage().maxRSS - before) / 1024);
    const polluted = Reflect.get({}, 'admin') !== undefined;
    say(JSON.stringify({ code: outcome.ok ? 'none' : outcome.error.code, afterMs, moreMb, polluted }));
  },
};

const [task = '', ...args] = process.argv.slice(2);
try {
  await tasks[task]?.(...args);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(`failure ${error.data.code}`);
}
