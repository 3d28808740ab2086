/**
 * Looking into a backup and copying one while the archive is open: both done in a thread of
 * their own, so that everything else is answered meanwhile.
 */
import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import type { RecoveryAnswer, RecoveryProgress } from '@shared/contract/shell-recovery';
import { Failure, type Outcome } from '@shared/outcome/outcome';
import type { ArchiveKeeping, Restore } from '../services/services-api';
import type { HostWish } from './host-protocol';
import type { RunningRecovery } from './recover-in-worker';

/** Begins a recovery of the archive that is open. */
export type BeginRecovery = (wish: HostWish, onProgress: (progress: RecoveryProgress) => void) => RunningRecovery;

/** Looks into backups one at a time: whoever asks anew no longer waits for the one before. */
export function createLooks(begin: BeginRecovery): ArchiveKeeping['lookInto'] {
  let running: RunningRecovery | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const look = async (name: string): Promise<ArchiveFacts> => {
    running = begin({ do: 'look-into', name }, () => undefined);
    return factsIn(await running.outcome);
  };
  return (name) => {
    running?.stop();
    const facts = before.then(() => look(name));
    // Each hears of its own failure; the next begins all the same.
    before = facts.catch(() => undefined);
    return facts;
  };
}

/** Makes the copy that a restore puts in place. @throws Failure as `prepareRestore` in archive/restore.ts, `recovery/cancelled` */
export async function prepareInThread(
  begin: BeginRecovery,
  backup: string,
  { signal, onProgress }: Pick<Parameters<Restore>[1], 'signal' | 'onProgress'>,
): Promise<void> {
  const running = begin({ do: 'prepare-restore', backup }, ({ stage, done, total }) => {
    if (stage === 'copying' || stage === 'checking') onProgress(stage, done, total);
  });
  signal.addEventListener('abort', running.stop, { once: true });
  if (signal.aborted) running.stop();
  try {
    factsIn(await running.outcome);
  } finally {
    signal.removeEventListener('abort', running.stop);
  }
}

/** What a recovery that was asked to stop too late would have said. */
export const stoppedRestore = (): Failure =>
  new Failure('recovery/cancelled', 'Stopped. Nothing was changed, and nothing half-made was kept.');

function factsIn(outcome: Outcome<RecoveryAnswer>): ArchiveFacts {
  if (!outcome.ok) throw new Failure(outcome.error.code, outcome.error.message, outcome.error.params);
  if (outcome.value.did === 'look-into') return outcome.value.facts;
  throw new Error(`Asked for facts, and was answered ${outcome.value.did}`);
}
