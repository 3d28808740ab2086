/** Lets what is drawn once, or seldom, call what is newest: handlers in rows, listeners that stay. */
import { useCallback, useLayoutEffect, useRef } from 'react';

/** Gives a function, always the same, that answers the value of the last rendering. Not for use while rendering. */
export function useLatest<T>(value: T): () => T {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return useCallback(() => latest.current, []);
}
