/**
 * Expected failures as data: a code for programs, a sentence for the researcher
 * with the next step. Bugs are thrown as ordinary errors and never become one of these.
 */

/** Every code a person may meet. `<area>/<what>`; the renderer words each in its language. */
export const errorCodes = [
  'archive/not-found',
  'archive/not-an-archive',
  'archive/from-future',
  'archive/locked',
  'archive/held',
  'archive/damaged',
  'archive/cannot-open',
  'archive/disk-full',
  'archive/read-only',
  'archive/interrupted',
  'archive/stale',
  'archive/keeps-stopping',
  'archive/nothing-to-save',
  'archive/cannot-move',
  'recovery/cancelled',
  'verify/cancelled',
  'index/cancelled',
  'backup/cancelled',
  'backup/not-proven',
  'backup/not-found',
  'backup/folder',
  'document/not-found',
  'document/not-in-bin',
  'picture/unknown',
  'picture/too-large',
  'revision/not-found',
  'annotation/not-found',
  'annotation/bad-range',
  'annotation/quote-not-found',
  'annotation/quote-ambiguous',
  'link/to-itself',
  'link/exists',
  'link/not-found',
  'collection/not-found',
  'collection/cycle',
  'import/unsupported',
  'import/empty',
  'import/binary',
  'import/too-large',
  'import/unreadable',
  'import/broken',
  'import/no-text',
  'import/not-one-article',
  'import/not-an-article',
  'import/cancelled',
  'watch/unreadable',
  'export/cannot-write',
  'export/nothing',
  'export/unknown-format',
  'export/needs-window',
  'export/cannot-print',
  'export/cancelled',
  'request/invalid',
  'request/unknown',
  'request/too-large',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A failure as it travels between threads and processes. */
export interface ErrorData {
  readonly code: ErrorCode;
  /** An English sentence: what failed, why, what to do. */
  readonly message: string;
  /** What a translated sentence needs (file names, counts …). */
  readonly params: Readonly<Record<string, string | number>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };

/** An expected failure on its way up; the edge turns it into an {@link Outcome}. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly data: ErrorData;

  constructor(
    code: ErrorCode,
    message: string,
    params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.data = { code, message, params };
  }
}

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failure = (error: ErrorData): Outcome<never> => ({ ok: false, error });

/** For the default branch of an exhaustive switch. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
