/** Keeping a picture that a person puts into a document: looked at by its bytes, like an imported one. */
import { acceptImage } from '@shared/images/accept-image';
import { assetLimits } from '@shared/model/asset';
import { Failure } from '@shared/outcome/outcome';
import type { ArchiveCalls } from './archive-api';
import { bytesOfPictures, keepAsset, nameAsset } from './assets';
import { documentKey } from './lookup';
import { sha256Of } from './sha256';
import type { Store } from './store';

export const pictureCalls = (store: Store): Pick<ArchiveCalls, 'keepPicture'> => ({
  keepPicture: ({ document: uid, base64 }) => {
    const bytes = Buffer.from(base64, 'base64');
    const verdict = acceptImage(bytes);
    if (!verdict.accepted) throw verdict.reason === 'too-large' ? tooLarge() : unknown();
    const { image } = verdict;
    const sha256 = sha256Of(bytes);
    return store.write((changes) => {
      const document = documentKey(store, uid);
      if (bytesOfPictures(store, document.id) + bytes.length > assetLimits.documentBytes) throw tooLarge();
      keepAsset(store, { sha256, ...image, bytes });
      // at once, so that it is not swept up before the body that names it is saved
      nameAsset(store, document.id, sha256);
      changes.touch(document.uid);
      return { sha256, width: image.width, height: image.height };
    });
  },
});

const unknown = (): Failure => new Failure('picture/unknown', 'This is no picture that can be kept.');
const tooLarge = (): Failure => new Failure('picture/too-large', 'The picture is too large to be kept.');
