/** One import or export in a process of its own: prints what it took as JSON. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openArchive } from '@main/archive/open';
import { findExporter } from '@main/export/registry';
import { parseFile } from '@main/import/parse-file';
import { defaultChoices } from '@shared/contract/export-choices';
import type { TaskResult } from './formats';

/** Parsing and writing are repeated until so much time is gone. */
const leastSeconds = 2;

interface Amount {
  readonly documents: number;
  readonly bytes: number;
}

/** Of this process alone: what the system counts as its peak began before it was the program it is. */
function peakMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Math.round(Number(kilobytes) / 1024);
}

async function timed(once: () => Promise<Amount>): Promise<void> {
  // The first time loads the format's modules, as the first file of an import does.
  const started = performance.now();
  let amount = await once();
  let times = 1;
  const secondsSince = (): number => (performance.now() - started) / 1000;
  for (; secondsSince() < leastSeconds; times++) amount = await once();
  const result: TaskResult = { ...amount, seconds: secondsSince() / times, peakMb: peakMb() };
  process.stdout.write(JSON.stringify(result));
}

async function importAll(files: readonly string[]): Promise<Amount> {
  let documents = 0;
  let bytes = 0;
  for (const name of files) {
    const content = readFileSync(name);
    const outcome = await parseFile({ name, bytes: content });
    if (!outcome.ok) throw new Error(outcome.error.message);
    documents += outcome.value.holds === 'documents' ? outcome.value.documents.length : 1;
    bytes += content.length;
  }
  return { documents, bytes };
}

async function exportAll(archivePath: string, id: string, folder: string): Promise<Amount> {
  const exporter = findExporter(id);
  if (exporter === undefined) throw new Error(`no exporter ${id}`);
  const archive = openArchive(archivePath);
  try {
    const bundle = archive.readBundle({ take: 'all' }, 0);
    let bytes = 0;
    const write = (name: string, content: Uint8Array): void => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      bytes += content.length;
    };
    const choices = defaultChoices;
    let piece = 0;
    if (exporter.writePieces !== undefined)
      for (const content of exporter.writePieces(bundle, choices)) write(`piece-${piece++}`, content);
    else for (const file of exporter.write(bundle, choices)) write(file.path, file.bytes);
    return { documents: bundle.documents.length, bytes };
  } finally {
    archive.close();
  }
}

const [what, first = '', ...more] = process.argv.slice(2);
if (what === 'import') {
  const files: unknown = JSON.parse(readFileSync(first, 'utf8'));
  if (!Array.isArray(files)) throw new Error(`${first} is no list of files`);
  await timed(() => importAll(files.map(String)));
} else await timed(() => exportAll(first, more[0] ?? '', more[1] ?? ''));
