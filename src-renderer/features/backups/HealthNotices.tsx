/** What is wrong with the archive until something is done about it: a line each, over the panes. */

import { useJobs } from '@renderer/client/jobs';
import { startRebuildingIndex } from '@renderer/client/keeping-jobs';
import { useArchive } from '@renderer/client/queries';
import { errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './backups.css';

interface HealthNoticesProps {
  readonly onShowCheck: () => void;
}

/** Disk, damage, index; a backup that was not made stands in the status bar. */
export function HealthNotices({ onShowCheck }: HealthNoticesProps) {
  const { t } = useTranslation();
  const health = useArchive('health', {}).data;
  const indexing = useJobs(({ jobs }) => jobs.some(({ kind }) => kind === 'index'));
  return (
    <div className="notices">
      {health?.diskFull && <Notice text={t('trust.diskFull')} />}
      {health !== undefined && health.failedChecks.length > 0 && (
        <Notice text={t('trust.damageFound')}>
          <Button onPress={onShowCheck}>{t('trust.seeCheck')}</Button>
        </Notice>
      )}
      {health?.indexIncomplete && health.failedChecks.length === 0 && !indexing && (
        <Notice text={t('trust.indexIncomplete')}>
          <Button onPress={() => void startRebuildingIndex()}>{t('trust.rebuildIndex')}</Button>
        </Notice>
      )}
    </div>
  );
}

function Notice({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="notice" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <span>{text}</span>
      {children}
    </div>
  );
}

/** For the status bar: that the last backup was not made, and why. */
export function BackupMark({ onShow }: { readonly onShow: () => void }) {
  const { t } = useTranslation();
  const trouble = useArchive('health', {}).data?.backup;
  if (!trouble) return null;
  return (
    <span className="backup-mark" role="status" title={errorWords(trouble)}>
      <TriangleAlert size={13} aria-hidden />
      {t('trust.backupTrouble')}
      <button type="button" className="backup-mark__button" onClick={onShow}>
        {t('trust.seeBackups')}
      </button>
    </span>
  );
}
