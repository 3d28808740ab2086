/** What is done to several annotations at once: one call, one step back. */
import { call } from '@renderer/client/client';
import type { RemembersActs } from '@renderer/features/document/remove-link';
import type { SavedSession } from '@renderer/features/document/saved-session';
import type { KindId } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import type { AnnotationPatch } from '../annotation-actions';

/** One annotation's change with what it replaces. */
export interface Change {
  readonly uid: AnnotationUid;
  readonly patch: AnnotationPatch;
  readonly before: AnnotationPatch;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const update = (changes: readonly Change[], side: 'patch' | 'before') =>
  call('updateAnnotations', { changes: changes.map((change) => ({ uid: change.uid, ...change[side] })) });

/** Changes several annotations. Rejects with CallError; then none is changed. */
export async function changeAll(actions: RemembersActs, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await update(changes, 'patch');
  actions.push({
    undo: async () => void (await update(changes, 'before')),
    redo: async () => void (await update(changes, 'patch')),
  });
}

const remove = (uids: readonly AnnotationUid[]) => call('deleteAnnotations', { uids: [...uids] });
const restore = (uids: readonly AnnotationUid[]) => call('restoreAnnotations', { uids: [...uids] });

/** Deletes several annotations; their links come back with them. */
export async function removeAll(actions: RemembersActs, uids: readonly AnnotationUid[]): Promise<void> {
  await remove(uids);
  actions.push({ undo: async () => void (await restore(uids)), redo: async () => void (await remove(uids)) });
}

/** Marks several ranges as one kind. */
export async function markAll(
  actions: RemembersActs,
  session: SavedSession,
  document: DocumentUid,
  ranges: readonly Range[],
  kind: KindId,
): Promise<readonly Annotation[]> {
  await session.flush();
  const { text } = session.text.map();
  const passages = ranges.map(({ start, end }) => ({ start, end, exact: text.slice(start, end) }));
  const made = await call('annotateAll', { document, passages, kind });
  const uids = made.map(({ uid }) => uid);
  actions.push({ undo: async () => void (await remove(uids)), redo: async () => void (await restore(uids)) });
  return made;
}

/** The change that gives each annotation a label it does not have. */
export function addingLabel(annotations: readonly Annotation[], label: string): readonly Change[] {
  return annotations
    .filter(({ labels }) => !labels.includes(label))
    .map(({ uid, labels }) => ({ uid, patch: { labels: [...labels, label] }, before: { labels } }));
}

/** The change that makes each annotation one of a kind. */
export function changingKind(annotations: readonly Annotation[], kind: KindId): readonly Change[] {
  return annotations
    .filter((annotation) => annotation.kind !== kind)
    .map(({ uid, kind: before }) => ({ uid, patch: { kind }, before: { kind: before } }));
}
