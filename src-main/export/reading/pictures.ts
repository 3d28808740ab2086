/** The pictures a bundle's documents show: which there are, what they are called, which a format can't hold. */
import { type AssetInfo, type AssetMediaType, assetExtensions } from '@shared/model/asset';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { Sha256 } from '@shared/model/ids';
import { allBlocks } from '../count-losses';

/** Every picture the bodies name, as often as they do; null for one whose bytes were never kept. */
function* shownPictures({ documents }: ExportBundle): Generator<Sha256 | null> {
  for (const { body } of documents)
    for (const block of allBlocks(body.blocks)) if (block.type === 'image') yield block.asset;
}

/** How often pictures are shown that the archive does not have. */
export const countAbsentPictures = (bundle: ExportBundle): number => countShown(bundle, (asset) => asset === null);

/** How often pictures are shown that are of another kind than these. */
export const countPicturesBut = (bundle: ExportBundle, kinds: ReadonlySet<AssetMediaType>): number =>
  countShown(bundle, (asset) => asset !== null && !kinds.has(asset.mediaType));

function countShown(bundle: ExportBundle, counts: (asset: AssetInfo | null) => boolean): number {
  const verdicts = new Map<Sha256 | null, boolean>([[null, counts(null)]]);
  let count = 0;
  for (const sha256 of shownPictures(bundle)) {
    const known = verdicts.get(sha256);
    const verdict = known ?? counts(sha256 === null ? null : bundle.describeAsset(sha256));
    verdicts.set(sha256, verdict);
    if (verdict) count++;
  }
  return count;
}

/**
 * The file of each picture, once, in the order they are shown in.
 *
 * @param kinds - kinds of picture that become files; all without it
 */
export function pictureFiles(
  bundle: ExportBundle,
  pathOf: (name: string) => string,
  kinds?: ReadonlySet<AssetMediaType>,
): ReadonlyMap<Sha256, string> {
  const files = new Map<Sha256, string>();
  for (const sha256 of shownPictures(bundle)) {
    if (sha256 === null || files.has(sha256)) continue;
    const asset = bundle.describeAsset(sha256);
    if (asset !== null && (kinds?.has(asset.mediaType) ?? true)) files.set(sha256, pathOf(pictureName(asset)));
  }
  return files;
}

/** A name made of the picture's fingerprint: the same picture, the same name. */
const pictureName = ({ sha256, mediaType }: AssetInfo): string =>
  `${sha256.slice(0, 16)}.${assetExtensions[mediaType]}`;

/** The pictures as parts of a file, each read when its turn comes. */
export function* pictureParts(
  { readAsset }: ExportBundle,
  files: ReadonlyMap<Sha256, string>,
  folder: string,
): Generator<ExportedFile> {
  for (const [sha256, path] of files) {
    const asset = readAsset(sha256);
    if (asset !== null) yield { path: `${folder}${path}`, bytes: asset.bytes };
  }
}
