/** A function that stays the same while what it does may change: what is given it is not drawn anew for it. */
import { useLatest } from '@renderer/ui/use-latest';
import { useCallback } from 'react';

/** Calls `act` as it was at the last rendering. Not for use while rendering. */
export function useSteady<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useLatest(act);
  return useCallback((...args: A) => latest()(...args), [latest]);
}
