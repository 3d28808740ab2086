/** The archive's own checks: how far they are, what each found, what can be put right and what not. */
import { type Job, showInDialog, stopJob, useJobs } from '@renderer/client/jobs';
import { startRebuildingIndex, startVerification, useVerification } from '@renderer/client/keeping-jobs';
import { currentLanguage } from '@renderer/i18n/i18n';
import { reportWords } from '@renderer/i18n/report-words';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { JobProgress } from '@renderer/ui/JobProgress';
import type { VerifyReport } from '@shared/contract/archive-shapes';
import { checkWords } from '@shared/outcome/check-words';
import { Check, X } from 'lucide-react';
import { useEffect } from 'react';
import { isCheckName, whatCanBeDone } from './check-meaning';
import './export.css';

export interface VerifyDialogProps {
  readonly onClose: () => void;
  readonly onShowBackups: () => void;
  /** What can still be read may be wanted before an older state is brought back. */
  readonly onExport: () => void;
}

/** Checks when it is opened, unless a check is under way or its report waits to be seen. */
export function VerifyDialog({ onClose, onShowBackups, onExport }: VerifyDialogProps) {
  const { t } = useTranslation();
  const { report } = useVerification();
  const job = useJobs(({ jobs }) => jobs.find(({ kind }) => kind === 'verify' || kind === 'index'));
  useEffect(() => {
    if (useVerification.getState().report === null) void startVerification();
    const giveBack = showInDialog('verify', 'index');
    return () => {
      giveBack();
      // Seen: the next time it is checked anew.
      useVerification.setState({ report: null });
    };
  }, []);
  const remedy = report === null ? 'none' : whatCanBeDone(report);
  const foot = (
    <>
      {remedy === 'restore' || remedy === 'both' ? (
        <>
          <Button onPress={onExport}>{t('trust.exportFirst')}</Button>
          <Button onPress={onShowBackups}>{t('trust.seeBackups')}</Button>
        </>
      ) : null}
      <Button onPress={() => void startVerification()} isDisabled={job !== undefined}>
        {t('trust.verifyAgain')}
      </Button>
      {(remedy === 'rebuild' || remedy === 'both') && (
        <Button look="primary" onPress={() => void startRebuildingIndex()} isDisabled={job !== undefined}>
          {t('trust.rebuildIndex')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog wide title={t('exporting.verifyTitle')} onClose={onClose} foot={foot}>
      {job !== undefined ? <Running job={job} /> : report !== null && <Verdict report={report} remedy={remedy} />}
    </Dialog>
  );
}

function Running({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const what = reportWords(job.current, currentLanguage());
  const checking = what === '' ? t('trust.checkingStart') : t('trust.checkingNow', { what });
  return (
    <JobProgress
      label={job.kind === 'index' ? t('trust.rebuilding') : checking}
      done={job.done}
      total={job.total}
      stopping={job.stopping}
      onStop={() => stopJob(job.job)}
    />
  );
}

interface VerdictProps {
  readonly report: VerifyReport;
  readonly remedy: ReturnType<typeof whatCanBeDone>;
}

function Verdict({ report, remedy }: VerdictProps) {
  const { t } = useTranslation();
  const hints = {
    none: null,
    rebuild: t('trust.repairable'),
    restore: t('trust.notRepairable'),
    both: t('trust.partlyRepairable'),
  };
  // What is wrong is what one looks for.
  const wrongFirst = report.checks.toSorted((one, other) => Number(one.ok) - Number(other.ok));
  return (
    <>
      <p role="status" className="checks__verdict">
        {t(report.ok ? 'exporting.verifyOk' : 'exporting.verifyBad')}
      </p>
      {hints[remedy] !== null && <p>{hints[remedy]}</p>}
      <ul className="checks">
        {wrongFirst.map((check) => (
          <li key={check.name}>
            {check.ok ? (
              <Check size={16} className="checks__ok" aria-label={t('exporting.checkPassed')} />
            ) : (
              <X size={16} className="checks__bad" aria-label={t('exporting.checkFailed')} />
            )}
            <span>{reportWords(check.name, currentLanguage())}</span>
            {!check.ok && isCheckName(check.name) && (
              <span className="checks__detail">{t(`trust.meanings.${check.name}`)}</span>
            )}
            <span className="checks__detail">{checkWords(check.name, check.found, currentLanguage())}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
