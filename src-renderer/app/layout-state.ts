/** How the window is laid out: whether the side bar is shown (as the person chose, and never by itself in a narrow window), and the panes' sizes. */
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';

/** A window narrower than this many CSS pixels has not come to its size yet: the smallest there is has 720, a third of that at its largest zoom. */
const noWindowBelow = 160;
const grown = window.matchMedia(`(min-width: ${noWindowBelow}px)`);

function onGrown(listener: () => void): () => void {
  grown.addEventListener('change', listener);
  return () => grown.removeEventListener('change', listener);
}

/**
 * Whether the window has a width to lay panes out in. While it appears a screen may show it with ten pixels: panes laid
 * out in these are squeezed to their shares of them, and keep those shares.
 */
export const useHasWidth = (): boolean => useSyncExternalStore(onGrown, () => grown.matches);

/** Below this width, in CSS pixels, the side bar steps back: list and text need the room (200 % zoom on a laptop is 640). */
const narrowBelow = 1000;
const narrow = () => window.matchMedia(`(max-width: ${narrowBelow - 1}px)`);

/** Shown or not. */
export const useSideBar = create<{ readonly shown: boolean }>(() => ({ shown: true }));

/** Shows or hides it. */
export function toggleSideBar(): void {
  useSideBar.setState(({ shown }) => ({ shown: !shown }));
}

/** Hides it when the window becomes narrow, shows it when it is wide again. Returns its disposer. */
export function followWidth(): () => void {
  const query = narrow();
  const follow = () => useSideBar.setState({ shown: !query.matches });
  follow();
  query.addEventListener('change', follow);
  return () => query.removeEventListener('change', follow);
}

/** Two documents beside each other need the room of the side bar, in windows narrower than this many CSS pixels. */
const roomForThree = 1560;

/** Makes room for a second document; returns what gives the room back, unless the person decided otherwise meanwhile. */
export function makeRoom(): () => void {
  if (!useSideBar.getState().shown || window.innerWidth >= roomForThree) return () => {};
  useSideBar.setState({ shown: false });
  let touched = false;
  const stop = useSideBar.subscribe(() => {
    touched = true;
  });
  return () => {
    stop();
    if (!touched) useSideBar.setState({ shown: true });
  };
}

const storageKey = 'postil.panes';

/** The panes' sizes of the last start, in percent by pane. */
export function keptLayout(panes: readonly string[]): Record<string, number> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${storageKey}.${panes.length}`) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const sizes = Object.entries(kept).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
    return sizes.length === panes.length && sizes.every(([pane]) => panes.includes(pane))
      ? Object.fromEntries(sizes)
      : undefined;
  } catch (error) {
    // Something else wrote there: the usual sizes will do.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps the panes' sizes for the next start. */
export function keepLayout(layout: Readonly<Record<string, number>>): void {
  localStorage.setItem(`${storageKey}.${Object.keys(layout).length}`, JSON.stringify(layout));
}
