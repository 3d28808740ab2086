/** Whether the archive is open, and what is wrong with it: as main and the archive process tell. */
import type { ArchiveState } from '@shared/contract/shell-recovery';
import { create } from 'zustand';
import { shell, subscribe } from './client';

/** Null until main has answered. */
export const useArchiveState = create<{ readonly state: ArchiveState | null }>(() => ({ state: null }));

/** Asks for it, then follows it; call once. Returns its disposer. */
export function followArchiveState(): () => void {
  const stop = subscribe((event) => {
    if (event.type === 'archiveState') useArchiveState.setState({ state: event.state });
  });
  void shell()
    .archiveState()
    .then((state) => {
      // What was told meanwhile is newer.
      if (useArchiveState.getState().state === null) useArchiveState.setState({ state });
    });
  return stop;
}
