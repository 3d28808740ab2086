/** The archives opened before, to open one in this one's place. */
import { shell } from '@renderer/client/client';
import { openRecentArchive, useRecentArchives } from '@renderer/client/recent-archives';
import { useTranslation } from '@renderer/i18n/words';
import { ArchiveList } from '@renderer/ui/ArchiveList';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { ArchiveChoice } from '@shared/contract/shell';

/** Shown while mounted. */
export function RecentArchivesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const archives = useRecentArchives();
  const open = (choice: ArchiveChoice): void => {
    onClose();
    void shell().openArchive(choice);
  };
  const foot = (
    <>
      <Button onPress={() => open({ open: 'new' })}>{t('settings.commands.new-archive')}</Button>
      <Button onPress={() => open({ open: 'picked' })}>{t('settings.commands.open-archive')}</Button>
    </>
  );
  return (
    <Dialog wide title={t('trust.recentTitle')} onClose={onClose} foot={foot}>
      <p className="field__label">{t(archives.length > 1 ? 'trust.recentHint' : 'trust.recentNone')}</p>
      <ArchiveList
        archives={archives}
        onOpen={(id) => {
          onClose();
          openRecentArchive(id);
        }}
      />
    </Dialog>
  );
}
