/** What is said when files of the watched folder came in: nothing when there is nothing new. Pure. */
import type { ImportReport } from '@shared/contract/import-report';
import type { DocumentUid } from '@shared/model/ids';

export interface WatchedNews {
  readonly arrived: number;
  readonly renewed: number;
  readonly alike: number;
  readonly failed: number;
  /** What an undoing puts into the bin: articles that were not here before. */
  readonly newUids: readonly DocumentUid[];
  /** The one document there is to show; null: the report shows them. */
  readonly only: DocumentUid | null;
}

/** Null when everything was here already: that is no news. */
export function newsOf({ imported, updated, alike, failed }: ImportReport): WatchedNews | null {
  if (imported.length + updated.length + failed.length === 0) return null;
  const [only] = imported;
  return {
    arrived: imported.length,
    renewed: updated.length,
    alike: alike.length,
    failed: failed.length,
    newUids: imported.map(({ uid }) => uid),
    only:
      only !== undefined && imported.length === 1 && updated.length + failed.length + alike.length === 0
        ? only.uid
        : null,
  };
}
