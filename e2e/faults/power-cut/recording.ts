/** Recording what a process does to its disk: a small C library, compiled here, loaded before all others. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runSound } from '../process';
import { type Bench, NotHere } from '../row';

export interface Recorded {
  readonly op: 'say' | 'create' | 'write' | 'truncate' | 'sync' | 'rename' | 'unlink';
  readonly path: string;
  /** The new name of a rename. */
  readonly other: string;
  /** Of a write; the length of a truncation. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/** Compiles the recorder. @throws NotHere where it can't be: no compiler, or no LD_PRELOAD. */
export function compileRecorder(folder: string): string {
  if (process.platform !== 'linux') throw new NotHere('recording writes needs Linux’s LD_PRELOAD');
  const library = join(folder, 'recorder.so');
  const source = resolve('e2e/faults/power-cut/recorder.c');
  const { error, status, stderr } = spawnSync('cc', [
    '-shared',
    '-fPIC',
    '-O1',
    '-o',
    library,
    source,
    '-ldl',
    '-lpthread',
  ]);
  if (error !== undefined) throw new NotHere('there is no C compiler (cc)');
  if (status !== 0) throw new Error(`The recorder could not be compiled: ${stderr.toString()}`);
  return library;
}

/** Runs a task of the child and gives all it did under `folder`, in order. */
export async function recordChild(
  { childFile, folder: newFolder }: Bench,
  library: string,
  folder: string,
  args: readonly string[],
): Promise<readonly Recorded[]> {
  const into = join(newFolder(), 'recording');
  const env = { ...process.env, LD_PRELOAD: library, POSTIL_RECORD_UNDER: folder, POSTIL_RECORD_INTO: into };
  await runSound(childFile, args, null, { env });
  if (!existsSync(into)) throw new Error('Nothing was recorded: the recorder was not loaded');
  return parse(readFileSync(into));
}

function parse(bytes: Buffer): readonly Recorded[] {
  const steps: Recorded[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const [op = '', path = '', other = '', offset, length] = bytes.toString('utf8', at, end).split(' ');
    const from = end + 1;
    at = from + Number(length);
    steps.push({ op: op as Recorded['op'], path, other, offset: Number(offset), bytes: bytes.subarray(from, at) });
  }
  return steps;
}
