/** What a check of an archive came to. */
import type { VerifyReport } from '@shared/contract/archive-shapes';
import { type CheckFound, checkWords, type Damaged } from '@shared/outcome/check-words';

export type Check = VerifyReport['checks'][number];

/** Cases named in full; of more than these, their number. */
const mostNamed = 5;

/** A check over rows: how many were looked at, and which are wrong. */
export function verdict(name: string, rows: number, wrong: readonly Damaged[], leftOut = 0): Check {
  const found: CheckFound = { rows, leftOut, wrong: wrong.length, named: wrong.slice(0, mostNamed) };
  return { name, ok: wrong.length === 0, detail: checkWords(name, found, 'en'), found };
}

/** A check that stumbled over a damaged page. */
export const unchecked = (name: string, reason: string): Check =>
  verdict(name, 0, [{ what: 'unchecked', name: reason, of: '' }]);

/** Damaged bytes can't even be unpacked: that is an answer, and the other rows are still looked at. */
export function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
