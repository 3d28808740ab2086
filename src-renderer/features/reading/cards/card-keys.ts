/** The keys of a card that has the focus. Pure. */
import { type KeyPress, letterOf } from '../reading-keys';

export type CardKey =
  | 'delete'
  | 'comment'
  | 'leave'
  | 'link'
  | 'verdict'
  | 'date'
  | 'next'
  | 'previous'
  | 'extend-next'
  | 'extend-previous'
  | 'choose'
  | 'choose-all';

/** What a key asks of a card; null when it is not one of its keys. */
export function cardKeyOf(press: KeyPress): CardKey | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = press;
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (key === ' ') return 'choose';
    return letterOf(press) === 'a' && !shiftKey ? 'choose-all' : null;
  }
  switch (key) {
    case 'Delete':
    case 'Backspace':
      return 'delete';
    case 'Enter':
      return 'comment';
    case 'Escape':
      return 'leave';
    case ' ':
      return 'choose';
    case 'ArrowDown':
      return shiftKey ? 'extend-next' : 'next';
    case 'ArrowUp':
      return shiftKey ? 'extend-previous' : 'previous';
    default:
      return letterKey(press);
  }
}

function letterKey(press: KeyPress): CardKey | null {
  switch (letterOf(press)) {
    case 'c':
      return 'comment';
    case 'l':
      return 'link';
    case 'e':
      return 'verdict';
    case 'd':
      return 'date';
    default:
      return null;
  }
}
