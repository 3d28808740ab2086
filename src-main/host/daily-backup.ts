/** Makes a backup when one is due, while the archive is in use; says so when it could not. */
import type { ArchiveEvent } from '@shared/contract/events';
import { Failure } from '@shared/outcome/outcome';
import type { Backups } from '../services/backups';

/** The start is left to the person; a due backup is made a minute later, and looked for every hour. */
const firstLookMs = 60_000;
const everyMs = 60 * 60_000;

/** Looks after the daily backup until it is stopped by the function returned, which also stops one being made. */
export function backUpDaily(
  backups: Pick<Backups, 'isDue' | 'make'>,
  emit: (event: ArchiveEvent) => void,
  onBug: (error: unknown) => void,
): () => void {
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    try {
      if (backups.isDue()) await backups.make('daily', { signal: stop.signal });
    } catch (error) {
      if (stop.signal.aborted) return;
      if (error instanceof Failure) emit({ type: 'backupFailed', ...error.data });
      else onBug(error);
    }
  };
  const first = setTimeout(() => void look(), firstLookMs);
  const hourly = setInterval(() => void look(), everyMs);
  return () => {
    stop.abort();
    clearTimeout(first);
    clearInterval(hourly);
  };
}
