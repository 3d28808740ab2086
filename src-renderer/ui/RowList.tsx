/**
 * A long list of rows of any height: only the visible ones exist. Owns the active row
 * and the selection's keys and clicks; knows nothing of what a row shows.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { ListRow, type RowActs, type RowWords } from './ListRow';
import type { Point } from './Menu';
import { movedTo } from './row-keys';
import { useLatest } from './use-latest';
import { useRowInSight } from './use-row-in-sight';

/** What a list offers to what stands beside it. */
export interface RowListHandle {
  readonly focus: () => void;
  /** Makes a row the active one and brings it into sight. */
  readonly show: (index: number) => void;
}

interface RowListProps extends RowWords {
  readonly ref?: Ref<RowListHandle>;
  readonly label: string;
  readonly count: number;
  /** When it changes the rows answer another question: back to the top. */
  readonly resetOn?: string;
  /** Identity of a row; undefined while it is being read. */
  readonly keyAt: (index: number) => string | undefined;
  /**
   * All that a row shows, if that can be told: as long as it is the same object the row is not drawn anew. Undefined while
   * it is being read.
   */
  readonly rowAt?: (index: number) => object | undefined;
  readonly selected: ReadonlySet<string>;
  /** The row whose document is open. */
  readonly current: (index: number) => boolean;
  readonly onSelect: (keys: readonly string[]) => void;
  /** Keys of rows `from` to `to` inclusive, read where need be. */
  readonly keysBetween: (from: number, to: number) => Promise<readonly string[]>;
  readonly onOpen: (index: number, by: 'key' | 'pointer') => void;
  /** Any other key pressed in the list; true when it was used. */
  readonly onKey: (key: string) => boolean;
  /** Rows first to last are in sight. */
  readonly onRange: (first: number, last: number) => void;
  readonly onMenu: (index: number, at: Point) => void;
}

/** Height of a row that is not measured yet, in pixels: most rows have two lines of title and text. */
const likelyHeight = 116;

/** Focus stays on the list; the active row is told by `aria-activedescendant`. */
export function RowList(props: RowListProps) {
  const { label, count, selected, onRange } = props;
  // Of two lists one may be hidden in the same page: rows are known by their list's.
  const listId = useId();
  const rowId = (index: number) => `${listId}-${index}`;
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const inSight = useRowInSight(scroller);
  // The rows' places only: what is in them is asked for when they come in sight.
  const rows = useMemo<ArrayLike<undefined>>(() => ({ length: count }), [count]);
  const activeRow = Math.min(active, Math.max(count - 1, 0));
  useImperativeHandle(props.ref, () => ({
    focus: () => {
      scroller.current?.focus();
      if (selected.size === 0) void select(activeRow, 'one');
    },
    show: (index) => {
      setActive(index);
      anchor.current = index;
      inSight.show(rowId(index));
    },
  }));

  const tellRange = () => {
    const list = virtualizer.current;
    if (list) onRange(list.findItemIndex(list.scrollOffset), list.findItemIndex(list.scrollOffset + list.viewportSize));
  };
  // A list that grew or shrank shows other rows without being scrolled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the number of rows changes
  useEffect(tellRange, [count]);

  const shownFor = useRef(props.resetOn);
  useEffect(() => {
    // A list that was hidden for a while answers what it did, and stays where it was.
    if (shownFor.current === props.resetOn) return;
    shownFor.current = props.resetOn;
    setActive(0);
    anchor.current = 0;
    inSight.letGo();
    // Known without a layout: at each key of a search there is nothing to scroll back.
    if (virtualizer.current?.scrollOffset !== 0) scroller.current?.scrollTo(0, 0);
  }, [props.resetOn, inSight]);

  const select = async (index: number, how: 'one' | 'toggle' | 'range') => {
    setActive(index);
    const key = props.keyAt(index);
    if (how === 'range') {
      props.onSelect(await props.keysBetween(Math.min(anchor.current, index), Math.max(anchor.current, index)));
      return;
    }
    anchor.current = index;
    if (key === undefined) return;
    if (how === 'one') props.onSelect([key]);
    else props.onSelect(selected.has(key) ? [...selected].filter((other) => other !== key) : [...selected, key]);
  };
  const openMenu = (index: number, at: Point) => {
    const key = props.keyAt(index);
    if (key === undefined) return;
    setActive(index);
    if (!selected.has(key)) {
      anchor.current = index;
      props.onSelect([key]);
    }
    props.onMenu(index, at);
  };
  const menuAtRow = () => {
    const row = document.getElementById(rowId(activeRow))?.getBoundingClientRect();
    if (row) openMenu(activeRow, { x: row.left + 24, y: row.top + 24 });
  };
  const press = (event: KeyboardEvent) => {
    // Keys of the button inside a row are its own.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((virtualizer.current?.viewportSize ?? 0) / likelyHeight));
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : movedTo(event.key, activeRow, count, page);
    if (next !== null) {
      inSight.show(rowId(next));
      void select(next, event.shiftKey ? 'range' : 'one');
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      void props.keysBetween(0, count - 1).then(props.onSelect);
    } else if (event.key === 'Enter') props.onOpen(activeRow, 'key');
    else if (event.key === ' ') void select(activeRow, 'toggle');
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) menuAtRow();
    else if (!props.onKey(event.key)) return;
    event.preventDefault();
  };
  const click = (index: number, event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.row-list__menu')) return;
    const how = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one';
    void select(index, how);
    if (how === 'one') props.onOpen(index, 'pointer');
  };
  const latest = useLatest({ click, openMenu, onDrag: props.onDrag });
  const [acts] = useState(
    (): RowActs => ({
      click: (index, event) => latest().click(index, event),
      openMenu: (index, at) => latest().openMenu(index, at),
      drag: (index, data) => latest().onDrag?.(index, data),
    }),
  );

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-multiselectable
      aria-rowcount={count}
      aria-activedescendant={count > 0 ? rowId(activeRow) : undefined}
      tabIndex={0}
      data-letters-unused
      className={selected.size > 1 ? 'row-list row-list--many' : 'row-list'}
      onKeyDown={press}
    >
      <Virtualizer
        ref={virtualizer}
        data={rows}
        scrollRef={scroller}
        itemSize={likelyHeight}
        keepMounted={count > 0 ? [activeRow] : []}
        onScroll={tellRange}
      >
        {(_, index) => {
          const key = props.keyAt(index);
          return (
            <ListRow
              key={rowId(index)}
              id={rowId(index)}
              index={index}
              list={props}
              row={props.rowAt?.(index)}
              read={key !== undefined}
              active={index === activeRow}
              selected={key !== undefined && selected.has(key)}
              current={key !== undefined && props.current(index)}
              acts={acts}
            />
          );
        }}
      </Virtualizer>
    </div>
  );
}
