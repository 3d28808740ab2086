/** What becomes of a window whose page ends or no longer answers. */
import type { BrowserWindow } from 'electron';
import { createRestartLimit } from './restart-limit';

/** Asks the person. */
export interface WindowLifeOptions {
  /** Tells that a window's page crashes again and again; true opens it once more, false closes the window. */
  readonly mayOpenAgain: (window: BrowserWindow) => Promise<boolean>;
  /** Tells that a window's page does not answer; true ends it. The question goes, unanswered, when `signal` fires. */
  readonly mayEndHung: (window: BrowserWindow, signal: AbortSignal) => Promise<boolean>;
}

/** A page that crashed is loaded again; what it had saved is on disk. Of one that keeps crashing the person decides. */
export function reviveAfterCrash(window: BrowserWindow, { mayOpenAgain }: WindowLifeOptions): void {
  const afterDeath = createRestartLimit(() => Date.now());
  const revive = async (): Promise<void> => {
    const again = afterDeath() === 'restart' || (await mayOpenAgain(window));
    if (window.isDestroyed()) return;
    if (again) window.webContents.reload();
    else window.close();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) void revive();
  });
}

/** A page that does not answer is waited for until the person has had enough, or it answers; one that is ended comes back. */
export function askWhenHung(window: BrowserWindow, { mayEndHung }: WindowLifeOptions): void {
  let asking: AbortController | null = null;
  const ask = async (): Promise<void> => {
    asking = new AbortController();
    const { signal } = asking;
    const ends = await mayEndHung(window, signal);
    asking = null;
    if (ends && !signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  };
  window.webContents.on('unresponsive', () => {
    if (asking === null) void ask();
  });
  window.webContents.on('responsive', () => asking?.abort());
}
