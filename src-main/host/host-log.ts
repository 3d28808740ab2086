/**
 * A process's log: one small file in the profile. It says what failed and
 * where in the code, never what a document, a query or a comment says.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The log is set aside once at this size, in bytes; two files at most stay. */
const maxLogBytes = 1_048_576;

export interface HostLog {
  /** A line about something that happened; never content. */
  readonly note: (line: string) => void;
  /** An error nobody expected; its message is left out, for it may quote content. */
  readonly bug: (where: string, error: unknown) => void;
}

/** Whose log it is; also the name of its file. */
export type LogOwner = 'archive' | 'main';

/** Where a process's log lies. */
export const logFile = (folder: string, owner: LogOwner): string => join(folder, `${owner}.log`);

/** A log in a folder, made if need be. A log that can't be written is given up silently: it must stop nothing. */
export function createHostLog(folder: string, owner: LogOwner = 'archive', nowMs: () => number = Date.now): HostLog {
  const path = logFile(folder, owner);
  let usable = true;
  const write = (line: string): void => {
    if (!usable) return;
    try {
      mkdirSync(folder, { recursive: true });
      setAsideWhenLarge(path);
      appendFileSync(path, `${new Date(nowMs()).toISOString()} ${line.replaceAll('\n', '\n  ')}\n`);
    } catch {
      // Disk full or read-only: the archive tells the person itself, and soon.
      usable = false;
    }
  };
  return { note: write, bug: (where, error) => write(`${where}: ${describeError(error)}`) };
}

/** Name, code and stack of an error, without its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `threw a ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.slice(0, 12)].join('\n');
}

function setAsideWhenLarge(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxLogBytes) renameSync(path, `${path}.old`);
}
