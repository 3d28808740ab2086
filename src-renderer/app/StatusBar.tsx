/** The bar at the bottom: which archive, how much is in it, and that nothing leaves the machine. */

import { useArchive } from '@renderer/client/queries';
import { BackupMark } from '@renderer/features/backups/HealthNotices';
import { useTranslation } from '@renderer/i18n/words';
import { useEffect } from 'react';
import { openDialog } from './dialogs';

/** Follows the archive. */
export function StatusBar() {
  const { t } = useTranslation();
  const info = useArchive('archiveInfo', {}).data;
  const counts = useArchive('libraryCounts', {}).data;
  const name = info?.name;
  useEffect(() => {
    if (name !== undefined) document.title = t('trust.windowTitle', { name });
  }, [name, t]);
  return (
    <footer className="status-bar">
      {info && <span title={info.path}>{info.name}.postil</span>}
      {counts && (
        <span>
          {t('common.documents', { count: counts.all })} · {t('common.passages', { count: counts.annotations })}
        </span>
      )}
      <BackupMark onShow={() => openDialog({ dialog: 'backups' })} />
      <span className="status-bar__end" title={t('common.offlineHint')}>
        {t('common.offline')}
      </span>
    </footer>
  );
}
