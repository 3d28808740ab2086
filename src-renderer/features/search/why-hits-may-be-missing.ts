/** Why hits may be missing from a result now, from the jobs under way and the state of the index. Pure. */
import type { Job } from '@renderer/client/jobs';

export type MissingHits =
  /** The index is being made anew; `share` of it is there, from 0 to 1. */
  | { readonly why: 'indexing'; readonly share: number }
  /** It was left half made, and nothing is mending it. */
  | { readonly why: 'incomplete' }
  /** Documents are coming in; `total` is 0 until it is known. */
  | { readonly why: 'importing'; readonly done: number; readonly total: number };

type Work = Pick<Job, 'kind' | 'done' | 'total'>;

/** All there is to say, in the order it is said; several imports are one. */
export function whyHitsMayBeMissing(jobs: readonly Work[], indexIncomplete: boolean): readonly MissingHits[] {
  const index = jobs.find(({ kind }) => kind === 'index');
  const imports = jobs.filter(({ kind }) => kind === 'import');
  const notes: MissingHits[] = [];
  if (index !== undefined)
    notes.push({ why: 'indexing', share: index.total === 0 ? 0 : Math.min(1, index.done / index.total) });
  else if (indexIncomplete) notes.push({ why: 'incomplete' });
  if (imports.length > 0) {
    const sum = (of: 'done' | 'total') => imports.reduce((all, job) => all + job[of], 0);
    // One that does not know yet how many makes the sum too small to be told.
    const known = imports.every(({ total }) => total > 0);
    notes.push({ why: 'importing', done: sum('done'), total: known ? sum('total') : 0 });
  }
  return notes;
}
