/** Takes a link away so that it can be taken back: the link is then the same one again. */
import { call } from '@renderer/client/client';
import type { Link } from '@shared/model/annotation';
import type { Act } from './undo-stack';

/** Where acts are remembered. */
export interface RemembersActs {
  readonly push: (act: Act) => void;
}

/** Makes a link that was taken away once more, under its own uid. Rejects with CallError. */
export const linkAgain = ({ uid, from, to, relation }: Link): Promise<Link> =>
  call('link', { uid, from, to, relation });

/** Takes a link away, unremembered. Rejects with CallError. */
export const unlink = ({ uid }: Link): Promise<null> => call('unlink', { uid });

/** Takes a link away. Rejects with CallError. */
export async function removeLink(acts: RemembersActs, link: Link): Promise<void> {
  await unlink(link);
  acts.push({ undo: async () => void (await linkAgain(link)), redo: async () => void (await unlink(link)) });
}
