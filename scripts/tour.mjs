// `npm run tour [FOLDER]`: drives the built app through its main journey and keeps a picture of each station.
// The journey itself is e2e/tour.mjs; this gives it a screen and a folder. FOLDER holds articles to use instead of samples.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appFolder, hasScreen, onScreen } from './launch.mjs';

const out = join(appFolder, 'out', 'tour');

if (hasScreen()) {
  await tour(process.argv[2]);
} else {
  const [command, args] = onScreen(process.execPath, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error)
    console.error(`The tour needs a screen, or xvfb-run for a virtual one (${error.message}). Run: npm run setup`);
  process.exitCode = status ?? 1;
}

async function tour(folder) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const journey = await import('../e2e/tour.mjs');
  try {
    await journey.tour({ folder: folder ? resolve(folder) : undefined, out });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  const files = readdirSync(out, { recursive: true }).length;
  console.log(
    `${process.exitCode ? 'The tour broke off' : 'The tour is done'}: ${files} files in ${relative(process.cwd(), out) || '.'}`,
  );
}
