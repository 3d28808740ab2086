/** Which part of the rail is shown beside a text, if any. */
import { usePane, usePaneCommands } from '@renderer/ui/panes';
import { useCallback, useEffect, useMemo, useState } from 'react';

export type RailTab = 'passages' | 'outline' | 'orphans';

export interface RailState {
  /** Null while the rail is closed. */
  readonly tab: RailTab | null;
  /** Counts how often it was asked for: the focus goes into it each time. */
  readonly asked: number;
  /** Shows a part and puts the focus into it. */
  readonly show: (tab: RailTab) => void;
  /** Shows another part; the focus stays on its tab. */
  readonly turnTo: (tab: RailTab) => void;
  readonly close: () => void;
  readonly toggle: () => void;
}

/** What the next document begins with: a reader who works with the rail keeps it. */
let last: RailTab | null = null;

/** Opened by the command `passage-list` as well; the same command closes it. */
export function useRail(): RailState {
  const onCommand = usePaneCommands();
  const { isBeside } = usePane();
  const [tab, setTabNow] = useState<RailTab | null>(() => (isBeside || last === 'orphans' ? null : last));
  const [asked, setAsked] = useState(0);
  const setTab = useCallback(
    (next: RailTab | null): void => {
      if (!isBeside) last = next;
      setTabNow(next);
    },
    [isBeside],
  );
  const show = useCallback(
    (next: RailTab): void => {
      setTab(next);
      setAsked((times) => times + 1);
    },
    [setTab],
  );
  const close = useCallback(() => setTab(null), [setTab]);
  const toggle = useCallback(() => (tab === null ? show('passages') : close()), [tab, show, close]);
  useEffect(() => onCommand('passage-list', toggle), [onCommand, toggle]);
  return useMemo(
    () => ({ tab, asked, show, turnTo: setTab, close, toggle }),
    [tab, asked, show, setTab, close, toggle],
  );
}
