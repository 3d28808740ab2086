/** The pill above what is selected. Follows the selection by itself: the room is not drawn anew for it. */
import type { TextSession } from '@renderer/editor/text-session';
import { memo, type RefObject } from 'react';
import type { ReadingAct } from './reading-keys';
import { SelectionToolbar } from './SelectionToolbar';
import { rectOf } from './text-view';
import { useSelection } from './use-selection';

interface SelectionToolsProps {
  readonly text: TextSession;
  /** The element the pill is placed in. */
  readonly pane: RefObject<HTMLElement | null>;
  /** Stays the same. */
  readonly onAct: (act: ReadingAct) => void;
}

/** Nothing while nothing is selected. */
export const SelectionTools = memo(function SelectionTools({ text, pane, onAct }: SelectionToolsProps) {
  const selected = useSelection(text);
  if (selected === null || pane.current === null) return null;
  return (
    <SelectionToolbar
      pane={pane.current}
      rectOf={() => rectOf(text, selected)}
      placement={`${selected.start}-${selected.end}`}
      onAct={onAct}
    />
  );
});
