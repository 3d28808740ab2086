/** The archives opened before, to open one in this one's place. */
import { shell } from '@renderer/client/client';
import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { RecentArchive } from '@shared/contract/shell';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import './archives.css';

/** Shown while mounted. */
export function RecentArchivesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery({
    queryKey: ['recentArchives'],
    queryFn: () => shell().recentArchives(),
    gcTime: 0,
    staleTime: 0,
  });
  const open = (id: string): void => {
    onClose();
    void shell().openArchive({ open: 'recent', id });
  };
  const pick = (): void => {
    onClose();
    void shell().openArchive({ open: 'picked' });
  };
  const foot = <Button onPress={pick}>{t('settings.commands.open-archive')}</Button>;
  return (
    <Dialog wide title={t('trust.recentTitle')} onClose={onClose} foot={foot}>
      <p className="archives__hint">{t(data.length > 1 ? 'trust.recentHint' : 'trust.recentNone')}</p>
      <ul className="archives">
        {data.map((archive) => (
          <Line key={archive.id} archive={archive} onOpen={() => open(archive.id)} />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({ archive, onOpen }: { readonly archive: RecentArchive; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const when = formatMoment(archive.openedAtMs, Date.now(), currentLanguage());
  return (
    <li>
      <button type="button" className="archives__one" onClick={onOpen} disabled={archive.isCurrent}>
        <span className="archives__name">{archive.name}</span>
        <span className="archives__where">
          {archive.folder} · {archive.isCurrent ? t('trust.thisOne') : t('trust.openedAt', { when })}
        </span>
      </button>
    </li>
  );
}
