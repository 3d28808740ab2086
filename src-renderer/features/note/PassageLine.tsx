/** A passage as one of several to choose from: its kind's sign, its words, where they are from. */

import { commentWords } from '@renderer/editor/comment/comment-words';
import { inWords } from '@renderer/i18n/i18n';
import { Sign } from '@renderer/ui/Sign';
import type { AnnotationView } from '@shared/contract/document-shapes';
import { findKind } from '@shared/kinds/kinds';

/** Stands in an option that has the kind's colours. */
export function PassageLine({ passage: { annotation, documentTitle } }: { readonly passage: AnnotationView }) {
  const kind = findKind(annotation.kind);
  return (
    <>
      <span className="picker__sign" role="img" aria-label={kind === undefined ? annotation.kind : inWords(kind.label)}>
        <Sign sign={kind?.sign} />
      </span>
      <span className="picker__quote">
        <span className="picker__words">{annotation.selector.exact}</span>
        <small>{[documentTitle, commentWords(annotation.comment)].filter((part) => part !== '').join(' · ')}</small>
      </span>
    </>
  );
}
