/** Hears how tall elements are. One observer for all of them: each of its own costs more than it tells. */

const listeners = new WeakMap<Element, (heightPx: number) => void>();
const observer = new ResizeObserver((entries) => {
  for (const { target, borderBoxSize } of entries)
    listeners.get(target)?.(Math.round(borderBoxSize[0]?.blockSize ?? 0));
});

/** Tells an element's height in CSS pixels, border included, now and whenever it changes. Returns what ends it. */
export function observeHeight(element: HTMLElement, listener: (heightPx: number) => void): () => void {
  listeners.set(element, listener);
  observer.observe(element);
  return () => {
    observer.unobserve(element);
    listeners.delete(element);
  };
}
