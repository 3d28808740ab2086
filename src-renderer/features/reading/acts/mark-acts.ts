/** Marking what is selected, and going on with the passage that a mark made or the caret is in. */
import { showFailure } from '@renderer/features/document/saved-session';
import { showToast } from '@renderer/ui/toasts';
import type { KindId } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { LatestMark } from '../latest-mark';
import type { PlacedAnnotations } from '../placed-annotations';
import { caretRange, selectRange } from '../text-view';
import { trimmedSelection } from '../use-selection';
import { passageAtCaret, type ReadingState } from './reading-state';

export interface MarkActs {
  /** Marks what is selected; false when nothing is. */
  readonly marked: (kind: KindId, comment: boolean) => boolean;
  readonly comment: () => boolean;
  readonly quote: () => boolean;
  /** Marks what is selected, or takes the passage at the caret, and goes on with it. */
  readonly withPassage: (kind: KindId, then: (uid: AnnotationUid) => boolean) => boolean;
  /** A passage is gone: no key is about it any more. */
  readonly forgetLatest: () => void;
}

/** The annotation that lies on exactly these words: of the same kind if there is one. */
function taggedAlready(
  placed: PlacedAnnotations,
  range: { readonly start: number; readonly end: number },
  kind: KindId,
): Annotation | null {
  const here = placed.between(range.start, range.end);
  const same = here.filter(({ place }) => place.start === range.start && place.end === range.end);
  return (same.find(({ annotation }) => annotation.kind === kind) ?? same[0])?.annotation ?? null;
}

/** A mark that failed was told of by whoever made it. */
const alreadyTold = (): void => {};

/** The acts, always over the latest state. */
export function markActs(
  state: { readonly current: ReadingState },
  words: { readonly taggedAlready: () => string },
): MarkActs {
  const latest = new LatestMark();
  const mark = async (kind: KindId, comment: boolean): Promise<Annotation | null> => {
    const { session, actions, activate, setLastKind, placed, cards } = state.current;
    const range = trimmedSelection(session.text);
    if (range === null) return null;
    setLastKind(kind);
    // The same words marked again at once: the first mark may be on its way still.
    const onItsWay = latest.making(range);
    const tagged = onItsWay === null ? taggedAlready(placed, range, kind) : await onItsWay;
    if (tagged !== null) {
      activate(tagged.uid, comment ? 'comment' : 'card');
      if (tagged.kind !== kind) cards.suggest(tagged, kind);
      else if (!comment) showToast({ text: words.taggedAlready() });
      return tagged.kind === kind ? tagged : null;
    }
    const making = actions.create(kind, range);
    // The mark is seen at once, so the selection has done its work; a key that follows is about the mark.
    document.getSelection()?.collapseToEnd();
    const caret = caretRange(session.text);
    const made = making.then(
      (annotation) => {
        // Its card may be open already: the archive's announcement can come before its answer.
        if (comment || state.current.active !== annotation.uid)
          activate(annotation.uid, comment ? 'comment' : undefined);
        return annotation;
      },
      (failed: unknown) => {
        const now = caretRange(session.text);
        if (now?.start === caret?.start && now?.end === caret?.end) selectRange(session.text, range);
        throw failed;
      },
    );
    latest.begin(made, caret, range);
    return made;
  };
  const marked = (kind: KindId, comment: boolean): boolean => {
    if (trimmedSelection(state.current.session.text) === null) return false;
    mark(kind, comment).catch(showFailure);
    return true;
  };
  const justMarked = (): Promise<Annotation> | null => {
    const { session, placed } = state.current;
    return latest.at(caretRange(session.text), (uid) => placed.find(uid) !== undefined);
  };
  const comment = (): boolean => {
    if (marked(state.current.lastKind, true)) return true;
    const fresh = justMarked();
    if (fresh !== null) {
      fresh.then(({ uid }) => state.current.activate(uid, 'comment'), alreadyTold);
      return true;
    }
    const here = passageAtCaret(state.current);
    if (here !== null) state.current.activate(here.annotation.uid, 'comment');
    return here !== null;
  };
  const quote = (): boolean => {
    const here = passageAtCaret(state.current);
    if (trimmedSelection(state.current.session.text) !== null) {
      mark(state.current.lastKind, false)
        .then((made) => made !== null && state.current.quote(made))
        .catch(showFailure);
      return true;
    }
    if (here !== null) state.current.quote(here.annotation);
    return here !== null;
  };
  /** Marks what is selected as the first kind that has a field, or takes the passage at the caret, and goes on with it. */
  const withPassage = (kind: KindId, then: (uid: AnnotationUid) => boolean): boolean => {
    // What was just made is asked about once the archive's answer is shown.
    const whenShown = (made: Annotation | null): void => {
      if (made !== null) state.current.cards.whenShown(made.uid, () => void then(made.uid));
    };
    if (trimmedSelection(state.current.session.text) !== null) {
      mark(kind, false).then(whenShown, showFailure);
      return true;
    }
    const fresh = justMarked();
    if (fresh !== null) {
      fresh.then(whenShown, alreadyTold);
      return true;
    }
    const here = passageAtCaret(state.current);
    return here !== null && then(here.annotation.uid);
  };
  return { marked, comment, quote, withPassage, forgetLatest: () => latest.forget() };
}
