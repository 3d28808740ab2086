/**
 * Saves that go on after their document left the screen. Whoever opens a document again waits
 * for them, and the window waits for all of them before it closes.
 */
import { shell, subscribe } from '@renderer/client/client';
import type { DocumentUid } from '@shared/model/ids';

const pending = new Map<DocumentUid, Promise<void>>();
const flushers = new Set<() => Promise<void>>();

/** Remembers a save until it settles. */
export function trackSave(uid: DocumentUid, save: Promise<void>): void {
  const tracked = save.finally(() => {
    if (pending.get(uid) === tracked) pending.delete(uid);
  });
  pending.set(uid, tracked);
}

/** The save of a document still going on, or undefined. */
export const pendingSave = (uid: DocumentUid): Promise<void> | undefined => pending.get(uid);

/** Registers what saves an open document at once. Returns its disposer. */
export function onFlush(flush: () => Promise<void>): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Saves everything that is not saved yet. Never rejects. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...[...flushers].map((flush) => flush()), ...pending.values()]);
}

/** Saves when the window closes, is hidden or loses the focus. Call once. Returns its disposer. */
export function followFlush(): () => void {
  const flush = (): void => void flushAll();
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  window.addEventListener('blur', flush);
  document.addEventListener('visibilitychange', onHide);
  const unsubscribe = subscribe((event) => {
    if (event.type === 'flush') void flushAll().then(() => shell().flushed());
  });
  return () => {
    window.removeEventListener('blur', flush);
    document.removeEventListener('visibilitychange', onHide);
    unsubscribe();
  };
}
