/** What a resting card shows, as far as its place in the margin depends on it. Pure. */
import type { Annotation } from '@shared/model/annotation';

/** Border, kind and one line of quotation or comment. */
const plainPx = 61;
const linePx = 20;
const chipsPx = 22;
/** Code units of a comment that fill a line, about. */
const lineLength = 44;

const hasValues = (fields: Annotation['fields']): boolean => Object.values(fields).some((value) => value !== '');

/** Whether a card shows more than the words of its passage. */
export const says = ({ comment, labels, fields }: Annotation): boolean =>
  comment !== '' || labels.length > 0 || hasValues(fields);

/** Height to assume of a card that was never shown whole, CSS pixels. */
export function guessedHeightPx({ comment, labels }: Annotation): number {
  const lines = Math.max(1, Math.ceil(comment.length / lineLength));
  return plainPx + (lines - 1) * linePx + (labels.length > 0 ? chipsPx : 0);
}
