/** How often a process may die before it is given up. Pure but for the clock given. */

const maxDeaths = 3;
const windowMs = 30_000;

/** Says after each death whether to start again: not after three within half a minute. */
export function createRestartLimit(nowMs: () => number): () => 'restart' | 'give-up' {
  let deaths: readonly number[] = [];
  return () => {
    const now = nowMs();
    deaths = [...deaths.filter((at) => now - at < windowMs), now];
    return deaths.length >= maxDeaths ? 'give-up' : 'restart';
  };
}
