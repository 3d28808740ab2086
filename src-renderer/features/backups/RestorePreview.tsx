/** What a backup holds beside what is here, what would be lost, and the button that does it. */
import { CallError, call, shell } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { flushAll } from '@renderer/features/document/pending-saves';
import { formatDayAndTime } from '@renderer/i18n/amounts';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { FactsTable } from '@renderer/ui/FactsTable';
import type { ArchiveFacts, BackupInfo } from '@shared/contract/shapes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whatRestoringLoses } from './what-restoring-loses';

interface RestorePreviewProps {
  readonly backup: BackupInfo;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** In place of the list. */
export function RestorePreview({ backup, onBack, onClose }: RestorePreviewProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [aside, setAside] = useState<string | null | undefined>(undefined);
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
    setBusy(true);
    await flushAll();
    const answer = await tellingFailure(call('restoreBackup', { name: backup.name }));
    setBusy(false);
    if (answer !== undefined) setAside(answer.aside);
  };
  if (aside !== undefined) return <Restored aside={aside} onClose={onClose} />;
  const foot = (
    <>
      <Button onPress={onBack} isDisabled={busy} autoFocus>
        {t('trust.back')}
      </Button>
      <Button look="danger" isDisabled={busy || look.data === undefined} onPress={() => void restore()}>
        {t(busy ? 'trust.restoring' : 'trust.restoreNow')}
      </Button>
    </>
  );
  return (
    <Dialog wide title={t('trust.restoreTitle')} onClose={onClose} foot={foot}>
      <p className="backups__when">{formatDayAndTime(backup.madeAtMs, currentLanguage())}</p>
      {look.error ? (
        <p role="alert">{errorWords(look.error instanceof CallError ? look.error.data : { code: 'internal' })}</p>
      ) : look.data === undefined ? (
        <p role="status">{t('trust.looking')}</p>
      ) : (
        <Comparison {...look.data} />
      )}
    </Dialog>
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

function Restored({ aside, onClose }: { readonly aside: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const name = aside?.split(/[\\/]/).at(-1) ?? '';
  const foot = (
    <>
      {aside !== null && (
        <Button onPress={() => void shell().showFile({ show: 'beside', name })}>{t('trust.showInFolder')}</Button>
      )}
      <Button look="primary" onPress={onClose} autoFocus>
        {t('common.close')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('trust.restored')} onClose={onClose} foot={foot}>
      <p role="status">{aside === null ? t('trust.restored') : t('trust.restoredAside', { name })}</p>
    </Dialog>
  );
}
