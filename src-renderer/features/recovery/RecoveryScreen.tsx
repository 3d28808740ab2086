/**
 * The whole window when the archive can't be opened: what happened, and what can be
 * done, safest first. Asks main, which asks the archive process; deletes nothing.
 */
import { shell } from '@renderer/client/client';
import { errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import type { RecoveryAnswer, RecoveryWish } from '@shared/contract/shell-recovery';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { BackupChoice } from './BackupChoice';
import { Recovered } from './Recovered';
import { RecoveryChoices } from './RecoveryChoices';
import { RecoveryWork } from './RecoveryWork';
import { type RecoveryChoice, troubleKey, whatKey } from './recovery-choices';
import { type Trouble, useSurvey } from './use-survey';
import './recovery.css';

/** Shown while the archive is in trouble. */
export function RecoveryScreen({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [answer, setAnswer] = useState<RecoveryAnswer | null>(null);
  const { survey, error, surveying, surveyAgain } = useSurvey(trouble);
  const recover = async (wish: RecoveryWish): Promise<void> => {
    setBusy(true);
    setChoosing(false);
    setFailed(null);
    const outcome = await shell().recover(wish);
    setBusy(false);
    if (!outcome.ok) {
      setFailed(errorWords(outcome.error));
      // What looked at the backups was stopped for this.
      surveyAgain();
    } else if (outcome.value.did !== 'copy-elsewhere') setAnswer(outcome.value);
  };
  const newest = survey?.newest ?? null;
  const act: Readonly<Record<RecoveryChoice, () => void>> = {
    'try-again': () => void shell().openArchive({ open: 'again' }),
    'open-backup': () => {
      if (newest !== null) void recover({ do: 'copy-backup', name: newest.backup.name });
    },
    restore: () => setChoosing(true),
    rebuild: () => void recover({ do: 'rebuild-index' }),
    salvage: () => void recover({ do: 'salvage' }),
    'copy-known': () => void recover({ do: 'salvage' }),
    'copy-elsewhere': () => void recover({ do: 'copy-elsewhere' }),
    'make-new': () => void shell().openArchive({ open: 'made-new' }),
    'open-other': () => void shell().openArchive({ open: 'picked' }),
    quit: () => void shell().quit(),
  };
  return (
    <main className="recovery" aria-labelledby="recovery-title">
      <div className="recovery__page">
        <Head trouble={trouble} />
        {failed !== null && (
          <p className="recovery__failed" role="alert">
            {failed}
          </p>
        )}
        {busy ? (
          <RecoveryWork title={t('trust.recovery.working')} />
        ) : answer !== null ? (
          <Recovered answer={answer} />
        ) : choosing && survey !== null ? (
          <BackupChoice
            backups={survey.backups}
            onRestore={(name) => void recover({ do: 'restore', name })}
            onBack={() => setChoosing(false)}
          />
        ) : (
          <RecoveryChoices trouble={trouble} survey={survey} surveyError={error} surveying={surveying} act={act} />
        )}
      </div>
    </main>
  );
}

function Head({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslation();
  const { archive, error } = trouble;
  return (
    <>
      <h1 id="recovery-title" className="recovery__title">
        <TriangleAlert size={22} aria-hidden />
        {t(`trust.recovery.title.${troubleKey(error)}`)}
      </h1>
      <p className="recovery__what">{t(`trust.recovery.what.${whatKey(error)}`)}</p>
      <div className="recovery__file">
        <span className="field__label">{t('trust.recovery.file')}</span>
        <span className="recovery__path">
          {archive.folder}/<strong>{archive.name}.postil</strong>
        </span>
        <Button onPress={() => void shell().showFile({ show: 'archive' })}>{t('trust.recovery.showFile')}</Button>
      </div>
    </>
  );
}
