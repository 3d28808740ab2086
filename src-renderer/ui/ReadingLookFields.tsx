/** Size, width and face of the text: the same fields in the settings and beside the text. */

import { useTranslation } from '@renderer/i18n/words';
import { Choice } from './Choice';
import { readingFaces, readingWidths, setReadingLook, useReadingLook } from './reading-look';
import { Select } from './Select';
import { setTextSize, textSizes, useTextSize } from './text-size';

/** Every change is applied and kept at once. */
export function ReadingLookFields() {
  const { t } = useTranslation();
  const { size } = useTextSize();
  const { width, face } = useReadingLook();
  const sizes = textSizes.map((value) => ({
    id: String(value),
    label: t('settings.percent', { percent: Math.round(value * 100) }),
  }));
  return (
    <>
      <Select
        label={t('settings.textSize')}
        value={String(size)}
        options={sizes}
        onChange={(id) => setTextSize(textSizes.find((value) => String(value) === id) ?? 1)}
      />
      <Choice
        label={t('settings.readingWidth')}
        value={width}
        options={readingWidths.map((id) => ({ id, label: t(`settings.readingWidths.${id}`) }))}
        onChange={(next) => setReadingLook({ width: next })}
      />
      <Choice
        label={t('settings.readingFace')}
        value={face}
        options={readingFaces.map((id) => ({ id, label: t(`settings.readingFaces.${id}`) }))}
        onChange={(next) => setReadingLook({ face: next })}
      />
    </>
  );
}
