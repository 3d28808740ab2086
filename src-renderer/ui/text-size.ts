/** Size of the text in the reading room, as a factor; kept between starts. */
import { create } from 'zustand';

/** Factors offered, small to large. */
export const textSizes = [0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8] as const;
export type TextSize = (typeof textSizes)[number];
const storageKey = 'postil.text-size';

/** The size in use; shown through the CSS variable `--reading-scale`. */
export const useTextSize = create<{ readonly size: TextSize }>(() => ({ size: 1 }));

/** Sets and keeps the size. */
export function setTextSize(size: TextSize): void {
  useTextSize.setState({ size });
  document.documentElement.style.setProperty('--reading-scale', String(size));
  localStorage.setItem(storageKey, String(size));
}

/** One step larger (1) or smaller (-1); stays at the ends. */
export function stepTextSize(step: 1 | -1): void {
  const index = textSizes.indexOf(useTextSize.getState().size) + step;
  setTextSize(textSizes[Math.min(Math.max(index, 0), textSizes.length - 1)] ?? 1);
}

/** Takes up the size of the last start. */
export function restoreTextSize(): void {
  const kept = Number(localStorage.getItem(storageKey));
  setTextSize(textSizes.find((size) => size === kept) ?? 1);
}
