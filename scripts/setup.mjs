// Set-up: takes a fresh clone to a running app, on plain Node 20 with nothing installed.
// Steps: system libraries → npm ci → Electron's binary → SQLite addon → build. Each is skipped when it is done.
// Knows the order only; each step lives in scripts/setup/. Everything is printed on stderr, so stdout stays a caller's.
// Options: --no-build leaves the app unbuilt (for tests and the development server, which build for themselves).
import { buildApp } from './setup/build.mjs';
import { installElectron } from './setup/electron.mjs';
import { installPackages } from './setup/packages.mjs';
import { SetupError, say } from './setup/say.mjs';
import { installSqlite } from './setup/sqlite.mjs';
import { installSystemLibraries } from './setup/system.mjs';

try {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new SetupError(`this is Node ${process.versions.node}. Install Node 20.18 or newer and run again.`);
  }
  await installSystemLibraries();
  await installPackages();
  const electron = await installElectron();
  await installSqlite(electron);
  if (!process.argv.includes('--no-build')) await buildApp();
  say(electron.line);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(`Set-up stopped: ${error.message}`);
  process.exitCode = 1;
}
