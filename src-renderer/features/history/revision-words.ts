/** What a line of the history says of a version. Pure. */
import type { RevisionInfo } from '@shared/contract/document-shapes';
import type { RevisionReason } from '@shared/model/bundle';

/** Which words name a version's reason: an import that is not the first one is one made again. */
export function reasonOf(revisions: readonly RevisionInfo[], index: number): RevisionReason | 'again' {
  const reason = revisions[index]?.reason ?? 'edit';
  const earlier = revisions.slice(index + 1).some((revision) => revision.reason === 'import');
  return reason === 'import' && earlier ? 'again' : reason;
}

/** Which version another one is compared with. */
export type Against = 'before' | 'now';

/** Index of what a version is compared with; null when there is nothing to compare it with. Newest first. */
export function counterpartOf(revisions: readonly RevisionInfo[], index: number, against: Against): number | null {
  if (against === 'now') return index === 0 ? null : 0;
  return index + 1 < revisions.length ? index + 1 : null;
}

/** Day and hour of a version in words. Local time. */
export function formatSaved(savedAtMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAtMs);
}
