// Proves that the linter holds the layers: plants imports that go the wrong way, in a copy outside the checkout, and
// expects each to be named; plants right-way ones and expects silence. Reads the rules from biome.json, repeats none.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appFolder } from './launch.mjs';

// file that imports, what it imports
const wrong = [
  ['src-shared/model/a.ts', '@main/archive/open'],
  ['src-shared/model/b.ts', '../../src-main/archive/open'],
  ['src-shared/model/c.ts', 'zod'],
  ['src-shared/model/d.ts', 'node:fs'],
  ['src-shared/model/e.ts', '@renderer/ui/button'],
  ['src-shared/contract/a.ts', 'uuid'],
  ['src-main/archive/a.ts', '@main/import/html'],
  ['src-main/archive/b.ts', '../export/markdown'],
  ['src-main/archive/c.ts', '../services/search'],
  ['src-main/archive/d.ts', 'electron'],
  ['src-main/import/a.ts', '@main/archive/open'],
  ['src-main/import/html/b.ts', '../../export/html'],
  ['src-main/import/c.ts', 'better-sqlite3'],
  ['src-main/export/a.ts', '@main/import/registry'],
  ['src-main/export/b.ts', '../archive/open'],
  ['src-main/services/a.ts', '@main/host/port'],
  ['src-main/services/b.ts', '../cli/cli'],
  ['src-main/services/c.ts', 'better-sqlite3'],
  ['src-main/services/d.ts', 'electron'],
  ['src-main/host/a.ts', '@main/app/app'],
  ['src-main/host/b.ts', 'electron'],
  ['src-main/host/host.ts', '../app/window'],
  ['src-main/app/a.ts', '../cli/cli'],
  ['src-main/app/b.ts', '@renderer/app/shell'],
  ['src-main/app/c.ts', 'better-sqlite3'],
  ['src-main/cli/a.ts', '../app/window'],
  ['src-main/cli/b.ts', 'electron'],
  ['src-main/services/e.ts', 'node:https'],
  ['src-main/host/c.ts', 'node:net'],
  ['src-main/preload/a.ts', '@main/host/port'],
  ['src-main/preload/b.ts', '../host/port'],
  ['src-main/preload/c.ts', 'zod'],
  ['src-renderer/client/a.ts', '@renderer/features/search/box'],
  ['src-renderer/client/b.ts', '@main/services/search'],
  ['src-renderer/ui/a.ts', '../app/shell'],
  ['src-renderer/ui/b.ts', 'lexical'],
  ['src-renderer/i18n/a.ts', '../features/search/box'],
  ['src-renderer/editor/a.ts', '../../src-main/services/search'],
  ['src-renderer/editor/b.ts', '@renderer/app/shell'],
  ['src-renderer/features/search/a.ts', '../../app/shell'],
  ['src-renderer/features/search/b.ts', '@lexical/react/LexicalComposer'],
  ['src-renderer/features/search/c.ts', 'electron'],
  ['src-renderer/app/a.ts', 'node:fs'],
  ['src-renderer/app/b.ts', 'electron'],
  ['src-renderer/app/c.ts', 'lexical'],
];

const right = [
  ['src-shared/model/ok.ts', './ids'],
  ['src-shared/anchors/ok.ts', '@shared/text/fold'],
  ['src-shared/contract/ok.ts', 'zod'],
  ['src-shared/model/ok.test.ts', 'vitest'],
  ['src-main/archive/ok.ts', 'better-sqlite3'],
  ['src-main/archive/ok2.ts', 'node:fs'],
  ['src-main/import/ok.ts', '../../src-shared/model/ids'],
  ['src-main/services/ok.ts', '@main/archive/open'],
  ['src-main/services/ok2.ts', '../import/registry'],
  ['src-main/host/ok.ts', '@main/services/search'],
  ['src-main/cli/ok.ts', '../services/search'],
  ['src-main/app/ok.ts', 'electron'],
  ['src-main/preload/ok.ts', 'electron'],
  ['src-main/preload/ok2.ts', '@shared/contract/calls'],
  ['src-renderer/editor/ok.ts', '@lexical/history'],
  ['src-renderer/features/search/ok.ts', '../../ui/button'],
  ['src-renderer/features/search/ok2.ts', '@renderer/client/client'],
  ['src-renderer/app/ok.ts', '@renderer/features/search/box'],
];

const cycles = [
  ['src-main/services/one.ts', './two'],
  ['src-main/services/two.ts', './one'],
  ['src-shared/text/one.ts', '@shared/text/two'],
  ['src-shared/text/two.ts', '@shared/text/one'],
];

let folder;
let found;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'postil-boundaries-')));
  for (const name of ['biome.json', 'package.json', 'tsconfig.json']) {
    copyFileSync(join(appFolder, name), join(folder, name));
  }
  for (const [file, from] of [...wrong, ...right, ...cycles]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `export { x } from '${from}';\n`);
  }
  found = lint(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules broken, by file. */
function lint(cwd) {
  const biome = join(appFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`The linter said nothing that can be read: ${stderr}`);
  const rules = new Map();
  for (const { category, location } of JSON.parse(stdout).diagnostics) {
    const file = typeof location.path === 'string' ? location.path : location.path.file;
    rules.set(file, [...(rules.get(file) ?? []), category]);
  }
  return rules;
}

const isBoundary = (rule) => /noRestrictedImports|noNodejsModules/.test(rule);

test.each(wrong)('%s may not import %s', (file) => {
  expect((found.get(file) ?? []).some(isBoundary)).toBe(true);
});

test.each(right)('%s may import %s', (file) => {
  expect((found.get(file) ?? []).filter(isBoundary)).toEqual([]);
});

test.each(cycles)('the cycle through %s and %s is found', (file) => {
  expect(found.get(file)).toContain('lint/suspicious/noImportCycles');
});
