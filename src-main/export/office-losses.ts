/** What files for word processors leave behind. Pure. */
import type { AssetMediaType } from '@shared/model/asset';
import type { ExportBundle, Loss } from '@shared/model/bundle';
import { countEarlier, countOriginals, countOutsideLinks, countOverlaps, lossesOf } from './count-losses';
import { countAbsentPictures, countPicturesBut } from './reading/pictures';

/** The kinds of picture every word processor shows. */
export const wordKinds: ReadonlySet<AssetMediaType> = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** What a word processor's file leaves behind, its pictures being of these kinds. */
export const officeLosses = (bundle: ExportBundle, kinds = wordKinds): readonly Loss[] =>
  lossesOf({
    underlays: countOverlaps(bundle),
    originals: countOriginals(bundle),
    absentPictures: countAbsentPictures(bundle),
    unreadablePictures: countPicturesBut(bundle, kinds),
    outsideLinks: countOutsideLinks(bundle),
    earlierVersions: countEarlier(bundle),
  });
