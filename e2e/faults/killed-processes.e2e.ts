/** A6 and A7: the app's own processes killed under it while a person works. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../app';
import { stored } from '../cli';
import { seeded } from './random';
import { report, timesOf } from './report';
import { Tally } from './row';
import { seed } from './run-row';

interface Typing {
  /** What was typed, with the time of each piece in milliseconds before the kill. */
  readonly typed: readonly { readonly piece: string; readonly beforeKillMs: number }[];
  readonly uid: string;
  readonly error: string;
}

/**
 * Opens a new note, types into it, kills the window's process, and waits until it is there again. Carried out in
 * the main process: the driver's own page object does not outlive its process.
 */
function typeAndKill(electron: ElectronApplication, title: string, forMs: number, gapMs: number): Promise<Typing> {
  return electron.evaluate(
    async ({ BrowserWindow }, given) => {
      const [window] = BrowserWindow.getAllWindows();
      const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
      if (window === undefined) return { typed: [], uid: '', error: 'no window' };
      const contents = window.webContents;
      const ready = `(async () => {
        const wait = (ms) => new Promise((done) => setTimeout(done, ms));
        for (let turn = 0; turn < 400 && !document.querySelector('[role=row]') && !document.querySelector('[role=searchbox], input[type=search]'); turn++) await wait(25);
        const made = await window.postil.call('createNote', { title: ${JSON.stringify(given.title)} });
        if (!made.ok) return { error: made.error.message };
        for (let turn = 0; turn < 400; turn++) {
          const row = [...document.querySelectorAll('[role=grid] [role=row]')].find((one) => one.textContent.includes(${JSON.stringify(given.title)}));
          row?.click();
          row?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
          row?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
          const field = document.querySelector('[contenteditable=true]');
          const shown = [...document.querySelectorAll('input, textarea')].some((one) => one.value === ${JSON.stringify(given.title)});
          if (field && shown) {
            // The title of a note without words takes the focus by itself, a moment after it is shown.
            await wait(400);
            field.focus();
            await wait(200);
            if (document.activeElement === field) return { uid: made.value.uid };
          }
          await wait(25);
        }
        return { error: 'the note did not open' };
      })()`;
      const opened = await contents.executeJavaScript(ready);
      if (opened.error !== undefined) return { typed: [], uid: '', error: String(opened.error) };
      await pause(100);
      const at: { piece: string; ms: number }[] = [];
      const end = performance.now() + given.forMs;
      for (let number = 0; performance.now() < end; number++) {
        const piece = `${number} `;
        await contents.insertText(piece);
        at.push({ piece, ms: performance.now() });
        await pause(given.gapMs);
      }
      const killed = performance.now();
      const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()));
      contents.forcefullyCrashRenderer();
      await gone;
      await pause(50);
      // The app brings it back by itself, but not three times in half a minute.
      if (!contents.isLoading() && contents.isCrashed()) contents.reload();
      for (let turn = 0; turn < 400 && (contents.isLoading() || contents.isCrashed()); turn++) await pause(25);
      const typed = at.map(({ piece, ms }) => ({ piece, beforeKillMs: killed - ms }));
      return { typed, uid: String(opened.uid), error: '' };
    },
    { title, forMs, gapMs },
  );
}

test('A6 a window killed while a person types loses at most the last second', async ({ journey }) => {
  const times = timesOf({ long: 200, short: 2 });
  test.setTimeout(60_000 + times * 20_000);
  const tally = new Tally();
  const random = seeded(seed);
  const { electron, archive } = await journey.start();
  let typedInAll = 0;
  let oldestLostMs = 0;
  await journey.expectCrash(async () => {
    for (let run = 0; run < times; run++) {
      const title = `Cut off ${run}`;
      const { typed, error } = await typeAndKill(electron, title, 100 + random.below(1900), 15 + random.below(40));
      if (error !== '') {
        tally.half(`run ${run}: ${error}`);
        continue;
      }
      tally.ran();
      const { text } = await stored(archive, title);
      const whole = typed.map(({ piece }) => piece).join('');
      tally.expect(whole.startsWith(text), `run ${run} kept “${text.slice(-20)}”, which was not typed so`);
      let length = 0;
      for (const { piece, beforeKillMs } of typed) {
        length += piece.length;
        typedInAll++;
        // The blank after the last number may be cut from the text's end.
        if (text.length >= length - 1) continue;
        oldestLostMs = Math.max(oldestLostMs, beforeKillMs);
        if (beforeKillMs > 1000) tally.lost(`“${piece}” of run ${run}, typed ${Math.round(beforeKillMs)} ms before`);
      }
    }
  });
  tally.control(
    typedInAll > times * 5,
    `${typedInAll} pieces typed; the oldest lost was ${Math.round(oldestLostMs)} ms old`,
  );
  report(tally.result({ id: 'A6', name: 'window killed while typing' }));
});

/** Ends the archive process as the system would, from outside. */
function killArchive(electron: ElectronApplication): Promise<boolean> {
  return electron.evaluate(({ app }) => {
    const host = app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Postil archive');
    if (host !== undefined) process.kill(host.pid, 'SIGKILL');
    return host !== undefined;
  });
}

