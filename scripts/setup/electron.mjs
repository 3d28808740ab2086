// Electron's binary in node_modules/electron/dist: the official one where it can be downloaded, else the stand-in.
// Decides which; downloading the official one is Electron's own installer's work, the stand-in's is electron-stand-in.mjs.
// path.txt beside it names the executable and is written last: without it nothing counts as installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installStandIn, standInSuits, standInVersion } from './electron-stand-in.mjs';
import { modules, toolsNode } from './places.mjs';
import { run, SetupError, say, tail } from './say.mjs';

const home = join(modules, 'electron');
const probeTimeoutMs = 5_000;
const downloadTimeoutMs = 15 * 60_000;

/**
 * Installs Electron unless it is there.
 * @returns its executable, version, whether it is the stand-in, and the one line that tells people which it is.
 * @throws SetupError when neither Electron can be had.
 */
export async function installElectron() {
  const official = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  const present = installedVersion();
  if (present === official || (present === standInVersion && standInSuits())) return describe(present, official);

  const reachable = await officialCanBeReached(official);
  if (reachable || !standInSuits()) {
    const failure = downloadOfficial(official);
    if (!failure) return describe(official, official);
    if (!standInSuits()) {
      throw new SetupError(
        `Electron ${official} could not be downloaded:\n${tail(failure)}\n` +
          'Check the connection to github.com, or set ELECTRON_MIRROR to a mirror of its releases, and run again.',
      );
    }
  }
  await installStandIn(home);
  return describe(standInVersion, official);
}

function installedVersion() {
  try {
    const executable = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'));
    if (!existsSync(executable)) return null;
    return readFileSync(join(home, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
  } catch {
    return null; // not installed, or broken off half-way: install it again
  }
}

function describe(version, official) {
  const isStandIn = version !== official;
  const executable = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'));
  const line = isStandIn
    ? `Electron ${version}: a stand-in from npm for developing and testing, since ${official} can't be downloaded here. ` +
      'Never ship it.'
    : `Electron ${version}.`;
  return { version, isStandIn, executable, line };
}

/** Asks for one small file of the release, which follows the same road as the download. A mirror or proxy is trusted. */
async function officialCanBeReached(version) {
  const configured = Object.keys(process.env).some((name) => /electron_mirror|electron_get_use_proxy/i.test(name));
  if (configured) return true;
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeoutMs) });
    return answer.ok;
  } catch {
    return false; // offline, blocked or too slow: all the same to us
  }
}

/** @returns null when it worked, else what the installer said. */
function downloadOfficial(version) {
  say(`Downloading Electron ${version}…`);
  const result = run(toolsNode(), [join(home, 'install.js')], { cwd: home, timeout: downloadTimeoutMs });
  return result.ok ? null : result.output || 'The download took too long.';
}
