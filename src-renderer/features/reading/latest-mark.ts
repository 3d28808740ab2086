/**
 * The passage marked last, while the caret is still where marking left it: what a key that
 * follows at once is about, before the archive has answered and the passage is among those shown.
 */
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import type { Range } from './text-view';

interface Mark {
  readonly made: Promise<Annotation>;
  /** Known once the archive has answered. */
  readonly uid: AnnotationUid | null;
  readonly caret: Range | null;
  /** What was marked. */
  readonly range: Range;
}

export class LatestMark {
  #mark: Mark | null = null;

  /** Notes a mark being made, and where it left the caret. */
  begin(made: Promise<Annotation>, caret: Range | null, range: Range): void {
    this.#mark = { made, uid: null, caret, range };
    made.then(
      ({ uid }) => {
        if (this.#mark?.made === made) this.#mark = { made, uid, caret, range };
      },
      // Whoever made it tells of the failure.
      () => this.forget(),
    );
  }

  forget(): void {
    this.#mark = null;
  }

  /** The mark of exactly these words the archive has not answered yet; null when there is none. */
  making({ start, end }: Range): Promise<Annotation> | null {
    const mark = this.#mark;
    return mark !== null && mark.uid === null && mark.range.start === start && mark.range.end === end
      ? mark.made
      : null;
  }

  /** The mark a caret is about; null once its passage is shown, when the caret finds it by itself. */
  at(caret: Range | null, isShown: (uid: AnnotationUid) => boolean): Promise<Annotation> | null {
    const mark = this.#mark;
    if (mark === null) return null;
    if (mark.uid !== null && isShown(mark.uid)) {
      this.forget();
      return null;
    }
    const same = caret !== null && caret.start === mark.caret?.start && caret.end === mark.caret.end;
    return same ? mark.made : null;
  }
}
