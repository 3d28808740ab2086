/**
 * Documents a second and peak memory of each importer and exporter, over real files where Debian's
 * documentation packages are installed, with pandoc or the nearest tool beside it. Each runs in a
 * process of its own, so that its memory is its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exporters } from '@main/export/registry';
import { writeCorpus } from '../corpus';
import { machine, table } from '../measure';
import { fillArchive, type Material, realFiles, writtenFiles } from './material';
import { type Tool, toolsFor } from './tools';

export interface FormatRow {
  readonly direction: 'in' | 'out';
  readonly format: string;
  readonly contestant: string;
  /** Where its files come from. */
  readonly material: string;
  readonly documents: number;
  readonly documentsPerSecond: number;
  /** Megabytes of files read or written a second. */
  readonly mbPerSecond: number;
  /** Highest memory of its process; null where nothing tells. */
  readonly peakMb: number | null;
}

export interface FormatsReport {
  readonly machine: string;
  readonly documents: number;
  readonly rows: readonly FormatRow[];
  readonly notes: readonly string[];
}

/** What a process of a task prints. */
export interface TaskResult {
  readonly documents: number;
  readonly bytes: number;
  /** For all of them once, the mean of several times. */
  readonly seconds: number;
  readonly peakMb: number;
}

const say = (words: string): void => void process.stderr.write(`${words}\n`);

/** Runs the benchmark in a temporary folder, which it removes. */
export async function run(options: { readonly documents: number }): Promise<FormatsReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-formats-'));
  const notes: string[] = [];
  try {
    say(`writing ${options.documents} articles with passages`);
    const archive = path.join(folder, 'bench.postil');
    await fillArchive(archive, writeCorpus(path.join(folder, 'articles'), options.documents));
    const out = exporters
      .filter(({ needs }) => needs !== 'printer')
      .map(({ id }) => {
        say(`out: ${id}`);
        const into = path.join(folder, 'out', id);
        mkdirSync(into, { recursive: true });
        return rowOf('out', id, 'Postil', 'articles with passages', task(['export', archive, id, into]));
      });
    const material = [...realFiles(path.join(folder, 'real'), notes), ...(await writtenFiles(archive, folder, notes))];
    const rows = [...out, ...material.flatMap((one) => into(one, folder, notes))];
    notes.push('Out to PDF is printed by the app’s Chromium and not measured here.');
    return { machine: machine(), documents: options.documents, rows, notes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function into(material: Material, folder: string, notes: string[]): readonly FormatRow[] {
  say(`in: ${material.format} (${material.files.length} files, ${material.origin})`);
  const list = path.join(folder, `${material.format}.json`);
  writeFileSync(list, JSON.stringify(material.files));
  const own = rowOf('in', material.format, 'Postil', material.origin, task(['import', list]));
  const others = toolsFor(material.format).flatMap((tool) => {
    const result = timeTool(tool, material, folder);
    if (typeof result === 'string') notes.push(result);
    return typeof result === 'string'
      ? []
      : [rowOf('in', material.format, tool.name, material.origin, { ...result, documents: own.documents })];
  });
  return [own, ...others];
}

/** One task of Postil in a process of its own. @throws Error when it fails: a bug. */
function task(args: readonly string[]): TaskResult {
  const script = fileURLToPath(new URL('format-task.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-600)}`);
  // What the process below prints is ours.
  return JSON.parse(stdout) as TaskResult;
}

/** What a program says of its failure; below it stands what `time` has to say. */
const failureOf = ({
  status,
  stderr,
}: {
  readonly status: number | null;
  readonly stderr: string | Buffer;
}): string => {
  const [said] = String(stderr).split('\n');
  return said === undefined || said === '' ? `it ended with ${status}` : said;
};

/** A tool over all files, one process a file or one for all, as it is used; a sentence when it can't. */
function timeTool(
  tool: Tool,
  { files, bytes }: Material,
  folder: string,
): (Omit<TaskResult, 'peakMb'> & { readonly peakMb: number | null }) | string {
  const started = performance.now();
  let peak: number | null = null;
  const runs = tool.all ? [files] : files.map((file) => [file]);
  for (const given of runs) {
    const [command = '', ...args] = tool.command(given, folder);
    const timed = spawnSync('/usr/bin/time', ['-f', '%M', command, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    const untimed = timed.error === undefined ? timed : spawnSync(command, args, { maxBuffer: 2 ** 30 });
    if (untimed.error !== undefined || untimed.status === 127)
      return `${tool.name} is not installed, so it was left out`;
    // What it refuses it refuses quickly.
    if (untimed.status !== 0)
      return `${tool.name} was left out: ${failureOf(untimed)} (${path.basename(given[0] ?? '')})`;
    const kilobytes = Number(/(\d+)\s*$/.exec(String(timed.stderr))?.[1]);
    if (timed.error === undefined && Number.isFinite(kilobytes))
      peak = Math.max(peak ?? 0, Math.round(kilobytes / 1024));
  }
  return { documents: files.length, bytes, seconds: (performance.now() - started) / 1000, peakMb: peak };
}

function rowOf(
  direction: FormatRow['direction'],
  format: string,
  contestant: string,
  material: string,
  { documents, bytes, seconds, peakMb }: Omit<TaskResult, 'peakMb'> & { readonly peakMb: number | null },
): FormatRow {
  const rate = (amount: number): number => Math.round((amount / seconds) * 10) / 10;
  return {
    direction,
    format,
    contestant,
    material,
    documents,
    documentsPerSecond: rate(documents),
    mbPerSecond: rate(bytes / 1_000_000),
    peakMb,
  };
}

/** The report as a table for people. */
export function print({ machine: on, documents, rows, notes }: FormatsReport): string {
  const lines = table(
    ['', 'format', 'contestant', 'material', 'documents', 'documents/s', 'MB/s', 'peak MB'],
    rows.map((row) => [
      row.direction,
      row.format,
      row.contestant,
      row.material,
      row.documents,
      row.documentsPerSecond,
      row.mbPerSecond,
      row.peakMb,
    ]),
  );
  return `${on}\n${documents} articles\n\n${lines}\n${notes.join('\n')}\n`;
}
