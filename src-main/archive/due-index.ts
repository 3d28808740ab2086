/**
 * Documents whose index row is behind their text. Indexing a long text takes longer than saving it, so a save only
 * notes in its transaction that it is due; it is done when the writer pauses, and before anything asks the index.
 * The note is as durable as the text: a crash between leaves it for whoever asks next.
 */
import { cannotWriteNow } from './failures';
import { indexDocument } from './index-rows';
import type { Store } from './store';

/** Notes that a document's row is due. In the transaction that changed its text. */
export function noteIndexDue(store: Store, document: number): void {
  store.sql<[number]>('INSERT OR IGNORE INTO index_due (document) VALUES (?)').run(document);
}

/** Documents whose row is due. */
export const indexDue = (store: Store): ReadonlySet<number> =>
  new Set(
    store
      .sql<[], { document: number }>('SELECT document FROM index_due')
      .all()
      .map(({ document }) => document),
  );

/**
 * Writes the rows that are due; nothing to do is told by one look.
 * @throws Failure `archive/…` as any writing (when called through the archive)
 */
export function settleIndex(store: Store): void {
  if (indexDue(store).size === 0) return;
  store.write(() => {
    for (const document of indexDue(store)) indexDocument(store, document);
    store.sql<[]>('DELETE FROM index_due').run();
  });
}

/** What is due stays noted where nothing can be written now: a full disk must not keep anybody from searching. */
export function settleIfWritable(store: Store): void {
  try {
    settleIndex(store);
  } catch (error) {
    if (!cannotWriteNow(error)) throw error;
  }
}

/** The same calls, each asking the index only once it holds all that was saved, as far as it can be written. */
export function afterSettling<Calls extends object>(store: Store, calls: Calls): Calls {
  const settling = Object.entries(calls).map(([name, run]) => [
    name,
    (...input: readonly unknown[]): unknown => {
      settleIfWritable(store);
      return run(...input);
    },
  ]);
  // The same names with the same functions, each behind the settling.
  return Object.fromEntries(settling) as Calls;
}
