import type { ArchiveEvent } from '@shared/contract/shapes';
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
  report: { imported: [], skipped: [], updated: [], annotated: [], missing: [], failed: [], cancelled: false },
});

test('gives its id before the first event', async () => {
  const { jobs, events, ended } = jobsAt(() => 0);
  const id = jobs.start(async (job) => done(job));
  expect(events).toEqual([]);
  expect(await ended).toEqual([done(id)]);
});

test('announces progress every 50 ms at most, and always the end of it', async () => {
  let nowMs = 0;
  const { jobs, ended } = jobsAt(() => nowMs);
  jobs.start(async (job, { progress }) => {
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
  expected.jobs.start(async () => {
    throw new Failure('export/nothing', 'Nothing there.', { format: 'x' });
  });
  expect((await expected.ended)[0]).toMatchObject({
    type: 'jobFailed',
    code: 'export/nothing',
    params: { format: 'x' },
  });
  expect(expected.bugs).toEqual([]);

  const buggy = jobsAt(() => 0);
  buggy.jobs.start(async () => {
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
  const id = jobs.start(async (job, { signal }) => {
    aborted = signal.aborted;
    return done(job);
  });
  jobs.cancel(id);
  jobs.cancel('nobody');
  await ended;
  expect(aborted).toBe(true);
});
