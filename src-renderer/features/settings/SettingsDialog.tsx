/** Everything a person may set, in one place; every change is applied and kept at once. */

import { useArchive } from '@renderer/client/queries';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { dispatchCommand } from '@renderer/ui/command-bus';
import { Dialog } from '@renderer/ui/Dialog';
import { ReadingLookFields } from '@renderer/ui/ReadingLookFields';
import { Select } from '@renderer/ui/Select';
import { languages, themes } from '@shared/contract/shell';
import { type ReactNode, useId } from 'react';
import { changeSettings, useSettings } from './settings-store';
import './settings.css';

/** Shown while mounted. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const watched = useArchive('watchedFolder', {}).data;
  const foot = (
    <Button look="primary" onPress={onClose}>
      {t('common.close')}
    </Button>
  );
  const elsewhere = (id: 'backups' | 'verify' | 'privacy' | 'shortcuts' | 'watched-folder') => (
    <Button
      onPress={() => {
        onClose();
        dispatchCommand(id);
      }}
    >
      {t(`settings.commands.${id}`)}
    </Button>
  );
  return (
    <Dialog wide title={t('settings.title')} onClose={onClose} foot={foot}>
      <div className="settings">
        <Part title={t('settings.parts.appearance')}>
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
        </Part>
        <Part title={t('settings.parts.reading')}>
          <ReadingLookFields />
        </Part>
        <Part title={t('settings.parts.backups')}>
          <label className="settings__check">
            <input
              type="checkbox"
              checked={settings.backUpFirst}
              onChange={(event) => void changeSettings({ backUpFirst: event.target.checked })}
            />
            <span>
              {t('trust.backUpFirst')}
              <span className="settings__hint">{t('trust.backUpFirstHint')}</span>
            </span>
          </label>
          <div className="settings__more">
            {elsewhere('backups')}
            {elsewhere('verify')}
          </div>
        </Part>
        <Part title={t('watched.title')}>
          <p className="settings__hint">{t('watched.settingsHint')}</p>
          {watched && (
            <p>
              <strong>{watched.name}</strong>{' '}
              {t(watched.paused ? 'watched.paused' : `watched.${watched.problem ?? 'watching'}`)}
            </p>
          )}
          <div className="settings__more">{elsewhere('watched-folder')}</div>
        </Part>
        <Part title={t('settings.parts.privacy')}>
          <p className="settings__hint">{t('settings.privacyHint')}</p>
          <div className="settings__more">
            {elsewhere('privacy')}
            {elsewhere('shortcuts')}
          </div>
        </Part>
      </div>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings__part" aria-labelledby={id}>
      <h3 id={id} className="settings__title">
        {title}
      </h3>
      {children}
    </section>
  );
}
