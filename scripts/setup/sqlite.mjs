// The SQLite addon (better-sqlite3): the prebuilt one where both runtimes can load it, else one compiled here.
// The prebuilt one needs Node-API 10. Loading it into less is a segmentation fault, so the runtimes are asked for their
// number and the addon is never tried. The compiled one is cached, and loads in old and new runtimes alike.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cache, fillFolder, modules, root, toolsNode } from './places.mjs';
import { run, SetupError, say, tail } from './say.mjs';
import { installCompiler } from './system.mjs';

const home = join(modules, 'better-sqlite3');
const compiled = join(home, 'build', 'Release', 'better_sqlite3.node');
const prebuiltNapi = 10;
// node-addon-api asks for the newest Node-API unless told otherwise; these ask for what Node 20 has, finalisers included.
const compilerFlags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Makes sure SQLite loads in Node and in this Electron. @throws SetupError when it has to be compiled and can't be. */
export async function installSqlite(electron) {
  if (existsSync(compiled)) return;
  if (napiOf(toolsNode()) >= prebuiltNapi && napiOf(electron.executable) >= prebuiltNapi) return;

  const cached = join(cache, cacheName());
  const file = join(cached, 'better_sqlite3.node');
  if (!existsSync(file)) await fillFolder(cached, compileInto);
  // Copied beside its place and renamed: a broken-off copy would crash whoever loads it.
  mkdirSync(dirname(compiled), { recursive: true });
  const draft = `${compiled}.${process.pid}`;
  copyFileSync(file, draft);
  renameSync(draft, compiled);
}

function napiOf(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const answer = run(executable, ['-p', 'process.versions.napi'], { env });
  if (answer.ok) return Number(answer.stdout);
  throw new SetupError(
    `${executable} does not start:\n${tail(answer.output)}\n` +
      'Install the system libraries it names, or delete node_modules, and run again.',
  );
}

/** One cached addon for each version of SQLite's binding and of the system's C library. */
function cacheName() {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const libc = process.report?.getReport().header.glibcVersionRuntime ?? 'system';
  return `better-sqlite3-${version}-${process.platform}-${process.arch}-libc-${libc}`;
}

function compileInto(folder) {
  installCompiler();
  say('Compiling SQLite for this Electron (about a minute)…');
  // Inside node_modules, so that its own dependencies are found; a copy, so that a broken-off build leaves no trace.
  const work = join(modules, `.better-sqlite3-${process.pid}`);
  try {
    cpSync(home, work, { recursive: true, filter: (path) => !/[\\/](prebuilds|build)$/.test(path) });
    const gyp = [
      join(modules, 'node-gyp', 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      '-j',
      'max',
    ];
    const headers = installedHeaders();
    if (headers) gyp.push(`--nodedir=${headers}`);
    const env = { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${compilerFlags}`.trim() };
    const built = run(toolsNode(), gyp, { cwd: work, env });
    if (!built.ok) {
      throw new SetupError(
        `SQLite could not be compiled:\n${tail(built.output)}\n` +
          `It needs a C++ compiler, make, python3 and Node's headers${headers ? '' : ' (from nodejs.org, or of an installed Node)'}. ` +
          'Install what is named above and run again.',
      );
    }
    copyFileSync(join(work, 'build', 'Release', 'better_sqlite3.node'), join(folder, 'better_sqlite3.node'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The prefix of a Node whose headers are installed with it, which spares a download; null if there is none. */
function installedHeaders() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const nodes = [process.execPath, ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))];
  for (const node of nodes) {
    if (!existsSync(node)) continue;
    const prefix = dirname(dirname(realpathSync(node)));
    if (!prefix.startsWith(root) && existsSync(join(prefix, 'include', 'node', 'node_api.h'))) return prefix;
  }
  return null;
}
