// How the app is started from a checkout: which Electron, with which options, on which screen.
// Used by start, tour, tests and benchmarks. Knows nothing of the app itself, which never sees these options as its own.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: the folder Electron is pointed at. */
export const appFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Electron executable set-up installed. @throws Error that says to run set-up when there is none. */
export function electronPath() {
  const home = join(appFolder, 'node_modules', 'electron');
  const named = join(home, 'path.txt');
  const executable = existsSync(named) ? join(home, 'dist', readFileSync(named, 'utf8')) : null;
  if (!executable || !existsSync(executable)) throw new Error('Electron is not installed. Run: npm run setup');
  return executable;
}

/** Options Electron needs here: Chromium refuses to start as root unless its sandbox is off. */
export function launchArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Whether a window can be shown: always on macOS and Windows, on Linux where a display is named. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The same command, on a virtual screen where there is no real one. @returns `[command, args]`. */
export function onScreen(command, args) {
  if (hasScreen()) return [command, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...args]];
}
