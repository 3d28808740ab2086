/** Jobs under way, with how far they are and a way to stop them. */

import { type Job, stopJob, useJobs } from '@renderer/client/jobs';
import { currentLanguage } from '@renderer/i18n/i18n';
import { reportWords } from '@renderer/i18n/report-words';
import { Button } from '@renderer/ui/Button';
import { assertNever } from '@shared/outcome/outcome';
import { useTranslation } from 'react-i18next';
import './import.css';

function useTitle(job: Job): string {
  const { t } = useTranslation();
  if (job.stage === 'backing-up') return t('trust.backingUpFirst');
  switch (job.kind) {
    case 'import':
      return t('importing.running');
    case 'export':
      return t('exporting.running', { name: job.name });
    case 'backup':
      return t('trust.backingUp');
    case 'verify':
      return t('trust.checkingStart');
    case 'index':
      return t('trust.rebuilding');
    default:
      return assertNever(job.kind);
  }
}

function JobCard({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const title = useTitle(job);
  const percent = job.total === 0 ? 0 : Math.round((job.done / job.total) * 100);
  return (
    <li className="job">
      <div className="job__head">
        <span>{title}</span>
        <Button onPress={() => stopJob(job.job)} isDisabled={job.stopping}>
          {t(job.stopping ? 'importing.stopping' : 'importing.stop')}
        </Button>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={title}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className="progress__bar" style={{ width: `${percent}%` }} />
      </div>
      <p className="job__current">
        <span>{job.kind === 'verify' ? reportWords(job.current, currentLanguage()) : job.current}</span>
        {job.total > 0 && job.kind !== 'backup' && job.stage === undefined && (
          <span>{t('importing.progress', { done: job.done, total: job.total })}</span>
        )}
      </p>
    </li>
  );
}

/** Nothing is shown when nothing runs. */
export function JobPanel() {
  const { jobs: all, inDialog } = useJobs();
  const jobs = all.filter(({ kind }) => !inDialog.includes(kind));
  if (jobs.length === 0) return null;
  return (
    <ul className="jobs">
      {jobs.map((job) => (
        <JobCard key={job.job} job={job} />
      ))}
    </ul>
  );
}
