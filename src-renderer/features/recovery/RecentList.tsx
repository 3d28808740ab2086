/** Other archives opened before: a way on when this one has none. */
import { shell } from '@renderer/client/client';
import { Button } from '@renderer/ui/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** More than these would hide what matters here. */
const mostShown = 4;

/** Nothing when there is no other. */
export function RecentList() {
  const { t } = useTranslation();
  const { data = [] } = useQuery({
    queryKey: ['recentArchives'],
    queryFn: () => shell().recentArchives(),
    gcTime: 0,
    staleTime: 0,
  });
  const others = data.filter(({ isCurrent }) => !isCurrent).slice(0, mostShown);
  if (others.length === 0) return null;
  return (
    <section aria-label={t('trust.recovery.recent')}>
      <h2 className="field__label">{t('trust.recovery.recent')}</h2>
      <ul className="recovery__choices">
        {others.map(({ id, name, folder }) => (
          <li key={id}>
            <Button onPress={() => void shell().openArchive({ open: 'recent', id })}>{name}</Button>
            <span className="recovery__hint">{folder}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
