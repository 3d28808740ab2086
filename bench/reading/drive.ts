/** Starts a contestant in Electron, does what a person does in it, and takes the figures. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { _electron, type CDPSession, type ElectronApplication, errors, type Page } from '@playwright/test';
import { articleTitle } from './archive';
import { type Contestant, folderOf } from './contestants';
import type {} from './probe';

export interface Materials {
  readonly root: string;
  /** Folder of the built page. */
  readonly page: string;
  /** The built probe. */
  readonly probe: string;
  /** An archive with the article and its passages. */
  readonly archive: string;
  readonly passages: number;
}

/** Values by metric; a metric that could not be taken has the reason instead. */
export type Figures = Map<string, number[] | { readonly failed: string }>;

export const metrics = {
  paint: 'open to readable paint, ms',
  interactive: 'open to interactive, ms',
  key: 'key to next frame, ms',
  keyWork: 'main thread a key, ms',
  add: 'adding a passage, ms',
  addWork: 'adding, main thread, ms',
  longestFrame: 'scrolling, longest frame, ms',
  dropped: 'scrolling, dropped frames of 240',
  memory: 'memory (PSS), MB',
} as const;

const limitMs = 60_000;
const keysTyped = 60;
const keyPauseMs = 90;
const passagesAdded = 8;

/** Frames come when they are ready, not on a clock: what is measured is the work, not the wait. */
const switches = ['--disable-frame-rate-limit', '--disable-gpu-vsync', '--force-device-scale-factor=1', '--lang=en'];

class TookTooLong extends Error {}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TookTooLong('over a minute')), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly debug: CDPSession;
}

/** A launch that takes longer has hung, as one in some hundred does with these switches; it is tried once more. */
const launchLimitMs = 45_000;

/** Nothing was measured yet when a launch hangs, so another takes nothing away. */
async function start(contestant: Contestant, materials: Materials, folder: string): Promise<Running> {
  try {
    return await launch(contestant, materials, folder);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return launch(contestant, materials, `${folder}-again`);
  }
}

async function launch(contestant: Contestant, materials: Materials, folder: string): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  const electron: unknown = createRequire(path.join(materials.root, 'package.json'))('electron');
  if (typeof electron !== 'string') throw new Error('Electron is not installed: run npm run setup');
  const archive = path.join(folder, 'archive.postil');
  if (contestant.id === 'postil') copyFileSync(materials.archive, archive);
  const { ELECTRON_RUN_AS_NODE: _unused, ...environment } = process.env;
  const app = await _electron.launch({
    executablePath: electron,
    timeout: launchLimitMs,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...switches,
      folderOf(contestant, materials.root),
      `--user-data-dir=${path.join(folder, 'profile')}`,
    ],
    env: {
      ...Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1])),
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en',
      POSTIL_ARCHIVE: archive,
      BENCH_PAGE: materials.page,
      BENCH_CONTESTANT: contestant.id,
    },
  });
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  const opener = openerOf(contestant, page);
  await opener.waitFor();
  await page.evaluate(materials.probe);
  return { app, page, debug: await page.context().newCDPSession(page) };
}

const openerOf = ({ id }: Contestant, page: Page) =>
  id === 'postil' ? page.getByRole('row', { name: articleTitle }) : page.getByRole('button', { name: 'Open' });

