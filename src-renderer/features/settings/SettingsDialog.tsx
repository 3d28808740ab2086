/** Theme, language and look of the text; every change is applied and kept at once. */

import { Button } from '@renderer/ui/Button';
import { dispatchCommand } from '@renderer/ui/command-bus';
import { Dialog } from '@renderer/ui/Dialog';
import { ReadingLookFields } from '@renderer/ui/ReadingLookFields';
import { Select } from '@renderer/ui/Select';
import { languages, themes } from '@shared/contract/shell';
import { useTranslation } from 'react-i18next';
import { changeSettings, useSettings } from './settings-store';
import './settings.css';

/** Shown while mounted. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
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
      <ReadingLookFields />
      <div className="settings__more">
        {(['backups', 'privacy'] as const).map((id) => (
          <Button
            key={id}
            onPress={() => {
              onClose();
              dispatchCommand(id);
            }}
          >
            {t(`settings.commands.${id}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
