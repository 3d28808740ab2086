/** What may be tried when an archive can't be opened, by what is wrong with it: safest first. Pure. */
import type { ErrorCode, ErrorData } from '@shared/outcome/outcome';

export const recoveryChoices = [
  'try-again',
  'show-file',
  'open-backup',
  'restore',
  'rebuild',
  'salvage',
  'make-new',
  'open-other',
  'quit',
] as const;
export type RecoveryChoice = (typeof recoveryChoices)[number];

const always: readonly RecoveryChoice[] = ['try-again', 'show-file', 'open-other', 'quit'];
const backups: readonly RecoveryChoice[] = ['open-backup', 'restore'];

/** Beyond what is always offered. What another program holds, or a newer Postil wrote, is left alone. */
const more: Readonly<Partial<Record<ErrorCode, readonly RecoveryChoice[]>>> = {
  'archive/damaged': [...backups, 'rebuild', 'salvage'],
  'archive/not-found': [...backups, 'make-new'],
  'archive/not-an-archive': backups,
  'archive/cannot-open': ['open-backup', 'salvage'],
  'archive/keeps-stopping': ['open-backup', 'rebuild', 'salvage'],
  internal: ['open-backup', 'salvage'],
};

/** The choices, in their order. `hasBackup`: at least one is whole. */
export function choicesFor(error: Pick<ErrorData, 'code' | 'params'>, hasBackup: boolean): readonly RecoveryChoice[] {
  const offered = new Set<RecoveryChoice>([...always, ...(more[error.code] ?? [])]);
  if (!hasBackup) for (const choice of backups) offered.delete(choice);
  // Nothing to rebuild where there is no file, or only a part of one.
  if (error.params.why !== undefined) offered.delete('rebuild');
  return recoveryChoices.filter((choice) => offered.has(choice));
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

/** Key of the words for a trouble. */
export function troubleKey(error: Pick<ErrorData, 'code'>): (typeof titled)[number] | 'other' {
  return titled.find((code) => code === error.code) ?? 'other';
}

/** Key of the sentences on what happened: some troubles are known more exactly. */
export function whatKey(
  error: Pick<ErrorData, 'code' | 'params'>,
): ReturnType<typeof troubleKey> | 'cut-short' | 'empty-with-log' {
  const { why } = error.params;
  return why === 'cut-short' || why === 'empty-with-log' ? why : troubleKey(error);
}
