/**
 * The clock of the app's main process, for rows that kill again and again: what dies three
 * times in half a minute is given up, and nobody waits half a minute two hundred times.
 */
import type { ElectronApplication } from '@playwright/test';

/** Puts a clock into the main process that runs as the real one does, and can be moved on. */
export const takeClock = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(() => {
    const realNow = Date.now;
    const clock = { aheadMs: 0 };
    Date.now = () => realNow() + clock.aheadMs;
    Object.assign(globalThis, { clock });
  });

/** Moves the clock on, in milliseconds. */
export const passTime = (electron: ElectronApplication, ms: number): Promise<void> =>
  electron.evaluate((_electron, given) => {
    const clock: { aheadMs: number } = Reflect.get(globalThis, 'clock');
    clock.aheadMs += given;
  }, ms);
