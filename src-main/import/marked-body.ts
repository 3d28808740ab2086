/** The body of a file that marks passages itself, with the annotations they become. */
import type { Block, Body } from '@shared/model/block';
import type { ImportedAnnotation } from '@shared/model/document';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { type PageStart, withPages } from '@shared/text/pages';
import { withoutTitle } from './body-title';
import { takePassages } from './passage-marks';

export interface MarkedBody {
  readonly body: Body;
  /** Its canonical text. */
  readonly text: string;
  readonly annotations: readonly ImportedAnnotation[];
}

/**
 * @param blocks - with marks in their texts (see passage-marks)
 * @param title - a leading heading that repeats it is taken out
 * @param comments - what is said of each marked passage, by its number; empty for mere highlighting
 * @param pages - numbers of pages, by the number of the mark (without an end) where each begins
 */
export function markedBody(
  blocks: readonly Block[],
  title: string,
  comments: ReadonlyMap<number, string>,
  pages: ReadonlyMap<number, string> = new Map(),
): MarkedBody {
  const { body: whole, places, starts } = takePassages({ version: 1, blocks });
  const untitled = withoutTitle(whole, title);
  const text = textOf(untitled);
  // what `withoutTitle` took stood before everything else
  const taken = textOf(whole).length - text.length;
  const begun = [...pages].flatMap(([id, label]): readonly PageStart[] => {
    const start = starts.get(id);
    return start === undefined ? [] : [{ start: beforeWord(text, Math.max(0, start - taken)), label }];
  });
  const body = normaliseBody(withPages(untitled, begun));
  const annotations = [...comments].flatMap(([id, comment]): readonly ImportedAnnotation[] => {
    const place = places.get(id);
    // no format says which kind a comment is; a claim to be checked comes nearest
    return place && place.start >= taken
      ? [{ start: place.start - taken, end: place.end - taken, kind: 'claim', comment }]
      : [];
  });
  return { body, text, annotations: annotations.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** A comment's words, and who said them. */
export function signedComment(words: string, author: string): string {
  return (author === '' ? words : `${words}\n\n— ${author}`).trim();
}

const parted = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u;

/** A word parted by the edge of a page stands whole on the later one. */
function beforeWord(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && parted.test(text[start] ?? '') && parted.test(text[start - 1] ?? '')) start--;
  return start;
}