interface Burst {
  readonly promised: readonly string[];
  readonly recoveredMs: number;
}

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
  const recoveredMs = await page.evaluate(async () => {
    const died = performance.now();
    for (;;) {
      const answer = await Promise.race([
        window.postil.call('archiveInfo', {}),
        new Promise<null>((resolve) => setTimeout(() => resolve(null), 250)),
      ]);
      if (answer?.ok || performance.now() - died > 30_000) return performance.now() - died;
    }
  });
  const promised = await page.evaluate(async () => {
    await Promise.race([window.burst.end(), new Promise((resolve) => setTimeout(resolve, 3000))]);
    return [...window.burst.promised];
  });
  return { promised, recoveredMs };
}

declare const window: Window & {
  readonly postil: {
    readonly call: (name: string, input: unknown) => Promise<{ readonly ok: boolean; readonly value: unknown }>;
  };
  readonly burst: { readonly promised: readonly string[]; readonly end: () => Promise<void> };
};

async function titlesNow(page: Page, beginning: string): Promise<readonly string[]> {
  const found = await page.evaluate(async () => {
    const titles: string[] = [];
    const began = performance.now();
    for (let offset = 0; ; ) {
      const answer = await window.postil.call('listDocuments', {
        scope: { in: 'all' },
        sort: 'added',
        descending: true,
        offset,
        limit: 500,
      });
      // Right after a start a call may still be told that the archive is not there yet.
      if (!answer.ok && performance.now() - began < 30_000) continue;
      if (!answer.ok) throw new Error(`The archive does not answer: ${JSON.stringify(answer)}`);
      offset += 500;
      const { rows } = answer.value as { readonly rows: readonly { readonly title: string }[] };
      titles.push(...rows.map(({ title }) => title));
      if (rows.length < 500) return titles;
    }
  });
  return found.filter((title) => title.startsWith(beginning));
}

test('A7 an archive process killed under the window: nothing lost, nothing twice, back in two seconds', async ({
  journey,
}) => {
  const times = timesOf({ long: 200, short: 2 });
  test.setTimeout(120_000 + times * 20_000);
  const tally = new Tally();
  const random = seeded(seed);
  let app = await journey.start();
  const recoveries: number[] = [];
  for (let run = 0; run < times; run++) {
    // Twice in half a minute it is started again by itself; a third time it is given up, which is another row.
    if (run > 0 && run % 2 === 0) app = await journey.restart(app);
    const burst = await writeThrough(app, `${run}`, random.below(40));
    if (burst === null) {
      tally.half(`run ${run}: there was no archive process`);
      continue;
    }
    tally.ran();
    recoveries.push(burst.recoveredMs);
    tally.expect(burst.recoveredMs <= 2000, `run ${run}: back after ${Math.round(burst.recoveredMs)} ms`);
    const held = await titlesNow(app.page, `N-${run}-`);
    for (const title of burst.promised) if (!held.includes(title)) tally.lost(title);
    tally.expect(new Set(held).size === held.length, `run ${run}: a note was made twice`);
  }
  recoveries.sort((a, b) => a - b);
  const [median = 0, worst = 0] = [recoveries[Math.floor(recoveries.length / 2)], recoveries.at(-1)];
  tally.control(recoveries.length > 0, `back after ${Math.round(median)} ms (median), ${Math.round(worst)} ms (worst)`);
  report(tally.result({ id: 'A7', name: 'archive process killed under the app' }));
});

test('A7b an archive process that dies three times at once is given up, and the person is told', async ({
  journey,
}) => {
  const tally = new Tally();
  const { electron, page } = await journey.start();
  await electron.evaluate(({ dialog }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      told.push(JSON.stringify(given.at(-1)));
      return new Promise(() => undefined);
    };
  });
  const told = async (): Promise<string> => {
    const inDialog = await electron.evaluate(() => String(Reflect.get(globalThis, 'told')));
    return `${inDialog} ${await page.locator('body').innerText()}`;
  };
  const pidOf = (): Promise<number> =>
    electron.evaluate(
      ({ app }) =>
        app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Postil archive')?.pid ?? 0,
    );
  const giveUp = /several times|three times|plusieurs fois|stopped/i;
  let before = 0;
  for (let death = 1; death <= 3; death++) {
    await expect.poll(pidOf, 'a fresh process').not.toBe(before);
    await expect.poll(pidOf).not.toBe(0);
    tally.expect(!giveUp.test(await told()), `given up before the death number ${death}`);
    before = await pidOf();
    await killArchive(electron);
    tally.ran();
  }
  await expect.poll(told, 'the person is told').toMatch(giveUp);
  // The recovery screen asks a process of its own what there is to recover from; the archive is not opened again.
  tally.expect(await page.locator('.recovery').isVisible(), 'it was started a fourth time');
  report(tally.result({ id: 'A7b', name: 'three quick crashes of the archive process' }));
});
