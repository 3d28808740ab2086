/** Archives opened before, each a button with where it lies and when it was last open. */
import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import type { RecentArchive } from '@shared/contract/shell';
import './archive-list.css';

interface ArchiveListProps {
  readonly archives: readonly RecentArchive[];
  readonly onOpen: (id: string) => void;
}

/** The one that is open can't be chosen. */
export function ArchiveList({ archives, onOpen }: ArchiveListProps) {
  const { t } = useTranslation();
  return (
    <ul>
      {archives.map(({ id, name, folder, isCurrent, openedAtMs }) => (
        <li key={id}>
          <button type="button" className="archives__one" onClick={() => onOpen(id)} disabled={isCurrent}>
            <span className="archives__name">{name}</span>
            <span className="archives__where">
              {folder} ·{' '}
              {isCurrent
                ? t('trust.thisOne')
                : t('trust.openedAt', { when: formatMoment(openedAtMs, Date.now(), currentLanguage()) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
