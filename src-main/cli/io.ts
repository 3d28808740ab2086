/** What a command may touch of the world outside the archive; tests pass their own. */

export interface Io {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress, warnings, errors. */
  readonly err: (text: string) => void;
  /** All of standard input, or null when a person sits there and nothing is piped in. */
  readonly readInput: () => Promise<Uint8Array | null>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder relative paths start from. */
  readonly folder: string;
  /** Stops long work (Ctrl+C). */
  readonly signal: AbortSignal;
}

/** What a command is told besides its own arguments. */
export interface CommandContext {
  readonly io: Io;
  /** One JSON value on stdout instead of text for people. */
  readonly json: boolean;
  /** The archive's file, absolute. */
  readonly archivePath: string;
}

/** Exit codes, as docs/cli.md promises them. */
export const exitCodes = { done: 0, someFailed: 1, usage: 2, archiveUnusable: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Writes the one JSON value of a command. */
export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}
