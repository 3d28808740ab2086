/** What a backup holds beside what is here, what would be lost, the button that does it, and how far that is. */
import { CallError, call, subscribe } from '@renderer/client/client';
import { type Job, showInDialog, startJob, stopJob, useJobs } from '@renderer/client/jobs';
import { flushAll } from '@renderer/features/document/pending-saves';
import { formatDayAndTime } from '@renderer/i18n/amounts';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { FactsTable } from '@renderer/ui/FactsTable';
import { JobProgress } from '@renderer/ui/JobProgress';
import type { ArchiveFacts, BackupInfo } from '@shared/contract/archive-shapes';
import type { ErrorData } from '@shared/outcome/outcome';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { whatRestoringLoses } from './what-restoring-loses';

interface RestorePreviewProps {
  readonly backup: BackupInfo;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Why the last restore came to nothing; null while none has. */
function useRestoreFailure(job: Job | undefined): ErrorData | null {
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const id = job?.job;
  useEffect(() => {
    if (id === undefined) return undefined;
    setFailure(null);
    return subscribe((event) => {
      if (event.type === 'jobFailed' && event.job === id) setFailure(event);
    });
  }, [id]);
  return failure;
}

/** In place of the list. Once the backup is in place, main makes the window anew. */
export function RestorePreview({ backup, onBack, onClose }: RestorePreviewProps) {
  const { t } = useTranslation();
  const [saving, setSaving] = useState(false);
  const job = useJobs(({ jobs }) => jobs.find(({ kind }) => kind === 'restore'));
  const failure = useRestoreFailure(job);
  useEffect(() => showInDialog('restore'), []);
  const busy = saving || job !== undefined;
  const look = useQuery({
    queryKey: ['lookIntoBackup', backup.name],
    queryFn: async () => {
      // What is typed and not saved yet counts as here.
      await flushAll();
      return call('lookIntoBackup', { name: backup.name });
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const restore = async (): Promise<void> => {
    setSaving(true);
    await flushAll();
    await startJob({ kind: 'restore', name: backup.name }, call('startRestore', { name: backup.name }));
    setSaving(false);
  };
  const foot = (
    <>
      <Button onPress={onBack} isDisabled={busy} autoFocus>
        {t('trust.back')}
      </Button>
      {job === undefined && (
        <Button look="danger" isDisabled={busy || look.data === undefined} onPress={() => void restore()}>
          {t('trust.restoreNow')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog wide title={t('trust.restoreTitle')} onClose={onClose} foot={foot}>
      <p className="backups__when">{formatDayAndTime(backup.madeAtMs, currentLanguage())}</p>
      {failure !== null && (
        <p role="alert" className="backups__trouble">
          <TriangleAlert size={16} aria-hidden />
          <span>
            {t('trust.restoreFailed')} {!failure.code.endsWith('/cancelled') && errorWords(failure)}
          </span>
        </p>
      )}
      {job !== undefined ? (
        <Running job={job} />
      ) : look.error ? (
        <p role="alert">{errorWords(look.error instanceof CallError ? look.error.data : { code: 'internal' })}</p>
      ) : look.data === undefined ? (
        <p role="status">{t('trust.looking')}</p>
      ) : (
        <Comparison {...look.data} />
      )}
    </Dialog>
  );
}

function Running({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  return (
    <>
      <JobProgress
        label={t(job.stage === undefined ? 'trust.restoring' : `trust.restoreStages.${job.stage}`)}
        done={job.done}
        total={job.total}
        stopping={job.stopping || job.stage === 'replacing'}
        onStop={() => stopJob(job.job)}
      />
      <p>{t('trust.restoreMayStop')}</p>
    </>
  );
}

function Comparison({ backup, here }: { readonly backup: ArchiveFacts; readonly here: ArchiveFacts }) {
  const { t } = useTranslation();
  const { fewer, changesAfterMs } = whatRestoringLoses(backup, here);
  const lost = {
    articles: (count: number) => t('trust.loseArticles', { count }),
    notes: (count: number) => t('trust.loseNotes', { count }),
    annotations: (count: number) => t('trust.loseAnnotations', { count }),
    links: (count: number) => t('trust.loseLinks', { count }),
    originals: (count: number) => t('trust.loseOriginals', { count }),
  };
  return (
    <>
      <FactsTable
        label={t('trust.restoreTitle')}
        columns={[
          { title: t('trust.inBackup'), facts: backup },
          { title: t('trust.inArchive'), facts: here },
        ]}
      />
      <section className="losses">
        <h3 className="field__label">{t('trust.wouldLose')}</h3>
        <ul className="backups__losses">
          {fewer.map(({ what, count }) => (
            <li key={what}>{lost[what](count)}</li>
          ))}
          {changesAfterMs !== null && (
            <li>{t('trust.loseChanges', { when: formatDayAndTime(changesAfterMs, currentLanguage()) })}</li>
          )}
          {fewer.length === 0 && changesAfterMs === null && <li>{t('trust.loseNothing')}</li>}
        </ul>
      </section>
      <p>{t('trust.keptAside')}</p>
    </>
  );
}
