/** Theme, language and size of the text; every change is applied and kept at once. */

import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Select } from '@renderer/ui/Select';
import { setTextSize, textSizes, useTextSize } from '@renderer/ui/text-size';
import { languages, themes } from '@shared/contract/shell';
import { useTranslation } from 'react-i18next';
import { changeSettings, useSettings } from './settings-store';

/** Shown while mounted. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const { size } = useTextSize();
  const sizes = textSizes.map((value) => ({
    id: String(value),
    label: t('settings.percent', { percent: Math.round(value * 100) }),
  }));
  const foot = (
    <Button look="primary" onPress={onClose}>
      {t('common.close')}
    </Button>
  );
  return (
    <Dialog title={t('settings.title')} onClose={onClose} foot={foot}>
      <Select
        label={t('settings.theme')}
        value={settings.theme}
        options={themes.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
        onChange={(theme) => void changeSettings({ theme })}
      />
      <Select
        label={t('settings.language')}
        value={settings.language}
        options={languages.map((id) => ({ id, label: t(`settings.languages.${id}`) }))}
        onChange={(language) => void changeSettings({ language })}
      />
      <Select
        label={t('settings.textSize')}
        value={String(size)}
        options={sizes}
        onChange={(id) => setTextSize(textSizes.find((value) => String(value) === id) ?? 1)}
      />
    </Dialog>
  );
}
