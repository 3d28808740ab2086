/** What one version changed, as a difference between two texts. */
import { CallError } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import { errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { DiffText, Paragraphs } from '@renderer/ui/DiffText';
import { hasChange } from '@renderer/ui/fold-diff';
import type { RevisionInfo } from '@shared/contract/document-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { diffWords } from '@shared/text/diff';
import { useMemo } from 'react';

interface RevisionChangesProps {
  readonly uid: DocumentUid;
  readonly shown: RevisionInfo;
  /** What it is compared with; null when there is nothing. */
  readonly counterpart: RevisionInfo | null;
  /** The document's title now. */
  readonly title: string;
  readonly language: string;
}

/** Reads the two texts and compares them, the earlier with the later. */
export function RevisionChanges({ uid, shown, counterpart, title, language }: RevisionChangesProps) {
  const { t } = useTranslation();
  const other = counterpart?.revision ?? shown.revision;
  const earlier = useArchive('readRevision', { uid, revision: Math.min(shown.revision, other) });
  const later = useArchive('readRevision', { uid, revision: Math.max(shown.revision, other) });
  const before = earlier.isPlaceholderData ? undefined : earlier.data?.text;
  const after = later.isPlaceholderData ? undefined : later.data?.text;
  const parts = useMemo(
    () => (before === undefined || after === undefined ? null : diffWords(before, after, language)),
    [before, after, language],
  );
  const failed = earlier.error ?? later.error;
  const scrolled = { className: 'history__text', tabIndex: 0, role: 'group', 'aria-label': t('history.changes') };
  if (failed instanceof CallError) return <p className="history__text">{errorWords(failed.data)}</p>;
  if (parts === null) return <div {...scrolled} aria-busy="true" />;
  return (
    <div {...scrolled}>
      {shown.title !== title && <p className="history__note">{t('history.titleWas', { title: shown.title })}</p>}
      {counterpart === null && <p className="history__note">{t('history.first')}</p>}
      {counterpart !== null && !hasChange(parts) && <p className="history__note">{t('history.same')}</p>}
      {counterpart === null ? (
        <div className="diff-text" lang={language || undefined} dir="auto">
          <Paragraphs text={after ?? ''} />
        </div>
      ) : (
        <DiffText parts={parts} language={language} />
      )}
    </div>
  );
}
