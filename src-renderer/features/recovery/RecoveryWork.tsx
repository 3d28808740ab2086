/** How far a recovery or a copy is, with a way to stop it. */
import { shell, subscribe } from '@renderer/client/client';
import { useTranslation } from '@renderer/i18n/words';
import { JobProgress } from '@renderer/ui/JobProgress';
import type { RecoveryProgress } from '@shared/contract/shell-recovery';
import { useEffect, useState } from 'react';

/** Follows what is under way; nothing half-made is left when it is stopped. */
export function RecoveryWork({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<RecoveryProgress | null>(null);
  const [stopping, setStopping] = useState(false);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type === 'recoveryProgress') setProgress(event.progress);
      }),
    [],
  );
  const stop = (): void => {
    setStopping(true);
    void shell().stopRecovery();
  };
  return (
    <section className="recovery__work" aria-label={title}>
      <JobProgress
        label={progress === null ? title : t(`trust.recovery.stages.${progress.stage}`)}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        stopping={stopping}
        onStop={stop}
      />
      <p className="recovery__hint">{t('trust.recovery.stopHint')}</p>
    </section>
  );
}
