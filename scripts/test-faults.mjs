// `npm run test:faults [ROW…]`: the long run of the faults an archive must survive; see docs/reliability.md.
// Rows without a window run in plain Node, the others as journeys in the real app. One line a row, and a table at the end.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { appFolder, onScreen } from './launch.mjs';
import { buildApp } from './setup/build.mjs';
import { toolsNode } from './setup/places.mjs';

const wanted = process.argv.slice(2);
const outDir = join(appFolder, 'out', 'faults');
const report = join(appFolder, 'out', 'test', 'faults.jsonl');

process.chdir(appFolder);
mkdirSync(join(appFolder, 'out', 'test'), { recursive: true });
rmSync(report, { force: true });
writeFileSync(report, '');
await build({
  configFile: false,
  root: appFolder,
  logLevel: 'error',
  resolve: { alias: { '@shared': join(appFolder, 'src-shared'), '@main': join(appFolder, 'src-main') } },
  build: {
    ssr: join(appFolder, 'e2e/faults/run.ts'),
    outDir,
    rollupOptions: { output: { entryFileNames: 'run.mjs' } },
  },
});
const env = { ...process.env, POSTIL_FAULTS_REPORT: report, POSTIL_FAULTS_LONG: '1' };

/** Rows that kill children of their own mostly wait for them: two lanes at a time take half as long. Others measure time, and run alone. */
const lanes = [
  ['A1', 'A2', 'A3'],
  ['A4a', 'A4b', 'A4c', 'A9'],
];
const runRows = (args) =>
  new Promise((resolve) => {
    const rows = spawn(toolsNode(), [join(outDir, 'run.mjs'), ...args], { env, stdio: 'inherit' });
    rows.on('close', (status) => resolve(status === 0));
  });
const rowsOk =
  wanted.length > 0
    ? await runRows(wanted)
    : [...(await Promise.all(lanes.map(runRows))), await runRows(['--except', ...lanes.flat()])].every(Boolean);

let journeysOk = true;
if (process.env.POSTIL_FAULTS_WINDOWS !== '0') {
  buildApp();
  const [command, args] = onScreen(toolsNode(), [
    join(appFolder, 'node_modules/@playwright/test/cli.js'),
    'test',
    'faults/',
    '--reporter=list',
    '--pass-with-no-tests',
    ...(wanted.length === 0 ? [] : ['--grep', `^.*\\b(${wanted.join('|')})\\b`]),
  ]);
  journeysOk = spawnSync(command, args, { env, stdio: 'inherit' }).status === 0;
}

const results = readFileSync(report, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
console.log('\n| row | fault | runs | lost | half | result | note |\n|---|---|---|---|---|---|---|');
for (const { id, name, runs, lost, half, result, note } of results)
  console.log(`| ${[id, name, runs, lost, half, result, note.replaceAll('|', '·')].join(' | ')} |`);
process.exitCode = rowsOk && journeysOk ? 0 : 1;
