/** What can be done about an archive in trouble: the rungs, safest first, and what is besides them. */
import { formatDayAndTime } from '@renderer/i18n/amounts';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import type { ErrorData } from '@shared/outcome/outcome';
import { OtherArchives } from './OtherArchives';
import { choicesFor, type RecoveryChoice } from './recovery-choices';
import type { Survey, Trouble } from './use-survey';

interface RecoveryChoicesProps {
  readonly trouble: Trouble;
  /** Null while it is not known. */
  readonly survey: Survey | null;
  readonly surveyError: ErrorData | null;
  readonly surveying: boolean;
  readonly act: Readonly<Record<RecoveryChoice, () => void>>;
}

/** A change of what is offered, as when a good backup was found, moves no focus. */
export function RecoveryChoices({ trouble, survey, surveyError, surveying, act }: RecoveryChoicesProps) {
  const { t } = useTranslation();
  const newest = survey?.newest ?? null;
  const { rungs, besides } = choicesFor(trouble.error, newest !== null);
  // What comes first is known once the backups were looked at: until then nothing is put forward.
  const [first] = choicesFor(trouble.error, true).rungs;
  const putForward = surveying && first === 'open-backup' ? undefined : rungs[0];
  const when = newest === null ? '' : formatDayAndTime(newest.backup.madeAtMs, currentLanguage());
  const words = useChoiceWords(when, trouble.error.code === 'archive/not-found');
  const about = useBackupWords(survey, surveyError, surveying, trouble);
  return (
    <>
      <section className="recovery__ladder" aria-labelledby="recovery-choices">
        <h2 id="recovery-choices" className="field__label">
          {t('trust.recovery.choices')}
        </h2>
        <p className="recovery__hint">{t('trust.recovery.nothingDeleted')}</p>
        <ol className="recovery__rungs">
          {rungs.map((choice) => {
            const { label, hint } = words[choice];
            return (
              <li key={choice}>
                <Button
                  // Made anew when it is put forward, so that it takes the focus.
                  key={choice === putForward ? 'forward' : 'plain'}
                  look={choice === putForward ? 'primary' : 'plain'}
                  autoFocus={choice === putForward}
                  onPress={act[choice]}
                >
                  {label}
                </Button>
                {hint !== undefined && <span className="recovery__hint">{hint}</span>}
              </li>
            );
          })}
        </ol>
        <p className="recovery__hint recovery__about" role="status">
          {about}
        </p>
      </section>
      <div className="recovery__acts">
        {besides.map((choice) => (
          <Button key={choice} onPress={act[choice]}>
            {words[choice].label}
          </Button>
        ))}
      </div>
      <OtherArchives />
    </>
  );
}

interface ChoiceWords {
  readonly label: string;
  readonly hint?: string;
}

/** `gone`: nothing stands where the archive was that could be kept. */
function useChoiceWords(when: string, gone: boolean): Readonly<Record<RecoveryChoice, ChoiceWords>> {
  const { t } = useTranslation();
  return {
    'try-again': { label: t('trust.recovery.tryAgain') },
    'open-other': { label: t('trust.recovery.openOther') },
    'open-backup': {
      label: t('trust.recovery.openBackup'),
      hint: t(gone ? 'trust.recovery.openBackupGoneHint' : 'trust.recovery.openBackupHint', { when }),
    },
    restore: {
      label: t('trust.recovery.restore'),
      hint: t(gone ? 'trust.recovery.restoreGoneHint' : 'trust.recovery.restoreHint'),
    },
    rebuild: { label: t('trust.recovery.rebuild'), hint: t('trust.recovery.rebuildHint') },
    salvage: { label: t('trust.recovery.salvage'), hint: t('trust.recovery.salvageHint') },
    'copy-known': { label: t('trust.recovery.copyKnown'), hint: t('trust.recovery.copyKnownHint') },
    'copy-elsewhere': { label: t('trust.recovery.copyElsewhere'), hint: t('trust.recovery.copyElsewhereHint') },
    'make-new': { label: t('trust.recovery.makeNew'), hint: t('trust.recovery.makeNewHint') },
    quit: { label: t('trust.recovery.quit') },
  };
}

/** Nothing where backups are of no use. */
function useBackupWords(
  survey: Survey | null,
  error: ErrorData | null,
  surveying: boolean,
  { error: trouble }: Trouble,
) {
  const { t } = useTranslation();
  if (!choicesFor(trouble, true).rungs.includes('open-backup')) return null;
  if (surveying) return t('trust.recovery.surveying');
  if (error !== null && error.code !== 'recovery/cancelled') return errorWords(error);
  if (survey === null) return null;
  if (!survey.reachable) return t('trust.recovery.folderGone', { folder: survey.folder });
  if (survey.backups.length === 0) return t('trust.recovery.noBackup', { folder: survey.folder });
  if (survey.newest === null) return t('trust.recovery.noGoodBackup');
  return survey.damaged.length > 0 ? t('trust.recovery.someDamaged', { count: survey.damaged.length }) : null;
}
