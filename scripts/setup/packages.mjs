// The npm packages: runs `npm ci` when node_modules does not hold what the lock file asks for.
// Knows nothing of what the packages are for. npm writes its own list last, so a broken-off install shows as not done.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, root, toolsNode } from './places.mjs';
import { run, SetupError, say } from './say.mjs';

/** Installs the packages of package-lock.json, unless they are there. @throws SetupError when npm fails. */
export function installPackages() {
  if (!packagesMatchLock()) {
    say('Installing npm packages (npm ci)…');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (result.status !== 0) {
      throw new SetupError(
        'npm ci failed, for the reason above. Check the connection to the npm registry and run again.',
      );
    }
  }
  installToolsNode();
}

/** True when every package of the lock file is installed in its version (other systems' optional ones aside). */
function packagesMatchLock() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(modules, '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' || installed[path]?.version === version || ((optional || peer) && !installed[path]),
  );
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** Fetches Node itself where packages were installed without their scripts (`npm install --ignore-scripts`). */
function installToolsNode() {
  if (toolsNode() !== process.execPath || Number.parseInt(process.versions.node, 10) > 22) return;
  say('Installing the Node that runs the development tools…');
  const result = run('npm', ['rebuild', 'node'], { cwd: root, shell: process.platform === 'win32' });
  if (!result.ok || toolsNode() === process.execPath) {
    throw new SetupError('the npm package "node" could not fetch Node 24. Install Node 24 yourself and run again.');
  }
}
