/**
 * Commands that may be sent again: whoever lost the archive's process before its answer
 * can't know whether it was done. The id is kept in the transaction that does it.
 */
import { Failure } from '@shared/outcome/outcome';
import type { Store } from './store';

/** An id is asked for again within seconds; an hour outlasts a machine that slept. */
const keptMs = 60 * 60 * 1000;
/** Longer answers are not kept, in code units of JSON: an article's thousand passages would be written twice. */
const longestAnswer = 65_536;

/**
 * Runs a command under an id, or answers what it answered the first time.
 * @throws Failure `archive/interrupted` when it was done before and its answer was too long to keep
 */
export function once<T>(store: Store, id: string, run: () => T): T {
  return store.write(() => {
    const done = store
      .sql<[string], { readonly answer: string | null }>('SELECT answer FROM done_calls WHERE id = ?')
      .get(id);
    if (done !== undefined) return answerOf<T>(done.answer);
    const value = run();
    const answer = JSON.stringify(value);
    const nowMs = store.nowMs();
    store
      .sql<[string, string | null, number]>('INSERT INTO done_calls (id, answer, done_at_ms) VALUES (?, ?, ?)')
      .run(id, answer.length > longestAnswer ? null : answer, nowMs);
    store.sql<[number]>('DELETE FROM done_calls WHERE done_at_ms < ?').run(nowMs - keptMs);
    return value;
  });
}

function answerOf<T>(answer: string | null): T {
  // What the same command answered before it was written down.
  if (answer !== null) return JSON.parse(answer) as T;
  throw new Failure(
    'archive/interrupted',
    'This was done already, but its answer is lost. Read what it changed again.',
  );
}
