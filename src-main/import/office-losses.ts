/** What of an office file was not kept, for the import report. */
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';

/** Those there were any of. */
export const officeLosses = (lost: {
  readonly commentsWithoutWords: number;
  readonly deletions?: number;
}): readonly ImportLoss[] =>
  countedLosses([
    ['deletions', lost.deletions ?? 0],
    ['wordlessComments', lost.commentsWithoutWords],
  ]);
