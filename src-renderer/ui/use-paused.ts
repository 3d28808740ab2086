/** Lets what costs more than it is worth at every key wait for a pause. */
import { useEffect, useState } from 'react';

/** A value as it was when it last stood unchanged for so many ms; compared by identity. */
export function usePaused<T extends object>(value: T, pauseMs: number): T {
  const [first] = useState(value);
  return useSettled(value, pauseMs) ?? first;
}

/** As {@link usePaused}, but nothing until it stood unchanged for the first time: what is mounted by a key waits too. */
export function useSettled<T>(value: T, pauseMs: number): T | undefined {
  const [settled, setSettled] = useState<T>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
