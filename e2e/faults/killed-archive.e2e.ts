/** A7: the archive's process killed under the app while the window writes. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../app';
import { passTime, takeClock } from './clock';
import { seeded } from './random';
import { report, timesOf } from './report';
import { Tally } from './row';
import { seed } from './run-row';

declare const window: Window & {
  readonly postil: {
    readonly call: (name: string, input: unknown) => Promise<{ readonly ok: boolean; readonly value: unknown }>;
  };
  readonly burst: { readonly promised: readonly string[]; readonly end: () => Promise<void> };
};

/** Longest a window is waited for, in milliseconds; the row's own limit is two seconds. */
const givenUpAfterMs = 30_000;

/** The process's number; 0 when there is none. */
const archivePid = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(
    ({ app }) =>
      app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Postil archive')?.pid ?? 0,
  );

/** Ends the archive process as the system would, from outside. */
async function killArchive(electron: ElectronApplication): Promise<boolean> {
  const pid = await archivePid(electron);
  if (pid !== 0) process.kill(pid, 'SIGKILL');
  return pid !== 0;
}

interface Burst {
  readonly promised: readonly string[];
  readonly recoveredMs: number;
}

/** How long until the archive answers the window, in milliseconds. */
const answersAfterMs = (page: Page): Promise<number> =>
  page.evaluate(async (longestMs) => {
    const died = performance.now();
    for (;;) {
      const answer = await Promise.race([
        window.postil.call('archiveInfo', {}),
        new Promise<null>((resolve) => setTimeout(() => resolve(null), 250)),
      ]);
      if (answer?.ok || performance.now() - died > longestMs) return performance.now() - died;
    }
  }, givenUpAfterMs);

/** Makes notes without end until the archive has died and answers again; a note that was answered is promised. */
async function writeThrough({ page, electron }: RunningApp, round: string, killAfterMs: number): Promise<Burst | null> {
  await page.evaluate((name) => {
    const promised: string[] = [];
    let stop = false;
    const work = (async () => {
      for (let number = 0; !stop; number++) {
        const title = `N-${name}-${number}-`;
        const answer = await window.postil.call('createNote', { title });
        if (answer.ok) promised.push(title);
      }
    })();
    const end = (): Promise<void> => {
      stop = true;
      return work;
    };
    Object.assign(window, { burst: { promised, end } });
  }, round);
  await page.waitForTimeout(killAfterMs);
  if (!(await killArchive(electron))) return null;
  const recoveredMs = await answersAfterMs(page);
  const promised = await page.evaluate(async () => {
    await Promise.race([window.burst.end(), new Promise((resolve) => setTimeout(resolve, 3000))]);
    return [...window.burst.promised];
  });
  return { promised, recoveredMs };
}

/** Titles that begin so, newest first, as far as they lie together. */
const newestTitles = (page: Page, beginning: string): Promise<readonly string[]> =>
  page.evaluate(async (begins) => {
    const titles: string[] = [];
    const scope = { in: 'all' };
    for (let offset = 0; ; offset += 500) {
      const list = { scope, sort: 'added', descending: true, offset, limit: 500 };
      const answer = await window.postil.call('listDocuments', list);
      if (!answer.ok) throw new Error(`The archive does not answer: ${JSON.stringify(answer)}`);
      const { rows } = answer.value as { readonly rows: readonly { readonly title: string }[] };
      titles.push(...rows.map(({ title }) => title).filter((title) => title.startsWith(begins)));
      if (rows.length < 500 || !rows.at(-1)?.title.startsWith(begins)) return titles;
    }
  }, beginning);

/** Kills it three times at once, and tries again from the screen that then shows. Returns whether it came back. */
async function giveUpAndTryAgain({ electron, page }: RunningApp): Promise<boolean> {
  let before = 0;
  for (let death = 0; death < 3; death++) {
    await expect.poll(() => archivePid(electron), 'a fresh process').not.toBe(before);
    await expect.poll(() => archivePid(electron)).not.toBe(0);
    before = await archivePid(electron);
    process.kill(before, 'SIGKILL');
  }
  await expect(page.locator('.recovery')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('searchbox')).toBeVisible();
  return (await answersAfterMs(page)) < givenUpAfterMs;
}

test('A7 an archive process killed under the window: nothing lost, nothing twice, back in two seconds', async ({
  journey,
}) => {
  const times = timesOf({ long: 200, short: 2 });
  test.setTimeout(120_000 + times * 20_000);
  const tally = new Tally();
  const random = seeded(seed);
  const app = await journey.start();
  await takeClock(app.electron);
  const recoveries: number[] = [];
  let given = 0;
  for (let run = 0; run < times; run++) {
    // Twice in half a minute it is started again by itself; a third time it is given up.
    await passTime(app.electron, 30_000);
    if (run % 20 === 1) {
      given++;
      tally.expect(await giveUpAndTryAgain(app), `run ${run}: not there after “Try again”`);
      await passTime(app.electron, 30_000);
    }
    const burst = await writeThrough(app, `${run}`, random.below(40));
    if (burst === null) {
      tally.half(`run ${run}: there was no archive process`);
      continue;
    }
    tally.ran();
    recoveries.push(burst.recoveredMs);
    tally.expect(burst.recoveredMs <= 2000, `run ${run}: back after ${Math.round(burst.recoveredMs)} ms`);
    const held = await newestTitles(app.page, `N-${run}-`);
    for (const title of burst.promised) if (!held.includes(title)) tally.lost(title);
    tally.expect(new Set(held).size === held.length, `run ${run}: a note was made twice`);
  }
  recoveries.sort((a, b) => a - b);
  const [median = 0, worst = 0] = [recoveries[Math.floor(recoveries.length / 2)], recoveries.at(-1)];
  const back = `back after ${Math.round(median)} ms (median), ${Math.round(worst)} ms (worst)`;
  tally.control(recoveries.length > 0, `${back}; given up and tried again ${given} times`);
  report(tally.result({ id: 'A7', name: 'archive process killed under the app' }));
});

test('A7b an archive process that dies three times at once is given up, and the person is told', async ({
  journey,
}) => {
  const tally = new Tally();
  const { electron, page } = await journey.start();
  const told = (): Promise<string> => page.locator('body').innerText();
  const giveUp = /several times|stopped/i;
  let before = 0;
  for (let death = 1; death <= 3; death++) {
    await expect.poll(() => archivePid(electron), 'a fresh process').not.toBe(before);
    await expect.poll(() => archivePid(electron)).not.toBe(0);
    tally.expect(!giveUp.test(await told()), `given up before the death number ${death}`);
    before = await archivePid(electron);
    // A menu that is open is in the way of what comes.
    if (death === 3) await page.getByRole('button', { name: 'Import', exact: true }).click();
    await killArchive(electron);
    tally.ran();
  }
  await expect.poll(told, 'the person is told').toMatch(giveUp);
  // The recovery screen asks a process of its own what there is to recover from; the archive is not opened again.
  tally.expect(await page.locator('.recovery').isVisible(), 'it was started a fourth time');
  await expect(page.getByRole('menu'), 'nothing lies over it').toHaveCount(0);
  await expect(page.locator('.recovery__rungs').getByRole('button').first()).toBeFocused();
  report(tally.result({ id: 'A7b', name: 'three quick crashes of the archive process' }));
});
