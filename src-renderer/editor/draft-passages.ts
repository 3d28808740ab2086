/**
 * Passages that are being marked: shown at once, while the archive writes them and the document is
 * read again. They are no annotations: nothing but the paint knows of them.
 */
import type { KindId } from '@shared/kinds/kinds';
import type { AnnotationUid } from '@shared/model/ids';

export interface DraftPassage {
  readonly kind: KindId;
  /** UTF-16 code units in the text as it stands, half-open. */
  readonly start: number;
  readonly end: number;
}

export class DraftPassages {
  readonly #drafts = new Map<DraftPassage, AnnotationUid | null>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Those to paint. */
  list(): readonly DraftPassage[] {
    return [...this.#drafts.keys()];
  }

  add(draft: DraftPassage): void {
    this.#drafts.set(draft, null);
    this.#onChange();
  }

  /** Says which annotation a draft became; it stays until that one is followed. */
  became(draft: DraftPassage, uid: AnnotationUid): void {
    if (this.#drafts.has(draft)) this.#drafts.set(draft, uid);
  }

  drop(draft: DraftPassage): void {
    if (this.#drafts.delete(draft)) this.#onChange();
  }

  /** Drops those whose annotation is there. */
  dropFollowed(isFollowed: (uid: AnnotationUid) => boolean): void {
    for (const [draft, uid] of this.#drafts) if (uid !== null && isFollowed(uid)) this.#drafts.delete(draft);
  }

  /** Drops all, as when the text changes: a draft follows no edit. */
  clear(): void {
    this.#drafts.clear();
  }
}
