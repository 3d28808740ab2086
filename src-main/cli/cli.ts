#!/usr/bin/env node
/** Entry of the `postil` command: joins the process's streams and signals to the program. */
import { readFileSync } from 'node:fs';
import type { Io } from './io';
import { runCli } from './program';

const interrupted = new AbortController();

// The first Ctrl+C lets the command end cleanly, the second ends it at once.
process.once('SIGINT', () => interrupted.abort());
// `postil list | head`: the reader has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

async function readInput(): Promise<Uint8Array | null> {
  if (process.stdin.isTTY) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readInput,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  env: process.env,
  // `npm run postil` runs in the package's folder; INIT_CWD is where the person stands.
  folder: (process.env.npm_lifecycle_event === 'postil' && process.env.INIT_CWD) || process.cwd(),
  signal: interrupted.signal,
};

/** From the built entry, out/main/cli.js, two folders up. */
function ownVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown';
}

process.exitCode = await runCli(process.argv.slice(2), io, ownVersion());
