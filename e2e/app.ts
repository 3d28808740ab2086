/**
 * Starts the built app in the real Electron for a journey: a fresh profile and archive
 * each, a watch over everything that may go wrong unseen (page errors, crashes, console
 * errors, unhandled rejections, network requests), and stand-ins for native dialogs.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { launchArguments } from '../scripts/launch.mjs';
import { attachElectron } from './attach.mjs';
import { foreignAddressesIn } from './net-log';
import { Library } from './pages/library';
import { Note } from './pages/note';
import { ReadingRoom } from './pages/reading-room';
import { Shell } from './pages/shell';
import type { Language } from './pages/words';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export interface StartOptions {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** The archive can't be opened: what shows is the recovery screen. */
  readonly recovery?: boolean;
  /** A folder with an archive in it already; it is removed in the end. */
  readonly folder?: string;
}

/** One run of the app. `restart` closes it and opens it on the same archive. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** A folder of this run's own: profile, archive, and what a journey writes. */
  readonly folder: string;
  readonly archive: string;
  readonly library: Library;
  readonly reading: ReadingRoom;
  readonly note: Note;
  readonly shell: Shell;
}

const crashed = 'the window crashed';

const ignoredConsole = [
  // Chromium says this on machines without a GPU; it says nothing about the app.
  /GPU stall|GL Driver Message|Autofill\.enable/,
  // What is refused to the page is meant to be: the network log says whether anything was asked for.
  /Content Security Policy/,
];

async function launch(folder: string, options: StartOptions, run: number, faults: string[]): Promise<RunningApp> {
  const archive = path.join(folder, 'archive.postil');
  const electron = await attachElectron({
    args: [
      ...launchArguments(),
      root,
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--log-net-log=${path.join(folder, `net-${run}.json`)}`,
      `--lang=${options.language ?? 'en'}`,
      '--force-device-scale-factor=1',
    ],
    env: {
      ...environment(),
      POSTIL_ARCHIVE: archive,
      LANG: `${options.language ?? 'en'}_XX.UTF-8`,
      LANGUAGE: options.language ?? 'en',
    },
    colorScheme: null,
  });
  electron.once('close', () => closed.add(electron));
  electron.process().stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    if (/UnhandledPromiseRejection|Uncaught Exception|TypeError|ReferenceError/.test(text))
      faults.push(`main process: ${text}`);
  });
  const page = await electron.firstWindow();
  page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`));
  page.on('crash', () => faults.push(crashed));
  page.on('console', (message) => {
    if (message.type() === 'error' && !ignoredConsole.some((pattern) => pattern.test(message.text())))
      faults.push(`console error: ${message.text()}`);
  });
  if (options.theme !== undefined)
    await electron.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme;
    }, options.theme);
  if (options.width !== undefined && options.height !== undefined)
    await sized(electron, page, { width: options.width, height: options.height });
  else if (!(await hasSize(page))) await sized(electron, page, usualWindow);
  await expect(options.recovery ? page.locator('.recovery') : page.getByRole('searchbox')).toBeVisible();
  return { electron, page, folder, archive, ...panes(page, options.language ?? 'en') };
}

/** What the app itself asks for, and the least it takes. */
const usualWindow = { width: 1440, height: 900 };
const smallestWidth = 720;

/** Whether the window came to the size that the app asked for: it begins with ten pixels, and may keep them, see below. */
const hasSize = (page: Page): Promise<boolean> =>
  page
    .waitForFunction((least) => window.innerWidth >= least, smallestWidth, { timeout: 3_000 })
    .then(Boolean, () => false);

/** How often a window is asked for its size; a screen smaller than that never grants it. */
const sizeTries = 20;

/** Gives the window its size; a screen without a window manager may lose the wish made while the window appears. */
async function sized(
  electron: ElectronApplication,
  page: Page,
  size: { width: number; height: number },
): Promise<void> {
  for (let tries = 0; tries < sizeTries; tries++) {
    await electron.evaluate(
      ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    );
    const granted = page.waitForFunction((width) => window.innerWidth === width, size.width, { timeout: 500 });
    if (await granted.then(Boolean, () => false)) return;
  }
}

