/** The versions kept of a document: what each one changed, and bringing one back. */
import { call } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import { tellingFailure } from '@renderer/client/tell-failure';
import { flushAll } from '@renderer/features/document/pending-saves';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Select } from '@renderer/ui/Select';
import { showToast } from '@renderer/ui/toasts';
import type { RevisionInfo } from '@shared/contract/document-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { History } from 'lucide-react';
import { useState } from 'react';
import { RevisionChanges } from './RevisionChanges';
import { RevisionList } from './RevisionList';
import { type Against, counterpartOf, formatSaved } from './revision-words';
import './history.css';

export interface HistoryDialogProps {
  readonly uid: DocumentUid;
  readonly onClose: () => void;
}

/** Makes an earlier version the newest. What is typed and not saved yet is saved first, so that it is kept too. */
async function restore(uid: DocumentUid, revision: number): Promise<boolean> {
  await flushAll();
  const [newest] = await call('listRevisions', { uid });
  if (newest === undefined) return false;
  await call('restoreRevision', { uid, revision, current: newest.revision });
  return true;
}

/** Shown while mounted. */
export function HistoryDialog({ uid, onClose }: HistoryDialogProps) {
  const { t } = useTranslation();
  const { data: revisions = [] } = useArchive('listRevisions', { uid });
  const { data: view } = useArchive('openDocument', { uid });
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<Against>('before');
  // A version may have come or gone since it was chosen; the newest stands in for it.
  const index = Math.max(
    revisions.findIndex(({ revision }) => revision === chosen),
    0,
  );
  const shown = revisions[index];
  const counterpart = counterpartOf(revisions, index, against);
  const bringBack = async ({ revision, savedAtMs }: RevisionInfo): Promise<void> => {
    if (!(await tellingFailure(restore(uid, revision)))) return;
    onClose();
    showToast({ text: t('history.restored', { when: formatSaved(savedAtMs, currentLanguage()) }) });
  };
  const foot = shown !== undefined && (
    <>
      <p className="history__hint">{index === 0 ? t('history.isNow') : t('history.restoreHint')}</p>
      <Button onPress={onClose}>{t('common.close')}</Button>
      <Button look="primary" isDisabled={index === 0} onPress={() => void bringBack(shown)}>
        <History size={14} aria-hidden />
        {t('history.restore')}
      </Button>
    </>
  );
  return (
    <Dialog
      size="full"
      title={t('history.title', { title: view?.document.title || t('reading.untitled') })}
      onClose={onClose}
      foot={foot}
    >
      <div className="history">
        <RevisionList revisions={revisions} shown={index} onShow={setChosen} />
        <section className="history__changes" aria-label={t('history.changes')}>
          <div className="history__head">
            <Select
              label={t('history.against')}
              value={against}
              options={(['before', 'now'] as const).map((id) => ({ id, label: t(`history.againstOf.${id}`) }))}
              onChange={setAgainst}
            />
            <p className="history__legend">{t('history.legend')}</p>
          </div>
          {shown !== undefined && (
            <RevisionChanges
              uid={uid}
              shown={shown}
              counterpart={counterpart === null ? null : (revisions[counterpart] ?? null)}
              title={view?.document.title ?? shown.title}
              language={view?.document.metadata.language ?? ''}
            />
          )}
        </section>
      </div>
    </Dialog>
  );
}
