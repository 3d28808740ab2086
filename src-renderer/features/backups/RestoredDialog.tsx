/** Says, in a window made anew, that a backup is in the archive's place, and where what was there lies. */
import { shell } from '@renderer/client/client';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';

export interface RestoredDialogProps {
  /** Name of the file that was there; null when there was none. */
  readonly aside: string | null;
  readonly onClose: () => void;
}

/** Shown once. */
export function RestoredDialog({ aside, onClose }: RestoredDialogProps) {
  const { t } = useTranslation();
  const foot = (
    <>
      {aside !== null && (
        <Button onPress={() => void shell().showFile({ show: 'beside', name: aside })}>
          {t('trust.showInFolder')}
        </Button>
      )}
      <Button look="primary" onPress={onClose} autoFocus>
        {t('common.close')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('trust.restored')} onClose={onClose} foot={foot}>
      <p role="status">
        {t('trust.restoredAnew')} {aside !== null && t('trust.restoredAside', { name: aside })}
      </p>
    </Dialog>
  );
}
