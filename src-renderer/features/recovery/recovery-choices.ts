/** What may be tried when an archive can't be opened, by what is wrong with it: safest first. Pure. */
import type { ErrorCode, ErrorData } from '@shared/outcome/outcome';

export const recoveryChoices = [
  'try-again',
  'open-other',
  'open-backup',
  'restore',
  'rebuild',
  'salvage',
  'copy-known',
  'copy-elsewhere',
  'make-new',
  'quit',
] as const;
export type RecoveryChoice = (typeof recoveryChoices)[number];

/**
 * The rungs of each trouble, in the order they are to be tried: what touches nothing comes before what
 * does. What another program holds, or a newer Postil wrote, is left alone.
 */
const rungs: Readonly<Partial<Record<ErrorCode, readonly RecoveryChoice[]>>> = {
  'archive/damaged': ['open-backup', 'restore', 'rebuild', 'salvage'],
  'archive/not-found': ['try-again', 'open-other', 'open-backup', 'restore', 'make-new'],
  'archive/not-an-archive': ['open-backup', 'restore', 'open-other'],
  'archive/from-future': ['open-backup', 'copy-known'],
  'archive/held': ['try-again'],
  'archive/locked': ['try-again'],
  'archive/read-only': ['copy-elsewhere', 'try-again'],
  'archive/disk-full': ['try-again', 'copy-elsewhere'],
  'archive/keeps-stopping': ['try-again', 'open-backup', 'rebuild', 'salvage'],
};
const otherwise: readonly RecoveryChoice[] = ['try-again', 'open-backup', 'salvage'];
/** Always offered, apart, unless a rung already. */
const always: readonly RecoveryChoice[] = ['try-again', 'open-other', 'quit'];

export interface RecoveryChoices {
  /** Towards the archive; the first is what to do first. */
  readonly rungs: readonly RecoveryChoice[];
  /** Besides. */
  readonly besides: readonly RecoveryChoice[];
}

type Trouble = Pick<ErrorData, 'code' | 'params'>;

/** The choices, in their order. `hasBackup`: at least one is whole. */
export function choicesFor(error: Trouble, hasBackup: boolean): RecoveryChoices {
  const possible = (choice: RecoveryChoice): boolean => {
    if (choice === 'open-backup' || choice === 'restore') return hasBackup;
    // Nothing to rebuild where there is only a part of a file.
    if (choice === 'rebuild') return error.params.why === undefined;
    // What may not be read can't be saved either.
    if (choice === 'salvage') return error.params.why !== 'refused';
    return true;
  };
  const offered = (rungs[error.code] ?? otherwise).filter(possible);
  return { rungs: offered, besides: always.filter((choice) => !offered.includes(choice)) };
}

const titled = [
  'archive/damaged',
  'archive/not-found',
  'archive/from-future',
  'archive/held',
  'archive/locked',
  'archive/not-an-archive',
  'archive/read-only',
  'archive/disk-full',
  'archive/keeps-stopping',
] as const;
type Titled = (typeof titled)[number] | 'empty' | 'refused' | 'other';

/** Key of the title for a trouble. */
export function troubleKey({ code, params }: Trouble): Titled {
  if (params.why === 'empty' || params.why === 'refused') return params.why;
  return titled.find((one) => one === code) ?? 'other';
}

/** Key of the sentences on what happened: some troubles are known more exactly. */
export function whatKey(error: Trouble): Titled | 'cut-short' | 'empty-with-log' {
  const { why } = error.params;
  return why === 'cut-short' || why === 'empty-with-log' ? why : troubleKey(error);
}
