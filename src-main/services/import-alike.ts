/**
 * After an import: which of the articles that came in have nearly the same text as another.
 * Only said; what to do about it is the person's to choose.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GrowingReport } from '@shared/contract/import-report';
import type { Archive } from '../archive/archive-api';

/** More articles than this are looked through when the person asks for it: each takes some milliseconds. */
const mostLookedAt = 300;

/** Adds them to the report, a pair once; other calls are answered in between. */
export async function addAlike(
  archive: Pick<Archive, 'nearDuplicates'>,
  report: GrowingReport,
  signal?: AbortSignal,
): Promise<void> {
  if (report.imported.length > mostLookedAt) return;
  const told = new Set<string>();
  for (const { uid, title } of report.imported) {
    if (signal?.aborted) return;
    const [found] = archive.nearDuplicates({ uid, limit: 1 });
    await nextTurn();
    if (found === undefined) continue;
    const { older, newer, share } = found;
    if (told.has(`${older.uid} ${newer.uid}`)) continue;
    told.add(`${older.uid} ${newer.uid}`);
    const other = older.uid === uid ? newer : older;
    report.alike.push({ uid, title, other: other.uid, otherTitle: other.title, share });
  }
}
