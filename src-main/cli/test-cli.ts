/** Runs commands in this process over a real archive in a temporary folder. Used by tests only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from './io';
import { runCli } from './program';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface TestCli {
  readonly folder: string;
  readonly archive: string;
  readonly run: (
    argv: readonly string[],
    options?: { readonly input?: string; readonly signal?: AbortSignal },
  ) => Promise<Ran>;
  /** Runs with `--json` and gives the one value. */
  readonly json: <T>(argv: readonly string[]) => Promise<{ readonly code: number; readonly value: T }>;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly remove: () => void;
}

/** A command line of its own: fresh folder, no archive yet. */
export function testCli(): TestCli {
  const folder = mkdtempSync(join(tmpdir(), 'postil-cli-'));
  const archive = join(folder, 'data', 'research.postil');
  const run: TestCli['run'] = async (argv, { input, signal } = {}) => {
    let out = '';
    let err = '';
    const io: Io = {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      readInput: async () => (input === undefined ? null : new TextEncoder().encode(input)),
      outIsTerminal: false,
      errIsTerminal: false,
      env: { POSTIL_ARCHIVE: archive },
      folder,
      signal: signal ?? new AbortController().signal,
    };
    const code = await runCli(argv, io, '1.2.3');
    return { code, out, err };
  };
  return {
    folder,
    archive,
    run,
    json: async <T>(argv: readonly string[]) => {
      const { code, out } = await run(['--json', ...argv]);
      // The tests say what they expect of it.
      const value: T = JSON.parse(out);
      return { code, value };
    },
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
