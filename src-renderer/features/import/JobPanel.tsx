/** Jobs under way, with how far they are and a way to stop them. */

import { type Job, stopJob, useJobs } from '@renderer/client/jobs';
import { currentLanguage } from '@renderer/i18n/i18n';
import { reportWords } from '@renderer/i18n/report-words';
import { useTranslation } from '@renderer/i18n/words';
import { JobProgress } from '@renderer/ui/JobProgress';
import { assertNever } from '@shared/outcome/outcome';
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
    case 'restore':
      return t('trust.restoring');
    default:
      return assertNever(job.kind);
  }
}

function JobCard({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const title = useTitle(job);
  return (
    <li className="job">
      <JobProgress
        label={title}
        done={job.done}
        total={job.total}
        stopping={job.stopping}
        onStop={() => stopJob(job.job)}
      />
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
