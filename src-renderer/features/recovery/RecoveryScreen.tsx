/**
 * The whole window when the archive can't be opened: what happened, and what can be
 * done, safest first. Asks main, which asks the archive process; deletes nothing.
 */
import { shell } from '@renderer/client/client';
import { formatDayAndTime } from '@renderer/i18n/amounts';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import type { ArchiveState, RecoveryAnswer, RecoveryWish } from '@shared/contract/shell-recovery';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupChoice } from './BackupChoice';
import { RecentList } from './RecentList';
import { Recovered } from './Recovered';
import { choicesFor, type RecoveryChoice, troubleKey, whatKey } from './recovery-choices';
import './recovery.css';

export type Trouble = Extract<ArchiveState, { is: 'trouble' }>;
type Survey = Extract<RecoveryAnswer, { did: 'survey' }>;

async function survey(): Promise<Survey | null> {
  const outcome = await shell().recover({ do: 'survey' });
  return outcome.ok && outcome.value.did === 'survey' ? outcome.value : null;
}

/** Shown while the archive is in trouble. */
export function RecoveryScreen({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [answer, setAnswer] = useState<RecoveryAnswer | null>(null);
  const look = useQuery({ queryKey: ['recovery', trouble], queryFn: survey, gcTime: 0 });
  const recover = async (wish: RecoveryWish): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const outcome = await shell().recover(wish);
    setBusy(false);
    if (outcome.ok) setAnswer(outcome.value);
    else setFailed(errorWords(outcome.error));
  };
  const newest = look.data?.newest ?? null;
  const act: Readonly<Record<RecoveryChoice, () => void>> = {
    'try-again': () => void shell().openArchive({ open: 'again' }),
    'show-file': () => void shell().showFile({ show: 'archive' }),
    'open-backup': () => {
      if (newest !== null) void recover({ do: 'copy-backup', name: newest.backup.name });
    },
    restore: () => setChoosing(true),
    rebuild: () => void recover({ do: 'rebuild-index' }),
    salvage: () => void recover({ do: 'salvage' }),
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
          <p role="status">{t('trust.recovery.working')}</p>
        ) : answer !== null ? (
          <Recovered answer={answer} />
        ) : choosing && look.data ? (
          <BackupChoice
            backups={look.data.backups}
            onRestore={(name) => {
              setChoosing(false);
              void recover({ do: 'restore', name });
            }}
            onBack={() => setChoosing(false)}
          />
        ) : (
          <Choices trouble={trouble} survey={look.data ?? null} surveying={look.isPending} act={act} />
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
      <p className="recovery__file">
        <span className="field__label">{t('trust.recovery.file')}</span>
        <span>
          {archive.folder}/<strong>{archive.name}.postil</strong>
        </span>
      </p>
    </>
  );
}

interface ChoicesProps {
  readonly trouble: Trouble;
  readonly survey: Survey | null;
  readonly surveying: boolean;
  readonly act: Readonly<Record<RecoveryChoice, () => void>>;
}

function Choices({ trouble, survey: found, surveying, act }: ChoicesProps) {
  const { t } = useTranslation();
  const newest = found?.newest ?? null;
  const when = newest === null ? '' : formatDayAndTime(newest.backup.madeAtMs, currentLanguage());
  const words: Readonly<Record<RecoveryChoice, readonly [label: string, hint?: string]>> = {
    'try-again': [t('trust.recovery.tryAgain')],
    'show-file': [t('trust.recovery.showFile')],
    'open-backup': [t('trust.recovery.openBackup'), t('trust.recovery.openBackupHint', { when })],
    restore: [t('trust.recovery.restore'), t('trust.recovery.restoreHint')],
    rebuild: [t('trust.recovery.rebuild'), t('trust.recovery.rebuildHint')],
    salvage: [t('trust.recovery.salvage'), t('trust.recovery.salvageHint')],
    'make-new': [t('trust.recovery.makeNew'), t('trust.recovery.makeNewHint')],
    'open-other': [t('trust.recovery.openOther')],
    quit: [t('trust.recovery.quit')],
  };
  return (
    <>
      <h2 className="field__label">{t('trust.recovery.choices')}</h2>
      <ul className="recovery__choices">
        {choicesFor(trouble.error, newest !== null).map((choice, index) => {
          const [label, hint] = words[choice];
          return (
            <li key={choice}>
              <Button look={index === 0 ? 'primary' : 'plain'} autoFocus={index === 0} onPress={act[choice]}>
                {label}
              </Button>
              {hint !== undefined && <span className="recovery__hint">{hint}</span>}
            </li>
          );
        })}
      </ul>
      <p className="recovery__hint" role="status">
        {surveying ? t('trust.recovery.surveying') : found && <BackupWords found={found} trouble={trouble} />}
      </p>
      <p className="recovery__hint">{t('trust.recovery.nothingDeleted')}</p>
      <RecentList />
    </>
  );
}

function BackupWords({ found, trouble }: { readonly found: Survey; readonly trouble: Trouble }) {
  const { t } = useTranslation();
  if (found.backups.length === 0) return t('trust.recovery.noBackup', { folder: `${trouble.archive.name} backups` });
  if (found.newest === null) return t('trust.recovery.noGoodBackup');
  return found.damaged.length > 0 ? t('trust.recovery.someDamaged', { count: found.damaged.length }) : null;
}
