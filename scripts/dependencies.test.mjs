// Proves that every package the app needs at run time can be imported by the Electron in use: its Node may be older than
// the one the packages were written for, and a package that fails there fails only once the app is running.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appFolder, electronPath } from './launch.mjs';

const manifest = (...path) => JSON.parse(readFileSync(join(appFolder, ...path, 'package.json'), 'utf8'));
const { dependencies } = manifest();
/** What is imported of a package: itself, or, when it has no main export, the first of its parts. */
const importable = (name) => {
  const { exports } = manifest('node_modules', name);
  const parts = Object.keys(typeof exports === 'object' ? exports : {}).filter((part) => part.startsWith('.'));
  return parts.length === 0 || parts.includes('.') ? name : join(name, parts[0]);
};
const script = `
  const failures = {};
  for (const name of ${JSON.stringify(Object.keys(dependencies).map(importable))}) {
    try { await import(name); } catch (error) { failures[name] = String(error); }
  }
  process.stdout.write(JSON.stringify(failures));
  process.exit(0);`;

test("the Electron in use can import each of the app's dependencies", () => {
  const { stdout, stderr } = spawnSync(electronPath(), ['--input-type=module', '-e', script], {
    cwd: appFolder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  expect(stdout, stderr).toBe('{}');
});

test('SQLite answers in the Electron in use and in the Node that runs the tests', () => {
  const ask =
    "process.stdout.write(new (require('better-sqlite3'))(':memory:').prepare('select 1 + 1').pluck().get() + '')";
  for (const executable of [electronPath(), process.execPath]) {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const { stdout, stderr } = spawnSync(executable, ['-e', ask], { cwd: appFolder, env, encoding: 'utf8' });
    expect(stdout, stderr).toBe('2');
  }
});
