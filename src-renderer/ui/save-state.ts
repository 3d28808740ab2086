/** Whether what the person wrote is on disk; set by editors, shown in the top bar. */
import { create } from 'zustand';

/** `message` says why, in the person's language, with the next step. */
export type SaveState = 'saved' | 'saving' | { readonly failed: string };

interface SaveStateStore {
  readonly state: SaveState;
}

/** The state to show. */
export const useSaveState = create<SaveStateStore>(() => ({ state: 'saved' }));

/** Says how saving stands now. */
export function setSaveState(state: SaveState): void {
  useSaveState.setState({ state });
}
