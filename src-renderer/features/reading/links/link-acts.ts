/** Making links; each can be taken back, and the link is then the same one again. */
import { call } from '@renderer/client/client';
import type { LinkTarget } from '@renderer/features/document/link-drag';
import { linkAgain, type RemembersActs, unlink } from '@renderer/features/document/remove-link';
import type { AnnotationUid } from '@shared/model/ids';
import type { RelationChoice } from './relation-choices';

/** Links an annotation with a target. Rejects with CallError `link/exists`, `link/to-itself`. */
export async function makeLink(
  actions: RemembersActs,
  uid: AnnotationUid,
  { relation, direction }: RelationChoice,
  target: LinkTarget,
): Promise<void> {
  const { annotation, document } = target;
  const made =
    direction === 'in' && annotation !== null
      ? await call('link', { from: annotation, to: { annotation: uid }, relation })
      : await call('link', { from: uid, to: annotation === null ? { document } : { annotation }, relation });
  actions.push({ undo: async () => void (await unlink(made)), redo: async () => void (await linkAgain(made)) });
}
