/** Child processes that are killed: what they said before they died is what they had promised. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Longest a child may live, in milliseconds; a machine under load is slow, a child that hangs is a fault. */
const longestLifeMs = 120_000;

export interface Ended {
  /** Whole lines of its output. */
  readonly lines: readonly string[];
  readonly killed: boolean;
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** When to kill: so many milliseconds after its so many-th line, or after a file has its name. */
export type KillTime = { readonly delayMs: number } & ({ readonly line: number } | { readonly file: string });

/** Runs a task of child.ts to its end, or until it is killed with SIGKILL. */
export function runChild(
  childFile: string,
  args: readonly string[],
  kill: KillTime | null,
  options: SpawnOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [childFile, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let stderr = '';
  let lines = 0;
  let killed = false;
  let timer: NodeJS.Timeout | undefined;
  const life = setTimeout(() => child.kill('SIGKILL'), longestLifeMs);
  const arm = (delayMs: number): void => {
    timer ??= setTimeout(() => {
      killed = child.kill('SIGKILL');
    }, delayMs);
  };
  const watching = watchFor(kill, arm);
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      for (const byte of bytes) if (byte === 10) lines++;
      if (kill !== null && 'line' in kill && lines >= kill.line) arm(kill.delayMs);
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      stderr += bytes.toString();
    });
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      clearTimeout(life);
      clearTimeout(timer);
      watching?.close();
      if (signal === 'SIGKILL' && !killed) return reject(new Error(`A child lived too long: ${args.join(' ')}`));
      resolve({ lines: said.split('\n').slice(0, -1), killed: signal === 'SIGKILL', exitCode, stderr });
    });
  });
}

/** Arms the kill when the file it waits for has its name. */
function watchFor(kill: KillTime | null, arm: (delayMs: number) => void): FSWatcher | null {
  if (kill === null || !('file' in kill)) return null;
  const { file, delayMs } = kill;
  return watch(dirname(file), (_event, name) => {
    if (name === basename(file)) arm(delayMs);
  });
}

/** {@link runChild}, for a child that has to be killed or end well; anything else is a broken test. */
export async function runSound(...given: Parameters<typeof runChild>): Promise<Ended> {
  const ended = await runChild(...given);
  if (!ended.killed && ended.exitCode !== 0)
    throw new Error(`The child failed by itself (${ended.exitCode}): ${ended.stderr.slice(0, 2000)}`);
  return ended;
}
