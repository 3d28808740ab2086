/**
 * Documents may stand side by side, each in a pane. What a pane needs to know of itself: whether
 * commands are meant for it, and what stands in the other one.
 */
import type { DocumentUid } from '@shared/model/ids';
import { createContext, useCallback, useContext } from 'react';
import { type CommandHandler, onCommand } from './command-bus';

export interface Pane {
  /** True for the second one, beside the first. */
  readonly isBeside: boolean;
  /** True when it had the focus last, or is the only one. */
  readonly isCurrent: () => boolean;
  /** The note in the other pane, ready to take what is quoted here; null when there is none. */
  readonly noteBeside: { readonly uid: DocumentUid; readonly title: string } | null;
}

/** Given around each pane; without one there is a single pane. */
export const PaneContext = createContext<Pane>({ isBeside: false, isCurrent: () => true, noteBeside: null });

/** The pane one is in. */
export const usePane = (): Pane => useContext(PaneContext);

/** `onCommand` for what stands in a pane: a command meant for the other pane is passed on. */
export function usePaneCommands(): typeof onCommand {
  const { isCurrent } = usePane();
  return useCallback(
    (id: string, handler: CommandHandler) => onCommand(id, () => (isCurrent() ? handler() : false)),
    [isCurrent],
  );
}
