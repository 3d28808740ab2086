// Starts an Electron app under Playwright's eyes.
import { _electron, errors } from '@playwright/test';
import { electronPath } from '../scripts/launch.mjs';

/**
 * About one launch in forty on a busy machine, Playwright attaches to an app whose entry is an ES module and never hears
 * that it is ready (none of 80 with a CommonJS entry, none of 150 of this app without Playwright). Playwright holds the
 * app's start back until then, so nothing that a journey could see has run.
 */
const attempts = 3;
const attachMs = 25_000;

/** Electron started and attached to; attach.d.mts has the types. */
export async function attachElectron(options) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await _electron.launch({ ...options, executablePath: electronPath(), timeout: attachMs });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === attempts) throw error;
    }
  }
}
