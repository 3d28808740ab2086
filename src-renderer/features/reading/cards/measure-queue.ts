/** When to measure what many things ask to have measured: at a frame, and not at each. */
import { inFreeFrame } from '@renderer/editor/spent-frame';

/** Heights settle as far blocks come near: measured this often while they do, ms. */
const measureEveryMs = 80;

export interface MeasureQueue {
  readonly soon: () => void;
  readonly stop: () => void;
}

/** Runs `run` at the next frame, then not again for a while: asked often, it still runs after the last time. */
export function measureQueue(run: () => void): MeasureQueue {
  let cancel: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;
  const soon = (): void => {
    if (cancel !== undefined || timer !== undefined) return;
    const waitMs = lastMs + measureEveryMs - performance.now();
    if (waitMs > 0) {
      timer = setTimeout(() => {
        timer = undefined;
        soon();
      }, waitMs);
      return;
    }
    cancel = inFreeFrame(() => {
      cancel = undefined;
      lastMs = performance.now();
      run();
    });
  };
  const stop = (): void => {
    cancel?.();
    clearTimeout(timer);
  };
  return { soon, stop };
}
