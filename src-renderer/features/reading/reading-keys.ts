/** The reading room's keys: which act a key asks for. Pure; layouts without Latin letters count by place. */
import { type KindId, kinds } from '@shared/kinds/kinds';

export type ReadingAct =
  | { readonly act: 'mark'; readonly kind: KindId }
  | { readonly act: 'comment' | 'copy' | 'copyAs' | 'quote' | 'leave' | 'delete' | 'open' }
  | { readonly act: 'link' | 'verdict' | 'date' | 'occurrences' }
  | { readonly act: 'sentence'; readonly direction: 1 | -1; readonly extend: boolean }
  | { readonly act: 'passage'; readonly direction: 1 | -1 };

/** The part of a keyboard event that matters. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The Latin letter of a key, by its place on layouts that have none; empty for other keys. */
export function letterOf({ key, code }: KeyPress): string {
  const letter = key.toLowerCase();
  return /^[a-z]$/.test(letter) ? letter : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '');
}

/** The act of a key, or null when the key is not one of ours. */
export function actOf(press: KeyPress): ReadingAct | null {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = press;
  if (ctrlKey || metaKey) return null;
  if (altKey) {
    if (key === 'ArrowDown' || key === 'ArrowUp')
      return { act: 'sentence', direction: key === 'ArrowDown' ? 1 : -1, extend: shiftKey };
    return null;
  }
  const kind = kinds.find(
    ({ shortcut }) => key === shortcut || code === `Digit${shortcut}` || code === `Numpad${shortcut}`,
  );
  if (kind !== undefined) return { act: 'mark', kind: kind.id };
  if (key === 'Escape') return { act: 'leave' };
  if (key === 'Enter') return { act: 'open' };
  if (key === 'Delete') return { act: 'delete' };
  if (key === ']' || key === '[') return { act: 'passage', direction: key === ']' ? 1 : -1 };
  switch (letterOf(press)) {
    case 'n':
      return { act: 'sentence', direction: 1, extend: shiftKey };
    case 'p':
      return { act: 'sentence', direction: -1, extend: shiftKey };
    case 'c':
      return { act: 'comment' };
    case 'y':
      return { act: shiftKey ? 'copyAs' : 'copy' };
    case 'q':
      return { act: 'quote' };
    case 'l':
      return { act: 'link' };
    case 'e':
      return { act: 'verdict' };
    case 'd':
      return { act: 'date' };
    case 'm':
      return { act: 'occurrences' };
    default:
      return null;
  }
}
