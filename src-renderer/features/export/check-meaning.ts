/** What can be done about what a check found. Pure. */
import type { VerifyReport } from '@shared/contract/archive-shapes';

const checkNames = [
  'structure',
  'references',
  'index',
  'fields',
  'lists',
  'originals',
  'pictures',
  'bodies',
  'history',
  'anchors',
  'seals',
] as const;
export type CheckName = (typeof checkNames)[number];

/** Whether there are words for a check of that name. */
export const isCheckName = (name: string): name is CheckName => checkNames.some((known) => known === name);

/** What follows from documents and can be made again out of them. */
const derived: ReadonlySet<string> = new Set<CheckName>(['index', 'fields', 'lists']);

/** `rebuild`: only what is derived is wrong. `both`: that, and more. */
export function whatCanBeDone(report: VerifyReport): 'none' | 'rebuild' | 'restore' | 'both' {
  const wrong = report.checks.filter(({ ok }) => !ok).map(({ name }) => name);
  const rebuildable = wrong.filter((name) => derived.has(name)).length;
  if (wrong.length === 0) return 'none';
  // A damaged index damages the file's structure too: whether that is all shows after rebuilding it.
  if (wrong.every((name) => derived.has(name))) return 'rebuild';
  return rebuildable > 0 ? 'both' : 'restore';
}
