/** What a note's pane is given. */
import type { DocumentView } from '@shared/contract/document-shapes';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';

/** Where to go in the note when it opens. */
interface NoteTarget {
  readonly annotation?: AnnotationUid;
  readonly place?: { readonly start: number; readonly end: number };
  readonly query?: string;
  /** At the last of the query's hits. */
  readonly fromEnd?: boolean;
  /** Opened by a key: the reader goes on in the text by keys. */
  readonly focus?: boolean;
}

export interface NotePaneProps {
  readonly view: DocumentView;
  readonly target?: NoteTarget;
  readonly onOpen: (uid: DocumentUid, target?: NoteTarget) => void;
}
