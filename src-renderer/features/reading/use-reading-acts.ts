/** What the reading room does when a key, a button or a click asks for it. */

import { neighbourSentence } from '@renderer/editor/sentences';
import { type SavedSession, showFailure } from '@renderer/features/document/saved-session';
import { currentLanguage } from '@renderer/i18n/i18n';
import { showToast } from '@renderer/ui/toasts';
import { printEdtf } from '@shared/dates/print-edtf';
import { type KindId, kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import type { AnnotationUid } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationActions } from './annotation-actions';
import type { CardDesk } from './cards/use-card-desk';
import { citationOf, copyText, paragraphAt } from './citation';
import { LatestMark } from './latest-mark';
import { annotationsAt, type PlacedAnnotation } from './placed-annotations';
import type { ReadingAct } from './reading-keys';
import { caretRange, scrollToPlace, selectRange } from './text-view';
import { trimmedSelection } from './use-selection';

/** What the acts need to know and change; read anew at each act. */
export interface ReadingState {
  readonly document: Document;
  readonly session: SavedSession;
  readonly actions: AnnotationActions;
  readonly placed: readonly PlacedAnnotation[];
  readonly active: AnnotationUid | null;
  readonly lastKind: KindId;
  readonly pane: HTMLElement | null;
  readonly activate: (uid: AnnotationUid | null, how?: 'comment' | 'card') => void;
  readonly setLastKind: (kind: KindId) => void;
  readonly quote: (annotation: Annotation) => void;
  readonly cards: CardDesk;
}

export interface ReadingActs {
  /** Does an act; false when there was nothing to do it to. */
  readonly run: (act: ReadingAct) => boolean;
  readonly remove: (uid: AnnotationUid) => void;
  readonly goTo: (placed: PlacedAnnotation) => void;
}

/** The annotation that lies on exactly these words: of the same kind if there is one. */
function taggedAlready(
  placed: readonly PlacedAnnotation[],
  range: { readonly start: number; readonly end: number },
  kind: KindId,
): Annotation | null {
  const same = placed.filter(({ place }) => place.start === range.start && place.end === range.end);
  return (same.find(({ annotation }) => annotation.kind === kind) ?? same[0])?.annotation ?? null;
}

/** A mark that failed was told of by whoever made it. */
const alreadyTold = (): void => {};

