/** The import report's sentences on what of an office file was not kept. */

const counted = (count: number, one: string, other: string): string => (count === 1 ? `1 ${one}` : `${count} ${other}`);

/** Sentences for what there was any of. */
export function countedLosses(lost: {
  readonly images: number;
  readonly commentsWithoutWords: number;
  readonly deletions?: number;
}): readonly string[] {
  const { images, commentsWithoutWords, deletions = 0 } = lost;
  const losses: string[] = [];
  if (images > 0) losses.push(`${counted(images, 'picture was', 'pictures were')} not kept.`);
  if (deletions > 0)
    losses.push(`${counted(deletions, 'deletion', 'deletions')} of tracked changes stayed out; insertions were kept.`);
  if (commentsWithoutWords > 0)
    losses.push(
      `${counted(commentsWithoutWords, 'comment that marks no words was', 'comments that mark no words were')} not kept.`,
    );
  return losses;
}
