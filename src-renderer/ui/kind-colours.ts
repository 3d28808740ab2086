/** Gives the annotation kinds' colours to the style sheets, from the registry. */

import { type KindId, kinds } from '@shared/kinds/kinds';
import type { CSSProperties } from 'react';

/** The two looks of the interface. */
export type Look = 'light' | 'dark';

/** Sets `--<kind>` and `--<kind>-wash` on the page; through CSSOM, as the page's policy wants. */
export function applyKindColours(root: HTMLElement, look: Look): void {
  for (const kind of kinds) {
    root.style.setProperty(`--${kind.id}`, kind.colour[look].ink);
    root.style.setProperty(`--${kind.id}-wash`, kind.colour[look].wash);
  }
}

/** Style that hands a kind's colours to the element's rules as `--kind-ink` and `--kind-wash`. */
export function kindStyle(kind: KindId): CSSProperties {
  const style: Record<`--${string}`, string> = { '--kind-ink': `var(--${kind})`, '--kind-wash': `var(--${kind}-wash)` };
  return style;
}
