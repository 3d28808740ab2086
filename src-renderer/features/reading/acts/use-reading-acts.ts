/** What the reading room does when a key, a button or a click asks for it. */

import { useTranslation } from '@renderer/i18n/words';
import { showToast } from '@renderer/ui/toasts';
import { type KindId, kinds } from '@shared/kinds/kinds';
import type { AnnotationUid } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import type { CopiedQuote } from '@shared/quotes/copied-quotes';
import { type RefObject, useMemo } from 'react';
import { copyQuotes, quoteToCopy } from '../copy-as';
import type { PlacedAnnotation } from '../placed-annotations';
import type { ReadingAct } from '../reading-keys';
import { trimmedSelection } from '../use-selection';
import { markActs } from './mark-acts';
import { moveActs } from './move-acts';
import { passageAtCaret, type ReadingState } from './reading-state';

export interface ReadingActs {
  /** Does an act; false when there was nothing to do it to. */
  readonly run: (act: ReadingAct) => boolean;
  readonly remove: (uid: AnnotationUid) => void;
  readonly goTo: (placed: PlacedAnnotation) => void;
}

/** The acts, always over the latest state. */
export function useReadingActs(state: RefObject<ReadingState>): ReadingActs {
  const { t } = useTranslation();
  return useMemo(() => {
    const marks = markActs(state, { taggedAlready: () => t('cards.taggedAlready') });
    const moves = moveActs(state);
    const quotedHere = (): CopiedQuote | null => {
      const { session, document: article } = state.current;
      const range = trimmedSelection(session.text) ?? passageAtCaret(state.current)?.place;
      if (range === undefined) return null;
      const { text } = session.text.map();
      return quoteToCopy({ ...article, text }, { quote: text.slice(range.start, range.end), range });
    };
    const copy = (): boolean => {
      const quote = quotedHere();
      if (quote === null) return false;
      copyQuotes('plain', [quote]);
      showToast({ text: t('reading.copied') });
      return true;
    };
    const copyAs = (): boolean => {
      const quote = quotedHere();
      if (quote !== null) state.current.askCopy(quote);
      return quote !== null;
    };
    const kindWith = (field: string): KindId =>
      kinds.find(({ fields }) => fields.some(({ id }) => id === field))?.id ?? state.current.lastKind;
    const occurrences = (): boolean => {
      const { session, cards, lastKind } = state.current;
      const range = trimmedSelection(session.text);
      const here = range === null ? passageAtCaret(state.current) : null;
      const place = range ?? here?.place;
      if (place === undefined) return false;
      cards.markOccurrences(session.text.map().text.slice(place.start, place.end), here?.annotation.kind ?? lastKind);
      return true;
    };
    const remove = (uid: AnnotationUid): void => {
      marks.forgetLatest();
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
          return marks.marked(act.kind, false);
        case 'comment':
          return marks.comment();
        case 'copy':
          return copy();
        case 'copyAs':
          return copyAs();
        case 'quote':
          return marks.quote();
        case 'leave':
          return leave();
        case 'delete': {
          const here = passageAtCaret(state.current);
          if (here !== null) remove(here.annotation.uid);
          return here !== null;
        }
        case 'open': {
          const here = passageAtCaret(state.current);
          if (here !== null) state.current.activate(here.annotation.uid, 'card');
          return here !== null;
        }
        case 'link':
          return marks.withPassage(state.current.lastKind, (uid) => {
            state.current.cards.link(uid);
            return true;
          });
        case 'verdict':
          return marks.withPassage(kindWith('verdict'), (uid) => state.current.cards.askVerdict(uid));
        case 'date':
          return marks.withPassage(kindWith('date'), (uid) => state.current.cards.takeDate(uid));
        case 'occurrences':
          return occurrences();
        case 'sentence':
          return moves.sentence(act.direction, act.extend);
        case 'passage':
          return moves.passage(act.direction);
        default:
          return assertNever(act);
      }
    };
    return { run, remove, goTo: moves.goTo };
  }, [state, t]);
}
