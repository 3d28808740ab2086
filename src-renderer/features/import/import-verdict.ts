/** What a finished import leads to: open the one document, show the report, or just say so. Pure. */
import type { ImportReport } from '@shared/contract/import-report';
import type { DocumentUid } from '@shared/model/ids';

export type ImportVerdict =
  | { readonly next: 'open'; readonly uid: DocumentUid; readonly title: string; readonly existing: boolean }
  /** A reference got its text, and all its passages a place in it. */
  | { readonly next: 'filled'; readonly uid: DocumentUid; readonly title: string }
  /** What was imported into a document is what it has. */
  | { readonly next: 'unchanged'; readonly title: string }
  | { readonly next: 'say'; readonly count: number; readonly title: string }
  | { readonly next: 'report' }
  | { readonly next: 'nothing' };

/** One document, new or here already, is opened; trouble, mixtures and new versions are reported. */
export function verdictOf(report: ImportReport): ImportVerdict {
  const { imported, skipped, updated, annotated, missing, failed, cancelled } = report;
  const [came] = imported;
  const [here] = skipped;
  const [filled] = updated;
  const others = imported.length + skipped.length + annotated.length + missing.length + failed.length;
  if (filled?.text === 'first' && updated.length === 1 && others === 0 && filled.orphaned + filled.losses.length === 0)
    return { next: 'filled', uid: filled.uid, title: filled.title };
  // A new version is never passed over in silence: passages may have lost their place.
  if (failed.length + updated.length + annotated.length + missing.length > 0 || cancelled) return { next: 'report' };
  if (came && imported.length === 1 && skipped.length === 0)
    return { next: 'open', uid: came.uid, title: came.title, existing: false };
  if (here && skipped.length === 1 && imported.length === 0)
    if (here.reason === 'unchanged') return { next: 'unchanged', title: here.title };
    else return { next: 'open', uid: here.uid, title: here.title, existing: true };
  if (skipped.length > 0) return { next: 'report' };
  return came ? { next: 'say', count: imported.length, title: came.title } : { next: 'nothing' };
}
