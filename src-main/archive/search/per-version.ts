/** Answers kept until the archive is written to, by this connection or another. */
import type { Store } from '../store';

/** Answers of one sort that are kept for a connection where nothing else is said. */
const mostKept = 16;

interface Kept<T> {
  readonly version: string;
  readonly answers: Map<string, T>;
}

/** Changes with every write of this connection and of others. */
function versionOf(store: Store): string {
  const changes = store.sql<[], { changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0;
  return `${String(store.db.pragma('data_version', { simple: true }))} ${changes}`;
}

/** A function of the archive and a key that reads again only after a write, and keeps the last `most` answers. */
export function perVersion<T>(
  read: (store: Store, key: string) => T,
  most = mostKept,
): (store: Store, key: string) => T {
  const known = new WeakMap<Store['db'], Kept<T>>();
  return (store, key) => {
    const version = versionOf(store);
    let kept = known.get(store.db);
    if (kept?.version !== version) {
      kept = { version, answers: new Map() };
      known.set(store.db, kept);
    }
    const before = kept.answers.get(key);
    if (before !== undefined) return before;
    const answer = read(store, key);
    const [oldest] = kept.answers.keys();
    if (kept.answers.size >= most && oldest !== undefined) kept.answers.delete(oldest);
    kept.answers.set(key, answer);
    return answer;
  };
}
