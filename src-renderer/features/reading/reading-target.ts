/** Where in a document the reading room should take the reader when it opens. */
import type { AnnotationUid } from '@shared/model/ids';

/** All parts may be absent: the document is then shown from its beginning. */
export interface ReadingTarget {
  /** A passage to scroll to and select. */
  readonly annotation?: AnnotationUid;
  /** A place in the canonical text: UTF-16 code units, half-open. */
  readonly place?: { readonly start: number; readonly end: number };
  /** The query whose hits are to be marked in the text. */
  readonly query?: string;
  /** At the last of its hits, as for a reader who comes from the document after it. */
  readonly fromEnd?: boolean;
  /** Opened by a key: the reader goes on in the text by keys. */
  readonly focus?: boolean;
}
