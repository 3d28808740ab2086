// The build step: runs electron-vite when the sources differ from those of the last good build.
// Knows the sources by path, size and time only, which takes milliseconds; the mark is written after a build succeeded.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, root, toolsNode } from './places.mjs';
import { run, SetupError, say, tail } from './say.mjs';

const mark = join(root, 'out', '.built-from');
const sources = [
  'src-main',
  'src-renderer',
  'src-shared',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Builds the app into out/ unless that is up to date. @throws SetupError when the build fails. */
export function buildApp() {
  const fingerprint = fingerprintOf(sources);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) return;
  say('Building the app…');
  rmSync(mark, { force: true });
  const built = run(toolsNode(), [join(modules, 'electron-vite', 'bin', 'electron-vite.js'), 'build'], { cwd: root });
  if (!built.ok) {
    throw new SetupError(
      `the app could not be built:\n${tail(built.output, 40)}\nMend what is named above and run again.`,
    );
  }
  writeFileSync(mark, fingerprint);
}

function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) {
    if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`);
}
