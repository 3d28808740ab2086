// Where things are: the checkout, its node_modules, the cache shared by all clones, and the Node that runs the tools.
// Knows nothing of what is put there. A folder is always filled under a temporary name and then renamed into place,
// so a half-finished one is never taken for a whole one.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const modules = join(root, 'node_modules');
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'postil');

/** The Node the development tools run on: the one npm installed here, else the one running now. */
export function toolsNode() {
  const installed = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(installed) ? installed : process.execPath;
}

/**
 * Fills `target` all at once: `fill` writes into a new folder beside it, which then takes its place.
 * @param fill receives the temporary folder; whatever it throws leaves `target` as it was.
 */
export async function fillFolder(target, fill) {
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    await fill(draft);
    chmodSync(draft, 0o755); // a temporary folder is its maker's alone
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  } catch (error) {
    // Another set-up may have finished the same folder between the two calls; then its copy is as good as ours.
    if (!(['ENOTEMPTY', 'EEXIST'].includes(error?.code) && existsSync(target))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
