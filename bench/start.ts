/**
 * From the command to an interactive window, and memory after it has settled:
 * Postil beside a bare Electron window, in turn, in one run. Both are watched by the
 * same hook in the main process (start/ready-hook.cjs), so neither pays for a driver.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { machine, spread, table } from './measure';

interface Contestant {
  readonly name: string;
  readonly folder: string;
  /** CSS selector that is there once a person can type and click. */
  readonly ready: string;
}

export interface StartReport {
  readonly machine: string;
  readonly electron: string;
  readonly rows: readonly {
    readonly contestant: string;
    readonly metric: string;
    readonly n: number;
    readonly p50: number;
    readonly p95: number;
    readonly max: number;
  }[];
  /** Postil ÷ bare window at the median. */
  readonly startRatio: number;
  /** Postil − bare window at the median, PSS. */
  readonly extraMemoryMb: number | null;
}

const settleMs = 3000;

/** Process ids of a process and all below it. */
function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch (error) {
      // A process may end between the listing and the reading; anything else is a fault.
      if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')))
        throw error;
    }
  }
  const tree = [root];
  for (let index = 0; index < tree.length; index++)
    for (const [pid, parent] of parents) if (parent === tree[index]) tree.push(pid);
  return tree;
}

/** Proportional set size of a process tree in MB, or null where /proc can't tell. */
function memoryMb(root: number): number | null {
  if (process.platform !== 'linux') return null;
  let kilobytes = 0;
  for (const pid of treeOf(root)) {
    const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    kilobytes += Number(pss?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

async function readyLine(child: ChildProcess): Promise<void> {
  let seen = '';
  for await (const chunk of child.stdout ?? []) {
    seen += String(chunk);
    if (seen.includes('window-ready')) return;
  }
  throw new Error(`the app ended before its window was ready:\n${seen}`);
}

async function startOnce(
  contestant: Contestant,
  electron: string,
  root: string,
): Promise<{ readonly ms: number; readonly mb: number | null }> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'postil-start-'));
  const args = ['-r', path.join(root, 'bench/start/ready-hook.cjs'), contestant.folder, `--user-data-dir=${userData}`];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const started = performance.now();
  const env = {
    ...process.env,
    READY_SELECTOR: contestant.ready,
    POSTIL_ARCHIVE: path.join(userData, 'archive.postil'),
  };
  const child = spawn(electron, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await readyLine(child);
    const ms = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    return { ms, mb: child.pid === undefined ? null : memoryMb(child.pid) };
  } finally {
    const exited = once(child, 'exit');
    child.kill();
    await exited;
    rmSync(userData, { recursive: true, force: true });
  }
}

/** Runs both in turn, `runs` times after one run each that isn't counted. */
export async function run({ root, runs }: { readonly root: string; readonly runs: number }): Promise<StartReport> {
  const electron: unknown = createRequire(path.join(root, 'package.json'))('electron');
  if (typeof electron !== 'string') throw new Error('Electron is not installed: run npm run setup');
  const contestants: readonly Contestant[] = [
    { name: 'bare window', folder: path.join(root, 'bench/start/bare'), ready: 'input' },
    { name: 'Postil', folder: root, ready: '[role="search"] input, input[role="searchbox"], input[type="search"]' },
  ];
  const results = contestants.map((contestant) => ({ contestant, ms: [] as number[], mb: [] as number[] }));
  for (let turn = -1; turn < runs; turn++) {
    for (const { contestant, ms, mb } of results) {
      const one = await startOnce(contestant, electron, root);
      process.stderr.write(
        `${contestant.name}: ${one.ms.toFixed(0)} ms, ${one.mb?.toFixed(0) ?? '?'} MB${turn < 0 ? ' (warm-up)' : ''}\n`,
      );
      if (turn < 0) continue;
      ms.push(one.ms);
      if (one.mb !== null) mb.push(one.mb);
    }
  }
  const rows = results.flatMap(({ contestant, ms, mb }) => [
    { contestant: contestant.name, metric: 'start to interactive, ms', ...spread(ms) },
    ...(mb.length > 0 ? [{ contestant: contestant.name, metric: 'memory (PSS), MB', ...spread(mb) }] : []),
  ]);
  const median = (name: string, metric: string): number | undefined =>
    rows.find((row) => row.contestant === name && row.metric.startsWith(metric))?.p50;
  const [bareMb, postilMb] = [median('bare window', 'memory'), median('Postil', 'memory')];
  return {
    machine: machine(),
    electron:
      spawnSync(electron, ['--version'], {
        encoding: 'utf8',
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '' },
      }).stdout?.trim() ?? '',
    rows,
    startRatio: Math.round(((median('Postil', 'start') ?? 0) / (median('bare window', 'start') ?? 1)) * 100) / 100,
    extraMemoryMb: bareMb === undefined || postilMb === undefined ? null : Math.round(postilMb - bareMb),
  };
}

/** The report as a table for people. */
export function print(report: StartReport): string {
  const rows = table(
    ['contestant', 'metric', 'n', 'p50', 'p95', 'max'],
    report.rows.map((row) => [row.contestant, row.metric, row.n, row.p50, row.p95, row.max]),
  );
  return `${report.machine}\n\n${rows}\nPostil ÷ bare window: ${report.startRatio} × to interactive, ${report.extraMemoryMb ?? '?'} MB more\n`;
}
