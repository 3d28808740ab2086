/** Other programs reading what was exported, where they are installed. Used by tests only. */
import { spawnSync } from 'node:child_process';

/** Whether a program is there; a test that needs it says so in its name and is skipped where it is not. */
export function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

/** What a program answers to some input. @throws Error with what it complained about. */
export function answerOf(program: string, given: readonly string[], input: Uint8Array | string = ''): string {
  const { status, stdout, stderr } = spawnSync(program, [...given], { input, maxBuffer: 64 * 1_048_576 });
  if (status === 0) return stdout.toString('utf8');
  throw new Error(`${program} ${given.join(' ')}: ${stderr.toString('utf8')}`);
}
