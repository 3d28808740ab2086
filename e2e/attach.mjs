// Starts an Electron app under Playwright's eyes.
import { _electron, errors } from '@playwright/test';
import { electronPath } from '../scripts/launch.mjs';

/**
 * About one launch in forty on a busy machine, Playwright attaches to an app whose entry is an ES module and never hears
 * that it is ready (none of 80 with a CommonJS entry, none of 150 of this app without Playwright). Playwright holds the
 * app's start back until then, so nothing that a journey could see has run. About one in a thousand falls over at the same
 * point, in the debugger's own start.
 */
const attempts = 3;
const attachMs = 25_000;

/** Electron started and attached to; attach.d.mts has the types. */
export async function attachElectron(options) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await _electron.launch({ ...options, executablePath: electronPath(), timeout: attachMs });
    } catch (error) {
      if (!beforeTheApp(error) || attempt === attempts) throw error;
    }
  }
}

/** True for what goes wrong between Electron's debugger and Playwright; an app that can't start fails each time. */
function beforeTheApp(error) {
  return error instanceof errors.TimeoutError || /Process failed to launch[\s\S]*signal=SIGSEGV/.test(String(error));
}