/** The page models of a window, by the names of one language. */
export function panes(page: Page, language: Language): Pick<RunningApp, 'library' | 'reading' | 'note' | 'shell'> {
  return {
    library: new Library(page, language),
    reading: new ReadingRoom(page, language),
    note: new Note(page, language),
    shell: new Shell(page, language),
  };
}

function environment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _unused, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const closed = new WeakSet<ElectronApplication>();

/** Quits; asked whether that may cut work short, it may. */
async function quitWhateverRuns(electron: ElectronApplication): Promise<void> {
  if (!closed.has(electron)) await answerDialogs(electron, { button: 1 });
  await electron.close();
}

export interface Journey {
  /** Opens the app on a fresh archive, in a fresh folder. */
  readonly start: (options?: StartOptions) => Promise<RunningApp>;
  /** Closes the app and opens it again on the same archive and profile. */
  readonly restart: (app: RunningApp, options?: StartOptions) => Promise<RunningApp>;
  /** Lets the window crash on purpose; any other crash fails the journey. */
  readonly expectCrash: (crash: () => Promise<unknown>) => Promise<void>;
}

export const test = base.extend<{ journey: Journey }>({
  journey: async ({ browserName: _browserName }, use, info) => {
    const folders: string[] = [];
    const faults: string[] = [];
    let running: RunningApp | null = null;
    let runs = 0;
    const open = async (folder: string, options: StartOptions): Promise<RunningApp> => {
      running = await launch(folder, options, runs++, faults);
      return running;
    };
    await use({
      start: (options = {}) => {
        const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'postil-e2e-'));
        folders.push(folder);
        return open(folder, { width: 1500, height: 940, ...options });
      },
      restart: async (app, options = {}) => {
        await quitWhateverRuns(app.electron);
        running = null;
        return open(app.folder, options);
      },
      expectCrash: async (crash) => {
        const page = running?.page;
        if (page === undefined) throw new Error('Nothing runs that could crash');
        await Promise.all([page.waitForEvent('crash'), crash()]);
        faults.splice(0, faults.length, ...faults.filter((fault) => fault !== crashed));
      },
    });
    if (running !== null) {
      const app: RunningApp = running;
      if (info.status !== info.expectedStatus)
        await info.attach('window', { body: await app.page.screenshot(), contentType: 'image/png' });
      await quitWhateverRuns(app.electron);
    }
    for (const folder of folders) {
      const ownFaults = path.join(folder, 'profile', 'logs', 'main.log');
      if (existsSync(ownFaults)) faults.push(`main process: ${readFileSync(ownFaults, 'utf8')}`);
      for (let run = 0; run < runs; run++) {
        const log = path.join(folder, `net-${run}.json`);
        if (existsSync(log))
          faults.push(...foreignAddressesIn(readFileSync(log, 'utf8')).map((address) => `network: ${address}`));
      }
      rmSync(folder, { recursive: true, force: true });
    }
    expect(faults, 'nothing went wrong unseen, and nothing left the machine').toEqual([]);
  },
});

/** Answers the next native dialogs as a person would. */
export async function answerDialogs(
  electron: ElectronApplication,
  answers: { readonly open?: readonly string[]; readonly save?: string; readonly button?: number },
): Promise<void> {
  await electron.evaluate(({ dialog }, given) => {
    const open = given.open ?? [];
    dialog.showOpenDialog = async () => ({ canceled: open.length === 0, filePaths: [...open] });
    dialog.showSaveDialog = async () => ({ canceled: given.save === undefined, filePath: given.save ?? '' });
    dialog.showMessageBox = async () => ({ response: given.button ?? 0, checkboxChecked: false });
  }, answers);
}

export { expect };
