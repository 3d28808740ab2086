/** Other archives opened before: a way on when this one has none. */
import { openRecentArchive, useRecentArchives } from '@renderer/client/recent-archives';
import { useTranslation } from '@renderer/i18n/words';
import { ArchiveList } from '@renderer/ui/ArchiveList';

/** More than these would hide what matters here. */
const mostShown = 4;

/** Nothing when there is no other. */
export function OtherArchives() {
  const { t } = useTranslation();
  const others = useRecentArchives()
    .filter(({ isCurrent }) => !isCurrent)
    .slice(0, mostShown);
  if (others.length === 0) return null;
  return (
    <section className="recovery__others" aria-label={t('trust.recovery.recent')}>
      <h2 className="field__label">{t('trust.recovery.recent')}</h2>
      <ArchiveList archives={others} onOpen={openRecentArchive} />
    </section>
  );
}
