/** A person types in the real window: from each key to the frame whose list answers what stands in the box. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type { Corpus } from '../corpus';
import { spread } from '../measure';
import { type QueryRow, queriesOf, say } from './contestant';

/** Frames come when they are ready, not on a clock: what is measured is the work, not the wait. */
const switches = ['--disable-frame-rate-limit', '--disable-gpu-vsync', '--lang=en'];
/** A practised typist's pace, ms between keys. */
const pauseMs = 110;
const queriesTyped = 24;

interface Typed {
  readonly keys: readonly number[];
  /** Tasks of 50 ms or more in the window while typing. */
  readonly longTasks: readonly number[];
}

declare global {
  interface Window {
    benchTyped: { readonly keys: number[]; readonly longTasks: number[] };
  }
}

/** In the window: times every key of text until the results are no longer busy, at the end of that frame. */
function timeKeys(): void {
  const typed = { keys: [] as number[], longTasks: [] as number[] };
  window.benchTyped = typed;
  const frameEnd = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  // Of the library and the results one is hidden, and may be behind.
  const busy = (): boolean =>
    [...document.querySelectorAll('section.list-pane[aria-busy="true"]')].some((pane) => pane.checkVisibility());
  window.addEventListener(
    'keydown',
    async ({ key, timeStamp }) => {
      if (key.length !== 1) return;
      let now = await frameEnd();
      while (busy()) now = await frameEnd();
      typed.keys.push(now - timeStamp);
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) typed.longTasks.push(duration);
  }).observe({ type: 'longtask' });
}

async function typeQueries(page: Page, queries: readonly string[]): Promise<Typed> {
  const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first();
  await box.waitFor();
  await page.waitForTimeout(2000);
  await page.evaluate(timeKeys);
  for (const query of queries) {
    await box.fill('');
    await box.focus();
    for (const letter of query) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForTimeout(pauseMs);
    }
    await page.locator('section.list-pane[aria-busy="false"]:visible').waitFor();
  }
  return page.evaluate(() => window.benchTyped);
}

/**
 * Rows of keys and of long tasks; none, with a word on stderr, where no window can be shown.
 *
 * @param archive A closed archive.
 */
export async function typedRows(archive: string, corpus: Corpus): Promise<readonly QueryRow[]> {
  const left = (why: string): readonly QueryRow[] => {
    say(`  typing in the window was left out: ${why}`);
    return [];
  };
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return left('no screen');
  const electron: unknown = createRequire(path.resolve('package.json'))('electron');
  if (typeof electron !== 'string') return left('Electron is not installed');
  const profile = mkdtempSync(path.join(os.tmpdir(), 'postil-typed-'));
  const { ELECTRON_RUN_AS_NODE: _unused, ...environment } = process.env;
  const app = await _electron.launch({
    executablePath: electron,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...switches, '.', `--user-data-dir=${profile}`],
    env: {
      ...Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1])),
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en',
      POSTIL_ARCHIVE: archive,
    },
  });
  try {
    const latin = queriesOf(corpus).filter(({ query }) => /^[a-z ]+$/.test(query));
    const chosen = latin.filter((_, index) => index % Math.ceil(latin.length / queriesTyped) === 0);
    const { keys, longTasks } = await typeQueries(
      await app.firstWindow(),
      chosen.map(({ query }) => query),
    );
    const rows = [{ contestant: 'Postil, window', kind: 'key to list', ...spread([...keys]) }];
    if (longTasks.length === 0) return rows;
    return [...rows, { contestant: 'Postil, window', kind: 'tasks over 50', ...spread([...longTasks]) }];
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
