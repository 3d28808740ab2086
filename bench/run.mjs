/**
 * Entry of `npm run bench`: picks a benchmark, builds it, runs it.
 * Results go to stdout (a table, or one JSON value with --json), progress to stderr.
 */

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Benchmarks by name; each module exports `run(options)`, which answers a report. */
const benches = {
  search: 'bench/search.ts',
  start: 'bench/start.ts',
  anchors: 'bench/anchors/anchors.ts',
  reading: 'bench/reading/reading.ts',
  formats: 'bench/formats/formats.ts',
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    documents: { type: 'string' },
    runs: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
    passages: { type: 'string', default: '0,2000,10000' },
    contestants: { type: 'string', default: '' },
  },
});
const name = positionals[0] ?? 'search';
const entry = benches[name];
if (!entry || positionals.length > 1) {
  console.error(
    `usage: npm run bench -- [${Object.keys(benches).join('|')}] [--json] [--documents N] [--runs N] [--passages N,N] [--contestants ID,ID]`,
  );
  process.exit(2);
}

/** What a benchmark starts as a thread or a process of its own; built beside it. */
const threads = {
  search: { 'parse-worker': 'src-main/host/worker.ts' },
  formats: { 'format-task': 'bench/formats/format-task.ts' },
};
/** Articles where `--documents` says nothing. */
const usualDocuments = { formats: 200 };

async function load() {
  const outDir = path.join(root, 'out/bench');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.join(root, 'src-shared'), '@main': path.join(root, 'src-main') } },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries({ [name]: entry, ...threads[name] }).map(([output, source]) => [
            output,
            path.join(root, source),
          ]),
        ),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return import(pathToFileURL(path.join(outDir, `${name}.js`)).href);
}

const { run, print } = await load();
const report = await run({
  root,
  documents: Number(values.documents ?? usualDocuments[name] ?? 10000),
  runs: Number(values.runs),
  seed: Number(values.seed),
  passages: values.passages,
  contestants: values.contestants,
});
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : print(report));
