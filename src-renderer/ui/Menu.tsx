/** Menus from data: behind a button, or at a point of the window. */
import { ChevronRight, type LucideIcon } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, SubmenuTrigger } from 'react-aria-components';

/** One line of a menu; `separator` draws a rule. */
export type MenuEntry =
  | 'separator'
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly keys?: string;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly run?: () => void;
      readonly children?: readonly MenuEntry[];
    };

function Line({ entry }: { readonly entry: Exclude<MenuEntry, 'separator'> }) {
  const Icon = entry.icon;
  const item = (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.disabled ?? false}
      {...(entry.run === undefined ? {} : { onAction: entry.run })}
      className={entry.danger ? 'menu__item menu__item--danger' : 'menu__item'}
    >
      {Icon && <Icon size={15} aria-hidden />}
      <span className="menu__label">{entry.label}</span>
      {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
      {entry.children && <ChevronRight size={14} aria-hidden />}
    </MenuItem>
  );
  if (entry.children === undefined) return item;
  return (
    <SubmenuTrigger>
      {item}
      <Popover className="popover">
        <AriaMenu className="menu" aria-label={entry.label}>
          {lines(entry.children)}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

function lines(entries: readonly MenuEntry[]): readonly ReactElement[] {
  return entries.map((entry, index) =>
    entry === 'separator' ? (
      // A rule has no identity but its place.
      // biome-ignore lint/suspicious/noArrayIndexKey: separators do not move
      <Separator key={`separator-${index}`} className="menu__separator" />
    ) : (
      <Line key={entry.id} entry={entry} />
    ),
  );
}

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** A menu behind the button given as `children`. */
export function MenuButton({ label, entries, children }: MenuProps & { readonly children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover">
        <AriaMenu className="menu" aria-label={label}>
          {lines(entries)}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is chosen further down closes the first menu too: no button is there that would. */
const closing = (entries: readonly MenuEntry[], onClose: () => void): readonly MenuEntry[] =>
  entries.map((entry) => {
    if (entry === 'separator' || entry.children === undefined) return entry;
    const children = entry.children.map((child): MenuEntry => {
      if (child === 'separator' || child.run === undefined) return child;
      const { run } = child;
      return {
        ...child,
        run: () => {
          run();
          onClose();
        },
      };
    });
    return { ...entry, children };
  });

/** A menu at a point, as after a right click; closes by itself. */
export function PointMenu({
  label,
  entries,
  at,
  onClose,
}: MenuProps & { readonly at: Point; readonly onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => open || onClose()}
        placement="bottom start"
        offset={2}
        aria-label={label}
        className="popover"
      >
        <AriaMenu className="menu" aria-label={label} autoFocus="first" onClose={onClose}>
          {lines(closing(entries, onClose))}
        </AriaMenu>
      </Popover>
    </>
  );
}
