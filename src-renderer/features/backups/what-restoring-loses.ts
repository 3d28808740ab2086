/** What an archive would no longer hold once a backup took its place. Pure. */
import type { ArchiveFacts } from '@shared/contract/archive-shapes';

const counted = ['articles', 'notes', 'annotations', 'links', 'originals'] as const;

export interface Losses {
  /** How many fewer of each; those of which there are no fewer are left out. */
  readonly fewer: readonly { readonly what: (typeof counted)[number]; readonly count: number }[];
  /** When the backup's content was last changed, if the archive was changed since; else null. */
  readonly changesAfterMs: number | null;
}

/** Numbers only: what was added in one place and deleted in another shows in `changesAfterMs`. */
export function whatRestoringLoses(backup: ArchiveFacts, here: ArchiveFacts): Losses {
  const fewer = counted.map((what) => ({ what, count: here[what] - backup[what] })).filter(({ count }) => count > 0);
  const changed = here.changedAtMs > backup.changedAtMs || here.revisions !== backup.revisions;
  return { fewer, changesAfterMs: changed ? backup.changedAtMs : null };
}
