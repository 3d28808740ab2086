/**
 * A component whose code is read apart from the window's own. Once it has been read it is shown at
 * once: React's `lazy` alone would wait first, and what then comes waits 0.3 s more behind its fallback.
 */
import { type ComponentType, createElement, lazy, useState } from 'react';

/** Reads the code of a component. */
export type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;

export interface Later<P> {
  /** Needs a `Suspense` around it for as long as it is not read. */
  readonly Part: ComponentType<P>;
  /** Reads the code ahead. */
  readonly read: () => Promise<unknown>;
}

/** A component that is read when it is first shown, or before. */
export function later<P extends object>(load: Load<P>): Later<P> {
  let ready: ComponentType<P> | undefined;
  const read: Load<P> = async () => {
    const part = await load();
    ready = part.default;
    return part;
  };
  const Awaited = lazy(read);
  function Part(props: P) {
    // Chosen once: what is shown does not begin anew when its code was read elsewhere.
    const [shown] = useState(() => ready ?? Awaited);
    return createElement(shown, props);
  }
  return { Part, read };
}
