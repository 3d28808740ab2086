/** Which backup to put in the archive's place: each is looked into before it may be. */
import { shell } from '@renderer/client/client';
import { formatDayAndTime, formatSize } from '@renderer/i18n/amounts';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { FactsTable } from '@renderer/ui/FactsTable';
import type { ArchiveFacts, BackupInfo } from '@shared/contract/archive-shapes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

interface BackupChoiceProps {
  /** Newest first; at least one. */
  readonly backups: readonly BackupInfo[];
  readonly onRestore: (name: string) => void;
  readonly onBack: () => void;
}

async function lookInto(name: string): Promise<ArchiveFacts | null> {
  const outcome = await shell().recover({ do: 'look-into', name });
  return outcome.ok && outcome.value.did === 'look-into' ? outcome.value.facts : null;
}

/** The newest is chosen to begin with. */
export function BackupChoice({ backups, onRestore, onBack }: BackupChoiceProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const [chosen, setChosen] = useState(backups[0]?.name ?? '');
  const look = useQuery({ queryKey: ['recovery-look', chosen], queryFn: () => lookInto(chosen), gcTime: 0 });
  return (
    <>
      <fieldset className="recovery__backups">
        <legend className="field__label">{t('trust.recovery.chooseBackup')}</legend>
        {backups.map(({ name, madeAtMs, sizeBytes, reason }) => (
          <label key={name}>
            <input type="radio" name="backup" checked={name === chosen} onChange={() => setChosen(name)} />
            <span>{formatDayAndTime(madeAtMs, language)}</span>
            <span className="recovery__hint">
              {formatSize(sizeBytes, language)} · {t(`trust.reasons.${reason}`)}
            </span>
          </label>
        ))}
      </fieldset>
      {look.isPending ? (
        <p role="status">{t('trust.looking')}</p>
      ) : look.data ? (
        <FactsTable label={t('trust.recovery.holds')} columns={[{ title: t('trust.inBackup'), facts: look.data }]} />
      ) : (
        <p role="alert">{t('trust.recovery.damagedBackup')}</p>
      )}
      <p className="recovery__hint">{t('trust.keptAside')}</p>
      <div className="recovery__acts">
        <Button onPress={onBack}>{t('trust.back')}</Button>
        <Button look="primary" isDisabled={!look.data} onPress={() => onRestore(chosen)}>
          {t('trust.restoreNow')}
        </Button>
      </div>
    </>
  );
}