/** Time the page's main thread has worked so far, ms. */
async function workMs(debug: CDPSession): Promise<number> {
  const { metrics: all } = await debug.send('Performance.getMetrics');
  return (all.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function pssMb({ app, debug }: Running): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  await debug.send('HeapProfiler.collectGarbage');
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return pss ? [Number(pss[1]) / 1024] : [];
}

async function open(contestant: Contestant, running: Running, passages: number, figures: Figures): Promise<void> {
  const { page, debug } = running;
  await debug.send('Performance.enable');
  await page.evaluate(() => window.benchProbe.quiet(2000));
  await page.evaluate(([text, marked]) => window.benchProbe.armOpen(text, marked), [
    contestant.text,
    passages > 0,
  ] as const);
  await openerOf(contestant, page).click();
  const opened = await within(page.evaluate(() => window.benchProbe.opened()));
  figures.set(metrics.paint, [opened.paintMs]);
  figures.set(metrics.interactive, [opened.interactiveMs]);
  figures.set(metrics.memory, await pssMb(running));
}

async function scroll({ text }: Contestant, { page }: Running, figures: Figures): Promise<void> {
  const scrolled = await within(page.evaluate((selector) => window.benchProbe.scrollPages(selector, 20), text));
  figures.set(metrics.longestFrame, [scrolled.longestFrameMs]);
  figures.set(metrics.dropped, [scrolled.dropped]);
}

async function toMiddle({ text }: Contestant, { page }: Running): Promise<void> {
  // Twice: heights of far blocks are guesses until they are near.
  for (let turn = 0; turn < 2; turn++) {
    await page.evaluate((selector) => window.benchProbe.scrollTo(selector, 0.5), text);
    await within(page.evaluate(() => window.benchProbe.quiet(400)));
  }
}

async function add({ text }: Contestant, { page, debug }: Running, figures: Figures): Promise<void> {
  const times: number[] = [];
  const works: number[] = [];
  for (let turn = 0; turn < passagesAdded; turn++) {
    await page.evaluate(([selector, which]) => window.benchProbe.selectWords(selector, which), [text, turn] as const);
    await within(page.evaluate(() => window.benchProbe.quiet(300)));
    const before = await workMs(debug);
    await page.evaluate(() => window.benchProbe.armAdd());
    await page.keyboard.press('1');
    times.push(await within(page.evaluate(() => window.benchProbe.added())));
    await within(page.evaluate(() => window.benchProbe.quiet(700)));
    works.push((await workMs(debug)) - before);
  }
  figures.set(metrics.add, times);
  figures.set(metrics.addWork, works);
}

async function type(contestant: Contestant, { page, debug }: Running, figures: Figures): Promise<void> {
  if (contestant.id === 'postil') {
    await page.getByRole('button', { name: 'Edit text' }).click();
    await page.evaluate(() => window.benchProbe.quiet(700));
  }
  await page.evaluate((selector) => window.benchProbe.caretIn(selector), contestant.text);
  await within(page.evaluate(() => window.benchProbe.quiet(700)));
  await page.evaluate(() => window.benchProbe.armKeys());
  const letters = 'le vent se leve il faut tenter de vivre ';
  const typed = Array.from({ length: keysTyped }, (_, index) => letters[index % letters.length] ?? 'e');
  const before = await workMs(debug);
  for (const letter of typed) {
    await within(page.keyboard.press(letter === ' ' ? 'Space' : letter));
    await page.waitForTimeout(keyPauseMs);
  }
  await within(page.evaluate(() => window.benchProbe.quiet(400)));
  const work = (await workMs(debug)) - before;
  const shown = await page.evaluate(() => window.benchProbe.textAtCaret());
  if (!shown.replace(/\u00a0/g, ' ').includes(typed.join('').trimEnd())) throw new Error('what was typed is not there');
  figures.set(metrics.key, [...(await page.evaluate(() => window.benchProbe.keys()))]);
  figures.set(metrics.keyWork, [work / keysTyped]);
}

/** One run of one contestant. What fails is said in the figures, never left out. */
export async function measure(contestant: Contestant, materials: Materials): Promise<Figures> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-reading-'));
  const figures: Figures = new Map();
  let running: Running | undefined;
  const thrown: string[] = [];
  const step = async (names: readonly string[], work: (running: Running) => Promise<void>): Promise<boolean> => {
    try {
      running ??= await start(contestant, materials, folder);
      running.page.on('pageerror', (error) => thrown.push(error.message));
      thrown.length = 0;
      await work(running);
      if (thrown[0] !== undefined) throw new Error(thrown[0]);
      return true;
    } catch (error) {
      const failed = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      for (const name of names) figures.set(name, { failed });
      return !(error instanceof TookTooLong);
    }
  };
  const steps: readonly [readonly string[], (running: Running) => Promise<void>][] = [
    [[metrics.paint, metrics.interactive, metrics.memory], (now) => open(contestant, now, materials.passages, figures)],
    [[metrics.longestFrame, metrics.dropped], (now) => scroll(contestant, now, figures)],
    [
      [metrics.add, metrics.addWork],
      async (now) => {
        await toMiddle(contestant, now);
        await add(contestant, now, figures);
      },
    ],
    [[metrics.key, metrics.keyWork], (now) => type(contestant, now, figures)],
  ];
  let alive = true;
  for (const [names, work] of steps) {
    if (alive) alive = await step(names, work);
    else for (const name of names) figures.set(name, { failed: 'not reached' });
  }
  await running?.app.close().catch(() => running?.app.process().kill('SIGKILL'));
  for (const made of [folder, `${folder}-again`]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  return figures;
}
