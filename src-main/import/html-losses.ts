/** What of a page was not kept, for the import report. */
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import type { HtmlBlocks } from './html-blocks';

/** Those there were any of. */
export const htmlLosses = (
  kept: HtmlBlocks & { readonly wholePage?: boolean; readonly tooDeep?: boolean },
): readonly ImportLoss[] =>
  countedLosses([
    ['wholePage', kept.wholePage ? 1 : 0],
    ['tooDeep', kept.tooDeep ? 1 : 0],
    ['absentPictures', kept.images],
    ['media', kept.media],
    ['links', kept.links],
  ]);
