/** Which passages of the open document a few typed words find. Pure. */

import type { Annotation } from '@shared/model/annotation';
import { fold } from '@shared/text/fold';

/** Those whose quotation, comment or labels hold every word typed, accents and case ignored; all when none is typed. */
export function passagesWith(annotations: readonly Annotation[], typed: string, limit: number): readonly Annotation[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const found: Annotation[] = [];
  for (const annotation of annotations) {
    if (found.length === limit) break;
    const said = fold([annotation.selector.exact, annotation.comment, ...annotation.labels].join(' '));
    if (words.every((word) => said.includes(word))) found.push(annotation);
  }
  return found;
}
