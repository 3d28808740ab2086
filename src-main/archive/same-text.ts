/** Whether two texts are versions of one, told by the runs of words they share. Pure. */
import { scanTokens } from '@shared/query/tokens';

/** Words of a run; Han, kana and Hangul count by pairs of characters. */
const runLength = 3;

/**
 * Share of the shorter text's runs that must stand in the other. Of the shorter one, for a
 * text cut off by a paywall, or one that grew through the day, is the same article still.
 * Measured on the samples: with a fifth of its sentences rewritten a text shares 0.7 and
 * more with what it was, with a third some 0.6; two articles share 0.14 at most.
 */
const sharedByVersions = 0.5;

/** The runs of words of a text. */
export function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>();
  const last: string[] = [];
  scanTokens(text, (token) => {
    last.push(token);
    if (last.length > runLength) last.shift();
    if (last.length === runLength) runs.add(last.join(' '));
    return true;
  });
  // A text of one or two words is one run.
  if (runs.size === 0 && last.length > 0) runs.add(last.join(' '));
  return runs;
}

/** Share of the shorter text's runs of words that stand in the other, from 0 to 1. */
export function sharedRuns(a: string, b: string): number {
  const runs = [runsOf(a), runsOf(b)].sort((x, y) => x.size - y.size);
  const [fewer, more] = runs;
  if (fewer === undefined || more === undefined || fewer.size === 0) return a === b ? 1 : 0;
  let shared = 0;
  for (const run of fewer) if (more.has(run)) shared++;
  return shared / fewer.size;
}

/**
 * What two sets of runs share, of both together (Dice), from 0 to 1: a dispatch quoted inside a
 * long report is no duplicate of it, though all of its runs stand there.
 */
export function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const run of fewer) if (more.has(run)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Whether a share of runs is that of two versions of a text. */
export const areVersions = (share: number): boolean => share >= sharedByVersions;
