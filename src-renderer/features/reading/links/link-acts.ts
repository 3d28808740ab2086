/** Making and taking away links; each can be taken back, and the link is then the same one again. */
import { call } from '@renderer/client/client';
import type { Act } from '@renderer/features/document/undo-stack';
import type { Link } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import type { LinkTarget, RelationChoice } from './relation-choices';

/** Where acts are remembered. */
export interface RemembersActs {
  readonly push: (act: Act) => void;
}

const again = ({ uid, from, to, relation }: Link) => call('link', { uid, from, to, relation });
const away = ({ uid }: Link) => call('unlink', { uid });

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
  actions.push({ undo: async () => void (await away(made)), redo: async () => void (await again(made)) });
}

/** Takes a link away. Rejects with CallError. */
export async function removeLink(actions: RemembersActs, link: Link): Promise<void> {
  await away(link);
  actions.push({ undo: async () => void (await again(link)), redo: async () => void (await away(link)) });
}
