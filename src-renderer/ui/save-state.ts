/** Whether what the person wrote is on disk; told by whatever can be written in, shown in the top bar. */
import { create } from 'zustand';

/** `failed` says why, in the person's language, with the next step. */
export type SaveState = 'saved' | 'saving' | { readonly failed: string };

interface SaveStateStore {
  readonly state: SaveState;
}

/** The state to show: what failed before what is under way before what is done. */
export const useSaveState = create<SaveStateStore>(() => ({ state: 'saved' }));

const unsaved = new Map<symbol, Exclude<SaveState, 'saved'>>();

const stateOfAll = (): SaveState => {
  const states = [...unsaved.values()];
  return states.find((state) => typeof state === 'object') ?? states[0] ?? 'saved';
};

/** One text or field that is saved by itself: the function returned says how its saving stands now. */
export function savedPart(): (state: SaveState) => void {
  const part = Symbol();
  return (state) => {
    if (state === 'saved') unsaved.delete(part);
    else unsaved.set(part, state);
    const next = stateOfAll();
    if (next !== useSaveState.getState().state) useSaveState.setState({ state: next });
  };
}
