/** The list of a document's versions, the newest first. */
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { ChoiceList } from '@renderer/ui/ChoiceList';
import type { RevisionInfo } from '@shared/contract/document-shapes';
import type { RevisionReason } from '@shared/model/bundle';
import { FileDown, History, type LucideIcon, PencilLine } from 'lucide-react';
import { formatSaved, reasonOf } from './revision-words';

interface RevisionListProps {
  readonly revisions: readonly RevisionInfo[];
  /** Index of the version shown. */
  readonly shown: number;
  readonly onShow: (revision: number) => void;
}

const icons: Readonly<Record<RevisionReason, LucideIcon>> = { edit: PencilLine, import: FileDown, restore: History };

/** Arrows choose a version. */
export function RevisionList({ revisions, shown, onShow }: RevisionListProps) {
  const { t } = useTranslation();
  const locale = currentLanguage();
  const rows = revisions.map(({ revision, savedAtMs, reason, length }, index) => {
    const Icon = icons[reason];
    const change = length - (revisions[index + 1]?.length ?? length);
    const words = t(`history.reasons.${reasonOf(revisions, index)}`);
    const saved = formatSaved(savedAtMs, locale);
    return {
      key: revision,
      text: `${saved} ${words}`,
      content: (
        <>
          <Icon size={14} aria-hidden />
          <span>
            <strong>{saved}</strong>
            <small>{[words, index === 0 ? t('history.now') : ''].filter((part) => part !== '').join(' · ')}</small>
            <small>
              {t('history.length', { count: length })}
              {change !== 0 && ` (${new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(change)})`}
            </small>
          </span>
        </>
      ),
    };
  });
  return (
    <ChoiceList
      label={t('history.versions')}
      rows={rows}
      rowClass="history__revision"
      chosen={revisions[shown]?.revision ?? null}
      onChoose={onShow}
    />
  );
}
