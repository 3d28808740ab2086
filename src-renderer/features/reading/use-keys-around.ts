/**
 * The reading room's keys where the focus is outside it, but where letters mean nothing: on the window itself, or in a
 * list of documents that was just clicked.
 */
import { usePane } from '@renderer/ui/panes';
import { useEffect, useEffectEvent } from 'react';
import { actOf, type ReadingAct } from './reading-keys';

/** Keys that mean something in a list, or that nobody should press unawares. */
const ownElsewhere: ReadonlySet<ReadingAct['act']> = new Set(['leave', 'open', 'delete']);

const lettersUnused = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.matches('[data-letters-unused]'));

/** Hands such keys to `run`, which says whether it did anything; in the pane that had the focus last. */
export function useKeysAround(run: (act: ReadingAct) => boolean): void {
  const { isCurrent } = usePane();
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !lettersUnused(event.target) || !isCurrent()) return;
    const act = actOf(event);
    if (act !== null && !ownElsewhere.has(act.act) && run(act)) event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
