/** What Postil does and doesn't do with a person's work, in plain words. */
import { shell } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import { formatSize } from '@renderer/i18n/amounts';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { ReactNode } from 'react';
import './privacy.css';

/** Shown while mounted. */
export function PrivacyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const info = useArchive('archiveInfo', {}).data;
  const stats = useArchive('stats', {}).data;
  const backups = useArchive('listBackups', {}).data;
  const foot = (
    <>
      <Button onPress={() => void shell().showFile({ show: 'archive' })}>{t('trust.privacy.showArchive')}</Button>
      <Button onPress={() => void shell().showFile({ show: 'backups' })}>{t('trust.privacy.showBackups')}</Button>
      <Button look="primary" onPress={onClose} autoFocus>
        {t('common.close')}
      </Button>
    </>
  );
  return (
    <Dialog wide title={t('trust.privacyTitle')} onClose={onClose} foot={foot}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page is longer than a low window, and scrolls by keys */}
      <section className="privacy" tabIndex={0} aria-label={t('trust.privacyTitle')}>
        <Part title={t('trust.privacy.networkTitle')}>{t('trust.privacy.network')}</Part>
        <Part title={t('trust.privacy.filesTitle')}>{t('trust.privacy.files')}</Part>
        <dl className="privacy__places">
          <dt>{t('trust.privacy.file')}</dt>
          <dd>{info?.path}</dd>
          {stats !== undefined && stats.pictures > 0 && (
            <>
              <dt>{t('trust.privacy.pictures')}</dt>
              <dd>
                {t('trust.privacy.picturesAre', {
                  count: stats.pictures,
                  size: formatSize(stats.pictureBytes, currentLanguage()),
                })}
              </dd>
            </>
          )}
          <dt>{t('trust.privacy.backups')}</dt>
          <dd>{backups?.folder}</dd>
        </dl>
        <Part title={t('trust.privacy.watchedTitle')}>{t('trust.privacy.watched')}</Part>
        <Part title={t('trust.privacy.besideTitle')}>{t('trust.privacy.beside')}</Part>
        <Part title={t('trust.privacy.deletingTitle')}>{t('trust.privacy.deleting')}</Part>
        <Part title={t('trust.privacy.notTitle')}>{t('trust.privacy.not')}</Part>
        <Part title={t('trust.privacy.cloudTitle')}>{t('trust.privacy.cloud')}</Part>
      </section>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="privacy__title">{title}</h3>
      <p>{children}</p>
    </section>
  );
}
