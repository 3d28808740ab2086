import type { ArchiveEvent, RunningWork } from '@shared/contract/events';
import { emptyReport } from '@shared/contract/import-report';
import { Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { createJobs } from './jobs';

/** Jobs with a clock of one's own; `ended` resolves with the events once a last one came. */
function jobsAt(nowMs: () => number) {
  const events: ArchiveEvent[] = [];
  const bugs: unknown[] = [];
  let end: () => void = () => undefined;
  const ended = new Promise<readonly ArchiveEvent[]>((resolve) => {
    end = () => resolve(events);
  });
  const emit = (event: ArchiveEvent): void => {
    events.push(event);
    if (event.type !== 'jobProgress') end();
  };
  return { jobs: createJobs(emit, (error) => bugs.push(error), nowMs), events, bugs, ended };
}
const done = (job: string): ArchiveEvent => ({
  type: 'importDone',
  job,
  report: { ...emptyReport(), cancelled: false },
});

test('gives its id before the first event', async () => {
  const { jobs, events, ended } = jobsAt(() => 0);
  const id = jobs.start('import', async (job) => done(job));
  expect(events).toEqual([]);
  expect(await ended).toEqual([done(id)]);
});

test('announces progress every 50 ms at most, and always the end of it', async () => {
  let nowMs = 0;
  const { jobs, ended } = jobsAt(() => nowMs);
  jobs.start('import', async (job, { progress }) => {
    for (let count = 0; count <= 100; count++) {
      progress(count, 100, 'x');
      nowMs += 10;
    }
    return done(job);
  });
  const counts = (await ended).flatMap((event) => (event.type === 'jobProgress' ? [event.done] : []));
  expect(counts).toHaveLength(21);
  expect(counts.slice(0, 3)).toEqual([0, 5, 10]);
  expect(counts.at(-1)).toBe(100);
});

test('reports an expected failure with its code, and a bug calmly', async () => {
  const expected = jobsAt(() => 0);
  expected.jobs.start('import', async () => {
    throw new Failure('export/nothing', 'Nothing there.', { format: 'x' });
  });
  expect((await expected.ended)[0]).toMatchObject({
    type: 'jobFailed',
    code: 'export/nothing',
    params: { format: 'x' },
  });
  expect(expected.bugs).toEqual([]);

  const buggy = jobsAt(() => 0);
  buggy.jobs.start('import', async () => {
    throw new TypeError('secret words');
  });
  const [event] = await buggy.ended;
  expect(event).toMatchObject({ type: 'jobFailed', code: 'internal' });
  expect(JSON.stringify(event)).not.toContain('secret');
  expect(buggy.bugs).toHaveLength(1);
});

test('stops a job even before it has begun, and minds no unknown id', async () => {
  const { jobs, ended } = jobsAt(() => 0);
  let aborted = false;
  const id = jobs.start('import', async (job, { signal }) => {
    aborted = signal.aborted;
    return done(job);
  });
  jobs.cancel(id);
  jobs.cancel('nobody');
  await ended;
  expect(aborted).toBe(true);
});

test('tells what is under way and how far, and that nothing is left', async () => {
  const told: (readonly RunningWork[])[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const jobs = createJobs(
    () => undefined,
    () => undefined,
    () => 0,
    (work) => told.push(work),
  );
  jobs.start('import', async (job, { progress }) => {
    progress(40, 100, '', 'backing-up');
    await held;
    return done(job);
  });
  jobs.start('export', async (job) => {
    release();
    return done(job);
  });
  await jobs.stopAll();
  expect(told[0]).toEqual([{ kind: 'import', done: 0, total: 0 }]);
  expect(told).toContainEqual([
    { kind: 'import', stage: 'backing-up', done: 40, total: 100 },
    { kind: 'export', done: 0, total: 0 },
  ]);
  expect(told.at(-1)).toEqual([]);
});

test('stops all there are, and is done only when they have cleared up', async () => {
  const cleared: string[] = [];
  const jobs = createJobs(
    () => undefined,
    () => undefined,
    () => 0,
  );
  for (const name of ['one', 'other'])
    jobs.start('export', async (job, { signal }) => {
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await Promise.resolve();
      cleared.push(name);
      return done(job);
    });
  await jobs.stopAll();
  expect(cleared).toEqual(['one', 'other']);
  await expect(jobs.stopAll()).resolves.toBeUndefined();
});

test('says what is under way to whoever did not start it, until it is over', async () => {
  const { jobs, ended } = jobsAt(() => 0);
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const id = jobs.start({ kind: 'export', name: 'out', grant: 'g' }, async (job, { progress }) => {
    progress(3, 9, 'x.md');
    await held;
    return done(job);
  });
  expect(jobs.running()).toEqual([
    { job: id, kind: 'export', name: 'out', grant: 'g', done: 0, total: 0, current: '' },
  ]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(jobs.running()).toMatchObject([{ job: id, done: 3, total: 9, current: 'x.md' }]);
  go();
  await ended;
  expect(jobs.running()).toEqual([]);
});

test('a job may have all others stop, and goes on itself', async () => {
  const { jobs, events } = jobsAt(() => 0);
  const other = jobs.start('verify', async (_job, { signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    throw new Failure('verify/cancelled', 'Stopped.');
  });
  const mine = await new Promise<string>((resolve) => {
    jobs.start('restore', async (job, { signal }) => {
      await jobs.stopOthers(job);
      expect(signal.aborted).toBe(false);
      resolve(job);
      return { type: 'restoreDone', job };
    });
  });
  expect(events[0]).toMatchObject({ type: 'jobFailed', job: other, code: 'verify/cancelled' });
  expect(jobs.running().every(({ job }) => job === mine)).toBe(true);
});
