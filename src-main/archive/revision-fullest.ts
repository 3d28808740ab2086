/**
 * The fullest body of each document that only passed in the present span of its history, in
 * memory: should the text be cut down bit by bit, it is still at hand. Lost with the process,
 * which loses nothing of the present text. Knows nothing of what is worth keeping.
 */
import type { Store } from './store';
import { isPassing, type KeptMoment } from './thin-revisions';

/** A body as the history keeps it. */
export interface PassedBody extends KeptMoment {
  /** Of its document: integer keys are used again. */
  readonly uid: string;
  readonly title: string;
  readonly sha256: string;
  /** Its JSON, packed. */
  readonly body: Uint8Array;
}

/** Documents written in at once are few. */
const mostDocuments = 20;

const byStore = new WeakMap<Store, Map<number, PassedBody>>();

/** The fuller of the present body and the one noted before, if that is of the same document and span. */
export function fullestPassed(store: Store, document: number, present: PassedBody): PassedBody {
  const noted = byStore.get(store)?.get(document);
  const isOfSpan =
    noted !== undefined &&
    noted.uid === present.uid &&
    noted.revision < present.revision &&
    isPassing(noted, present, present.savedAtMs);
  return isOfSpan && noted.length > present.length ? noted : present;
}

export function noteFullest(store: Store, document: number, body: PassedBody): void {
  const noted = byStore.get(store) ?? new Map<number, PassedBody>();
  byStore.set(store, noted);
  noted.delete(document);
  noted.set(document, body);
  const [oldest] = noted.keys();
  if (noted.size > mostDocuments && oldest !== undefined) noted.delete(oldest);
}

export function forgetFullest(store: Store, document: number): void {
  byStore.get(store)?.delete(document);
}
