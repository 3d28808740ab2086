import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveEvent } from '@shared/contract/events';
import { Failure } from '@shared/outcome/outcome';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { connect } from '../archive/connect';
import { createArchive } from '../archive/open';
import { parseFile } from '../import/parse-file';
import { createHealth } from './health';
import { hostPaths } from './host-paths.test-support';
import { openOne } from './open-one';

// The timers of what goes on beside other work; what a job waits for stays real.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** An archive of some notes, open as the app has it. */
function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'postil-open-one-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const archive = join(folder, 'a.postil');
  const made = createArchive(archive);
  for (const title of ['Un', 'Deux', 'Trois']) made.createNote({ title });
  made.close();
  const events: ArchiveEvent[] = [];
  const counted: boolean[] = [];
  const paths = hostPaths(archive, { checkedAtMs: Date.now() });
  const open = openOne(
    {
      paths,
      parse: parseFile,
      grantedPaths: () => [],
      emit: (event) => events.push(event),
      log: { note: () => undefined, bug: (_what, error) => expect.unreachable(String(error)) },
      backupsFolder: () => paths.backupsFolder,
      backUpFirst: () => true,
      health: createHealth(() => undefined).now,
      lookInto: () => Promise.reject(new Failure('backup/not-found', 'None.')),
      restore: () => Promise.reject(new Failure('backup/not-found', 'None.')),
      onChecked: () => undefined,
      onBackedUp: () => undefined,
      onWork: () => undefined,
      onCounted: (complete) => counted.push(complete),
    },
    false,
  );
  onTestFinished(() => open.close());
  return { archive, events, counted };
}

function indexed(path: string): number {
  const db = connect(path, { create: false, journal: 'wal' });
  try {
    return Number(db.prepare('SELECT count(*) FROM document_index').pluck().get());
  } finally {
    db.close();
  }
}

/** Lets the jobs go on, which wait for no timer. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

test('an index that lacks documents is made anew by itself, a moment after the archive was opened', async () => {
  const { archive, events, counted } = opened();
  const db = connect(archive, { create: false, journal: 'wal' });
  db.exec('DELETE FROM document_index WHERE rowid = 2');
  db.close();
  vi.advanceTimersByTime(1_900);
  expect([counted, indexed(archive)], 'the start is left to the person').toEqual([[], 2]);
  vi.advanceTimersByTime(200);
  expect(counted).toEqual([false]);
  await until(() => events.some(({ type }) => type === 'indexRebuilt'));
  expect(events).toContainEqual(expect.objectContaining({ type: 'indexRebuilt', documents: 3 }));
  expect(indexed(archive)).toBe(3);
});

test('an index that holds everything is left alone', async () => {
  const { events, counted } = opened();
  vi.advanceTimersByTime(2_100);
  await new Promise((resolve) => setImmediate(resolve));
  expect(counted).toEqual([true]);
  expect(events.filter(({ type }) => type === 'jobProgress' || type === 'indexRebuilt')).toEqual([]);
});
