/**
 * A button of a card with a menu behind it. A page has a hundred of them and few are ever pressed:
 * a plain button, and the menu is only made when it opens.
 */
import { type MenuEntry, type Point, PointMenu } from '@renderer/ui/Menu';
import { type ButtonHTMLAttributes, type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface CardMenuButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'onClick' | 'onKeyDown'> {
  /** Accessible name of the menu. */
  readonly menu: string;
  /** Made when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
  /** Opens the menu when it becomes true. */
  readonly asked?: boolean;
  /** Told that it was opened because it was asked for. */
  readonly onAnswered?: () => void;
  /** What takes the focus once the menu is closed. */
  readonly focusAfter: (button: HTMLButtonElement) => HTMLElement | null;
}

const pointBelow = (element: Element): Point => {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
};

/** Opens with a press, Enter, Space or an arrow. */
export function CardMenuButton(props: CardMenuButtonProps) {
  const { menu, entries, asked = false, onAnswered, focusAfter, children, ...button } = props;
  const element = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<Point | null>(null);
  const answered = useRef(onAnswered);
  answered.current = onAnswered;
  useEffect(() => {
    if (!asked || element.current === null) return;
    setAt(pointBelow(element.current));
    answered.current?.();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    setAt(pointBelow(event.currentTarget));
  };
  const close = (): void => {
    setAt(null);
    if (element.current !== null) focusAfter(element.current)?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        {...button}
        ref={element}
        type="button"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          event.stopPropagation();
          setAt(pointBelow(event.currentTarget));
        }}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {at !== null && <PointMenu label={menu} entries={entries()} at={at} onClose={close} />}
    </>
  );
}
