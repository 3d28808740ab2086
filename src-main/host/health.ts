/** What is wrong with the open archive until something is done about it; tells the windows when that changes. */
import type { ArchiveHealth } from '@shared/contract/archive-shapes';
import type { ArchiveEvent } from '@shared/contract/events';

export interface Health {
  readonly now: () => ArchiveHealth;
  readonly note: (change: Partial<ArchiveHealth>) => void;
}

const well: ArchiveHealth = { backup: null, diskFull: false, failedChecks: [], indexIncomplete: false };

/** Begins well. */
export function createHealth(emit: (event: ArchiveEvent) => void): Health {
  let health = well;
  return {
    now: () => health,
    note: (change) => {
      const next = { ...health, ...change };
      if (JSON.stringify(next) === JSON.stringify(health)) return;
      health = next;
      emit({ type: 'healthChanged', health });
    },
  };
}

/** What an event says about health; null when nothing. */
export function healthIn(event: ArchiveEvent): Partial<ArchiveHealth> | null {
  switch (event.type) {
    case 'backupFailed':
      return { backup: { code: event.code, message: event.message, params: event.params } };
    case 'verifyDone':
      return { failedChecks: event.report.checks.filter(({ ok }) => !ok).map(({ name }) => name) };
    case 'indexRebuilt':
      return { indexIncomplete: false };
    case 'jobFailed':
      return event.code === 'index/cancelled' ? { indexIncomplete: true } : null;
    default:
      return null;
  }
}
