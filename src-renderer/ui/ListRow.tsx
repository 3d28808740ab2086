/** One row of a long list, with the button of its menu. Its list has the keys and the focus. */

import { useTranslation } from '@renderer/i18n/words';
import { Ellipsis } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode, useRef } from 'react';
import type { Point } from './Menu';

/** What is done with a row; always the same object. */
export interface RowActs {
  readonly click: (index: number, event: MouseEvent) => void;
  readonly openMenu: (index: number, at: Point) => void;
  readonly drag: (index: number, data: DataTransfer) => void;
}

/** What a list says of its rows. */
export interface RowWords {
  readonly children: (index: number) => ReactNode;
  readonly labelAt: (index: number) => string;
  readonly menuLabel: (index: number) => string;
  /** Fills a drag of a row; absent when rows can't be dragged. */
  readonly onDrag?: (index: number, data: DataTransfer) => void;
}

interface ListRowProps {
  /** For `aria-activedescendant`. */
  readonly id: string;
  readonly index: number;
  /** Only for drawing: a row that stays as it is has an older one. */
  readonly list: RowWords;
  readonly row: object | undefined;
  readonly read: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly current: boolean;
  readonly acts: RowActs;
}

const showsTheSame = (before: ListRowProps, now: ListRowProps): boolean =>
  now.row !== undefined &&
  before.row === now.row &&
  before.index === now.index &&
  before.active === now.active &&
  before.selected === now.selected &&
  before.current === now.current;

/** Drawn anew only when it shows something else. */
export const ListRow = memo(function ListRow({ id, index, list, read, active, selected, current, acts }: ListRowProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  if (!read) {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
      <div
        role="row"
        id={id}
        aria-rowindex={index + 1}
        aria-label={t('common.loading')}
        className="row-list__row row-list__pending"
      />
    );
  }
  const openMenu = () => {
    const box = button.current?.getBoundingClientRect();
    if (box) acts.openMenu(index, { x: box.left, y: box.bottom });
  };
  const menuLabel = list.menuLabel(index);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div
      role="row"
      id={id}
      aria-rowindex={index + 1}
      aria-label={list.labelAt(index)}
      aria-selected={selected}
      aria-current={current ? 'true' : undefined}
      className={active ? 'row-list__row row-list__row--active' : 'row-list__row'}
      draggable={list.onDrag !== undefined}
      onDragStart={(event) => acts.drag(index, event.dataTransfer)}
      onClick={(event) => acts.click(index, event)}
      onContextMenu={(event) => {
        event.preventDefault();
        acts.openMenu(index, { x: event.clientX, y: event.clientY });
      }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell">{list.children(index)}</div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className="row-list__menu">
        {/* A plain one: a list has many of them, and draws them at each key of a search. */}
        <button
          ref={button}
          type="button"
          className="icon-button icon-button--small"
          aria-label={menuLabel}
          title={menuLabel}
          aria-haspopup="menu"
          tabIndex={active ? 0 : -1}
          onClick={openMenu}
        >
          <Ellipsis size={14} aria-hidden />
        </button>
      </div>
    </div>
  );
}, showsTheSame);
