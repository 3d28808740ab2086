// The system packages Electron needs on Debian and Ubuntu: finds what is missing, installs it as root, else says how.
// Knows nothing of other systems, where Electron's needs are met by any desktop; there this step does nothing.
import { run, SetupError, say, tail } from './say.mjs';

// Newer releases renamed some libraries (64-bit time, "t64"); either name will do.
const electronLibraries = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libdrm2'],
  ['libnotify4'],
  ['libsecret-1-0'],
];
// Without a screen the app is shown on a virtual one, which brings no fonts of its own.
const headless = [['xvfb'], ['xauth'], ['fonts-noto-core'], ['fonts-noto-cjk']];
const compiler = [['g++'], ['make'], ['python3']];

const isRoot = process.getuid?.() === 0;

/** Makes sure Electron's libraries are there, and a virtual screen where there is no real one. */
export function installSystemLibraries() {
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  ensure(hasScreen ? electronLibraries : [...electronLibraries, ...headless], 'Electron needs', say);
}

/** Makes sure a C++ compiler is there. @throws SetupError when it is not and can't be installed. */
export function installCompiler() {
  ensure(compiler, 'Compiling SQLite needs', (message) => {
    throw new SetupError(message);
  });
}

function ensure(wanted, why, complain) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(wanted);
  if (missing.length === 0) return;
  if (!isRoot) {
    const names = missing.map(installableName).join(' ');
    complain(`${why} system packages that are missing. Run: sudo apt-get install -y ${names}`);
    return;
  }
  say(`Installing system packages: ${missing.map((names) => names[0]).join(' ')}`);
  const updated = run('apt-get', ['update', '-qq']);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const names = missing.map(installableName);
  const installed = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env: environment });
  if (installed.ok) return;
  complain(
    `the system packages could not be installed:\n${tail(installed.output || updated.output)}\n` +
      `Check the connection and the package sources, then run: apt-get install -y ${names.join(' ')}`,
  );
}

/** The groups of which no package is installed; empty where there is no dpkg to ask. */
function missingPackages(wanted) {
  const asked = run('dpkg-query', ['-W', '-f', `\${db:Status-Status} \${Package}\n`, ...wanted.flat()]);
  if (asked.status === null) return [];
  const installed = new Set(
    asked.stdout
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.split(' ')[1]),
  );
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/** Which of a library's names this release offers; the newer one exists only where the older is gone. */
function installableName(names) {
  const newer = names[1];
  return newer && run('apt-cache', ['show', '--no-all-versions', newer]).ok ? newer : names[0];
}
