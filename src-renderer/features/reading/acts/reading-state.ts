/** What the acts of the reading room are about. */
import type { SavedSession } from '@renderer/features/document/saved-session';
import type { KindId } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import type { AnnotationUid } from '@shared/model/ids';
import type { CopiedQuote } from '@shared/quotes/copied-quotes';
import type { AnnotationActions } from '../annotation-actions';
import type { CardDesk } from '../cards/use-card-desk';
import { annotationsAt, type PlacedAnnotation, type PlacedAnnotations } from '../placed-annotations';
import { caretRange } from '../text-view';

/** What the acts need to know and change; read anew at each act. */
export interface ReadingState {
  readonly document: Document;
  readonly session: SavedSession;
  readonly actions: AnnotationActions;
  readonly placed: PlacedAnnotations;
  readonly active: AnnotationUid | null;
  readonly lastKind: KindId;
  readonly pane: HTMLElement | null;
  readonly activate: (uid: AnnotationUid | null, how?: 'comment' | 'card') => void;
  readonly setLastKind: (kind: KindId) => void;
  readonly quote: (annotation: Annotation) => void;
  /** Offers the forms a quotation can be copied in. */
  readonly askCopy: (quote: CopiedQuote) => void;
  readonly cards: CardDesk;
}

/** The passage the caret is in, the active one before others; else the active one. */
export function passageAtCaret({ session, placed, active }: ReadingState): PlacedAnnotation | null {
  const caret = caretRange(session.text);
  const here = caret === null ? [] : annotationsAt(placed, caret.start);
  return (
    here.find(({ annotation }) => annotation.uid === active) ??
    here[0] ??
    (active === null ? undefined : placed.find(active)) ??
    null
  );
}
