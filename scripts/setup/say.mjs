// How set-up talks and runs programs: one voice on stderr, and failures that end with what to do next.
// Knows nothing of any step. A child's own output is shown only when it fails, or as it comes when it takes long.
import { spawnSync } from 'node:child_process';

/** A failure the person at the keyboard can act on; its message ends with what to do. */
export class SetupError extends Error {}

/** Prints one line on stderr. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program to its end, its output kept aside.
 * @returns `{ ok, status, stdout, output }`; `output` is stdout and stderr together, for error messages.
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, ...options });
  const output = [result.error?.message, result.stdout, result.stderr].filter(Boolean).join('\n').trim();
  return { ok: result.status === 0, status: result.status, stdout: result.stdout ?? '', output };
}

/** The last lines of a failed program's output, indented under the sentence that explains it. */
export function tail(output, lines = 15) {
  return output
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');
}
