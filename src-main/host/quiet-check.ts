/** Verifies the archive by itself once a week, when nobody has used it for a while. */

/** Nobody is reading or writing when nothing was asked for this long, in milliseconds. */
const idleMs = 5 * 60_000;
const everyMs = 7 * 24 * 60 * 60_000;

export interface QuietCheck {
  /** Somebody uses the archive. */
  readonly touch: () => void;
  readonly stop: () => void;
}

/** `check` runs at most once a week, counted from `lastMs` (0 for never); it is told when to stop. */
export function checkQuietly(
  lastMs: number,
  nowMs: () => number,
  check: (signal: AbortSignal) => Promise<void>,
  onBug: (error: unknown) => void,
): QuietCheck {
  const stopping = new AbortController();
  let last = lastMs;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const now = nowMs();
    // A clock that was set back must not put the check off for ever.
    if (now - last < everyMs && last <= now) return;
    last = now;
    check(stopping.signal).catch((error: unknown) => {
      if (!stopping.signal.aborted) onBug(error);
    });
  };
  const touch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, idleMs);
  };
  touch();
  return {
    touch,
    stop: () => {
      clearTimeout(timer);
      stopping.abort();
    },
  };
}
