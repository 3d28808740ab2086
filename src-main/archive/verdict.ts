/** What a check of an archive came to, in words. */
import type { VerifyReport } from '@shared/contract/shapes';

export type Check = VerifyReport['checks'][number];

/** A number with its noun. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Cases named in full; of more than these, their number. */
const mostNamed = 5;

/**
 * A check over rows: how many were looked at, and how many were wrong.
 * @param fault What is wrong with them, as "differ from their content".
 */
export function verdict(name: string, looked: string, wrong: readonly string[], fault: string): Check {
  const shown = wrong.slice(0, mostNamed).join(', ');
  return {
    name,
    ok: wrong.length === 0,
    detail: wrong.length === 0 ? looked : `${looked}; ${wrong.length} ${fault}: ${shown}`,
  };
}

/** Damaged bytes can't even be unpacked: that is an answer, and the other rows are still looked at. */
export function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
