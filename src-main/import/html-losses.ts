/** The import report's sentences on what of a page was not kept. */
import type { HtmlBlocks } from './html-blocks';

const counted = (count: number, one: string, other: string): string => (count === 1 ? `1 ${one}` : `${count} ${other}`);

/** Sentences on what of a page was not kept. */
export function htmlLosses(
  kept: HtmlBlocks & { readonly wholePage?: boolean; readonly tooDeep?: boolean },
): readonly string[] {
  const losses: string[] = [];
  if (kept.wholePage)
    losses.push('The article could not be told from the rest of the page, so the whole page was kept.');
  if (kept.tooDeep)
    losses.push('Elements lay more than a thousand deep inside each other; their words were kept without their form.');
  if (kept.images > 0)
    losses.push(`${counted(kept.images, 'image was', 'images were')} not kept (saved pages’ images are not read yet).`);
  if (kept.media > 0)
    losses.push(
      `${counted(kept.media, 'film, recording or embedded page was', 'films, recordings or embedded pages were')} not kept.`,
    );
  if (kept.links > 0)
    losses.push(`${counted(kept.links, 'link', 'links')} without a full web address became plain text.`);
  return losses;
}
