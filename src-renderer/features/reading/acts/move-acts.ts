/** Moving through the text by sentence and by passage. */
import { neighbourSentence } from '@renderer/editor/sentences';
import type { PlacedAnnotation } from '../placed-annotations';
import { caretRange, firstOffsetSeen, isSeen, type Range, scrollToPlace, selectRange } from '../text-view';
import type { ReadingState } from './reading-state';

export interface MoveActs {
  readonly sentence: (direction: 1 | -1, extend: boolean) => boolean;
  readonly passage: (direction: 1 | -1) => boolean;
  readonly goTo: (placed: PlacedAnnotation) => void;
}

/** Where a reader who scrolled on without the caret goes on by keys: at the first sentence that begins in view. */
function seenNow({ session, document: { metadata }, pane }: ReadingState): Range {
  const offset = firstOffsetSeen(session.text, pane);
  const here = { start: offset, end: offset };
  const cut = neighbourSentence(session.text.map().text, metadata.language, here, 1);
  return cut !== null && cut.start < offset ? { start: cut.end, end: cut.end } : here;
}

/** The acts, always over the latest state. */
export function moveActs(state: { readonly current: ReadingState }): MoveActs {
  const sentence = (direction: 1 | -1, extend: boolean): boolean => {
    const {
      session,
      document: { metadata },
      pane,
    } = state.current;
    const { text } = session.text.map();
    const caret = caretRange(session.text);
    const now = caret !== null && (extend || isSeen(session.text, pane, caret)) ? caret : seenNow(state.current);
    const next = neighbourSentence(text, metadata.language, now, direction);
    if (next === null) return true;
    const wanted =
      extend && now.start < now.end
        ? { start: Math.min(now.start, next.start), end: Math.max(now.end, next.end) }
        : next;
    selectRange(session.text, wanted);
    scrollToPlace(session.text, pane, next, false);
    return true;
  };
  const goTo = ({ annotation, place }: PlacedAnnotation): void => {
    const { session, pane, activate } = state.current;
    activate(annotation.uid);
    scrollToPlace(session.text, pane, place, false);
  };
  const passage = (direction: 1 | -1): boolean => {
    const { placed, active, session } = state.current;
    const index = active === null ? -1 : placed.indexOf(active);
    const caret = caretRange(session.text)?.start ?? 0;
    const from =
      direction === 1
        ? placed.list.findIndex(({ place }) => place.start > caret)
        : placed.list.findLastIndex(({ place }) => place.start < caret);
    const next = placed.list[index === -1 ? from : index + direction];
    if (next === undefined) return true;
    goTo(next);
    if (document.activeElement === session.text.editor.getRootElement())
      selectRange(session.text, { start: next.place.start, end: next.place.start });
    return true;
  };
  return { sentence, passage, goTo };
}
