/** Shows a picture of a text large when it is clicked (or Enter pressed on it): the whole of it, or pixel by pixel. */
import { shownPicture } from '@renderer/editor/nodes/picture-element';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { assetAddress } from '@shared/contract/asset-address';
import { sha256Hex } from '@shared/model/ids';
import { useEffect, useState } from 'react';
import './picture-viewer.css';

type Shown = NonNullable<ReturnType<typeof shownPicture>>;

/** What the dialog has room for: CSS pixels across, and a part of the window's height (as in the style sheet). */
const mostWidthPx = 1078;
const mostHeight = 0.68;

/** Mounted once in a window; waits for clicks on pictures of any text. */
export function PictureViewer() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const open = (event: MouseEvent): void => {
      const picture = event.target instanceof Element ? shownPicture(event.target) : null;
      if (picture !== null) setShown(picture);
    };
    document.addEventListener('click', open);
    return () => document.removeEventListener('click', open);
  }, []);
  return shown === null ? null : <LargePicture picture={shown} onClose={() => setShown(null)} />;
}

function LargePicture({ picture, onClose }: { readonly picture: Shown; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [full, setFull] = useState(false);
  const { asset, alt, width, height } = picture;
  const large = width > Math.min(mostWidthPx, window.innerWidth - 80) || height > window.innerHeight * mostHeight;
  const toggle = () => setFull((before) => large && !before);
  const foot = (
    <>
      <span className="picture-viewer__size">{t('reading.pictureSize', { width, height })}</span>
      {large && (
        <Button onPress={toggle} autoFocus>
          {full ? t('reading.pictureFit') : t('reading.pictureFull')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={alt || t('reading.picture')} size="full" onClose={onClose} foot={foot}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button in the foot does the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click is that button's shortcut */}
      <div
        className={`picture-viewer ${full ? 'picture-viewer--full' : large ? 'picture-viewer--fitted' : ''}`}
        onClick={toggle}
      >
        <img src={assetAddress(sha256Hex(asset))} alt={alt} width={width} height={height} draggable={false} />
      </div>
    </Dialog>
  );
}
