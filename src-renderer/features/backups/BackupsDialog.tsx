/** The archive's backups: what there is, where, making one now, putting one in the archive's place. */
import { shell } from '@renderer/client/client';
import { type Job, showInDialog, stopJob, useJobs } from '@renderer/client/jobs';
import { startBackup } from '@renderer/client/keeping-jobs';
import { useArchive } from '@renderer/client/queries';
import { formatDayAndTime, formatSize } from '@renderer/i18n/amounts';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button, IconButton } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { JobProgress } from '@renderer/ui/JobProgress';
import { showToast } from '@renderer/ui/toasts';
import type { BackupInfo } from '@shared/contract/archive-shapes';
import { FolderOpen, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { RestorePreview } from './RestorePreview';
import './backups.css';

/** Shown while mounted. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<BackupInfo | null>(null);
  const { data } = useArchive('listBackups', {});
  const health = useArchive('health', {}).data;
  const job = useJobs(({ jobs }) => jobs.find(({ kind }) => kind === 'backup'));
  useEffect(() => showInDialog('backup'), []);
  if (chosen !== null) return <RestorePreview backup={chosen} onBack={() => setChosen(null)} onClose={onClose} />;
  const foot = (
    <>
      <Button onPress={onClose}>{t('common.close')}</Button>
      <Button look="primary" isDisabled={job !== undefined} onPress={() => void startBackup()}>
        {t('trust.backUpNow')}
      </Button>
    </>
  );
  return (
    <Dialog wide title={t('trust.backupsTitle')} onClose={onClose} foot={foot}>
      <p className="backups__hint">{t('trust.backupsHint')}</p>
      {health?.backup && data?.reachable !== false && (
        <p className="backups__trouble" role="alert">
          <TriangleAlert size={16} aria-hidden />
          <span>
            {t('trust.backupTrouble')}. {errorWords(health.backup)}
          </span>
        </p>
      )}
      {data && <Folder folder={data.folder} />}
      {data?.reachable === false && (
        <p className="backups__trouble" role="alert">
          <TriangleAlert size={16} aria-hidden />
          <span>{t('trust.folderGone')}</span>
        </p>
      )}
      {job && <Running job={job} />}
      {data?.reachable && <BackupList backups={data.backups} onRestore={setChosen} />}
    </Dialog>
  );
}

function Running({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  return (
    <JobProgress
      label={t('trust.backingUp')}
      done={job.done}
      total={job.total}
      stopping={job.stopping}
      onStop={() => stopJob(job.job)}
    />
  );
}

function Folder({ folder }: { readonly folder: string }) {
  const { t } = useTranslation();
  const archive = useArchive('archiveInfo', {}).data?.path ?? '';
  // As main names it when nobody says otherwise.
  const usual = folder === archive.replace(/\.[^./\\]*$/, ' backups');
  const move = async (where: 'chosen' | 'beside'): Promise<void> => {
    const grant = await shell().backUpInto(where);
    if (grant !== null || where === 'beside') showToast({ text: t('trust.folderChanged') });
  };
  return (
    <div className="backups__folder">
      <span className="field__label">{t('trust.backupsFolder')}</span>
      <span className="backups__path">{folder}</span>
      <div className="backups__acts">
        <Button onPress={() => void shell().showFile({ show: 'backups' })}>{t('trust.showInFolder')}</Button>
        <Button onPress={() => void move('chosen')}>{t('trust.otherFolder')}</Button>
        {!usual && <Button onPress={() => void move('beside')}>{t('trust.besideArchive')}</Button>}
      </div>
    </div>
  );
}

interface BackupListProps {
  readonly backups: readonly BackupInfo[];
  readonly onRestore: (backup: BackupInfo) => void;
}

function BackupList({ backups, onRestore }: BackupListProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  if (backups.length === 0) return <p>{t('trust.noBackups')}</p>;
  return (
    <ul className="backups__list" aria-label={t('trust.listLabel')}>
      {backups.map((backup) => {
        const when = formatDayAndTime(backup.madeAtMs, language);
        return (
          <li key={backup.name}>
            <div className="backups__about">
              <span className="backups__when">{when}</span>
              <span className="backups__more">
                {formatSize(backup.sizeBytes, language)} · {t(`trust.reasons.${backup.reason}`)} ·{' '}
                <ShieldCheck size={13} aria-hidden /> {t('trust.provenWhenMade')}
              </span>
            </div>
            <IconButton
              label={t('trust.showBackup', { when })}
              icon={FolderOpen}
              small
              onPress={() => void shell().showFile({ show: 'backup', name: backup.name })}
            />
            <Button aria-label={t('trust.restoreBackup', { when })} onPress={() => onRestore(backup)}>
              {t('trust.restore')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
