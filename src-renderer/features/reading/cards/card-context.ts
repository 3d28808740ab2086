/** What every card of a document is given to act with. */
import type { Backlink, LinkView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import type { AnnotationActions } from '../annotation-actions';
import type { ReadingTarget } from '../reading-target';
import type { CardDesk } from './use-card-desk';

export interface CardContext {
  readonly actions: AnnotationActions;
  readonly cards: CardDesk;
  readonly backlinks: readonly Backlink[];
  /** The pages of the source it stands on, "12" or "12–13"; undefined where there are none. */
  readonly pagesOf: (annotation: Annotation) => string | undefined;
  readonly linksOf: (uid: AnnotationUid) => readonly LinkView[];
  readonly onActivate: (uid: AnnotationUid) => void;
  readonly onDelete: (uid: AnnotationUid) => void;
  readonly onQuote: (annotation: Annotation) => void;
  readonly onLeave: () => void;
  readonly onOpen: (uid: DocumentUid, target?: ReadingTarget) => void;
}
