/** Lets what costs more than it is worth at every key wait for a pause. */
import { useEffect, useState } from 'react';

/** A value as it was when it last stood unchanged for so many ms; compared by identity. */
export function usePaused<T>(value: T, pauseMs: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return paused;
}