/** The acts, always over the latest state. */
export function useReadingActs(state: RefObject<ReadingState>): ReadingActs {
  const { t } = useTranslation();
  return useMemo(() => {
    const latest = new LatestMark();
    const mark = async (kind: KindId, comment: boolean): Promise<Annotation | null> => {
      const { session, actions, activate, setLastKind, placed, cards } = state.current;
      const range = trimmedSelection(session.text);
      if (range === null) return null;
      setLastKind(kind);
      const tagged = taggedAlready(placed, range, kind);
      if (tagged !== null) {
        activate(tagged.uid, comment ? 'comment' : 'card');
        if (tagged.kind !== kind) cards.suggest(tagged, kind);
        else if (!comment) showToast({ text: t('cards.taggedAlready') });
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
      latest.begin(made, caret);
      return made;
    };
    const marked = (kind: KindId, comment: boolean): boolean => {
      if (trimmedSelection(state.current.session.text) === null) return false;
      mark(kind, comment).catch(showFailure);
      return true;
    };
    const atCaret = (): PlacedAnnotation | null => {
      const { session, placed, active } = state.current;
      const caret = caretRange(session.text);
      const here = caret === null ? [] : annotationsAt(placed, caret.start);
      return (
        here.find(({ annotation }) => annotation.uid === active) ??
        here[0] ??
        placed.find(({ annotation }) => annotation.uid === active) ??
        null
      );
    };
    const justMarked = (): Promise<Annotation> | null => {
      const { session, placed } = state.current;
      return latest.at(caretRange(session.text), (uid) => placed.some(({ annotation }) => annotation.uid === uid));
    };
    const comment = (): boolean => {
      if (marked(state.current.lastKind, true)) return true;
      const fresh = justMarked();
      if (fresh !== null) {
        fresh.then(({ uid }) => state.current.activate(uid, 'comment'), alreadyTold);
        return true;
      }
      const here = atCaret();
      if (here !== null) state.current.activate(here.annotation.uid, 'comment');
      return here !== null;
    };
    const copy = (): boolean => {
      const {
        session,
        document: { title, metadata },
      } = state.current;
      const range = trimmedSelection(session.text) ?? atCaret()?.place;
      if (range === undefined) return false;
      const language = currentLanguage();
      const date = metadata.date === '' ? '' : printEdtf(metadata.date, language);
      const { text } = session.text.map();
      const words = text.slice(range.start, range.end);
      copyText(citationOf(words, { title, metadata }, language, date, paragraphAt(text, range.start)));
      showToast({ text: t('reading.copied') });
      return true;
    };
    const quote = (): boolean => {
      const here = atCaret();
      if (trimmedSelection(state.current.session.text) !== null) {
        mark(state.current.lastKind, false)
          .then((made) => made !== null && state.current.quote(made))
          .catch(showFailure);
        return true;
      }
      if (here !== null) state.current.quote(here.annotation);
      return here !== null;
    };
    const sentence = (direction: 1 | -1, extend: boolean): boolean => {
      const {
        session,
        document: { metadata },
        pane,
      } = state.current;
      const { text } = session.text.map();
      const now = caretRange(session.text) ?? { start: 0, end: 0 };
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
      const here = atCaret();
      return here !== null && then(here.annotation.uid);
    };
    const kindWith = (field: string): KindId =>
      kinds.find(({ fields }) => fields.some(({ id }) => id === field))?.id ?? state.current.lastKind;
    const occurrences = (): boolean => {
      const { session, cards, lastKind } = state.current;
      const range = trimmedSelection(session.text);
      const here = range === null ? atCaret() : null;
      const place = range ?? here?.place;
      if (place === undefined) return false;
      cards.markOccurrences(session.text.map().text.slice(place.start, place.end), here?.annotation.kind ?? lastKind);
      return true;
    };
    const passage = (direction: 1 | -1): boolean => {
      const { placed, active, session } = state.current;
      const index = placed.findIndex(({ annotation }) => annotation.uid === active);
      const caret = caretRange(session.text)?.start ?? 0;
      const from =
        direction === 1
          ? placed.findIndex(({ place }) => place.start > caret)
          : placed.findLastIndex(({ place }) => place.start < caret);
      const next = placed[index === -1 ? from : index + direction];
      if (next === undefined) return true;
      goTo(next);
      if (document.activeElement === session.text.editor.getRootElement())
        selectRange(session.text, { start: next.place.start, end: next.place.start });
      return true;
    };
    const remove = (uid: AnnotationUid): void => {
      latest.forget();
      state.current.cards.remove([uid]);
    };
    const leave = (): boolean => {
      document.getSelection()?.collapseToStart();
      state.current.activate(null);
      return true;
    };
    const run = (act: ReadingAct): boolean => {
      switch (act.act) {
        case 'mark':
          return marked(act.kind, false);
        case 'comment':
          return comment();
        case 'copy':
          return copy();
        case 'quote':
          return quote();
        case 'leave':
          return leave();
        case 'delete': {
          const here = atCaret();
          if (here !== null) remove(here.annotation.uid);
          return here !== null;
        }
        case 'open': {
          const here = atCaret();
          if (here !== null) state.current.activate(here.annotation.uid, 'card');
          return here !== null;
        }
        case 'link':
          return withPassage(state.current.lastKind, (uid) => {
            state.current.cards.link(uid);
            return true;
          });
        case 'verdict':
          return withPassage(kindWith('verdict'), (uid) => state.current.cards.askVerdict(uid));
        case 'date':
          return withPassage(kindWith('date'), (uid) => state.current.cards.takeDate(uid));
        case 'occurrences':
          return occurrences();
        case 'sentence':
          return sentence(act.direction, act.extend);
        case 'passage':
          return passage(act.direction);
        default:
          return assertNever(act);
      }
    };
    return { run, remove, goTo };
  }, [state, t]);
}
