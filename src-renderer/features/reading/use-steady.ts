/** A function that stays the same while what it does may change: what is given it is not drawn anew for it. */
import { useCallback, useLayoutEffect, useRef } from 'react';

/** Calls `act` as it was at the last rendering. Not for use while rendering. */
export function useSteady<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
