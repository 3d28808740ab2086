/** The whole window while the archive, closed, is copied to another disk, where it opens next. */

import { useTranslation } from '@renderer/i18n/words';
import type { ArchiveState } from '@shared/contract/shell-recovery';
import { RecoveryWork } from './RecoveryWork';
import './recovery.css';

/** Shown while the archive is being copied. */
export function CopyingScreen({ copying }: { readonly copying: Extract<ArchiveState, { is: 'copying' }> }) {
  const { t } = useTranslation();
  const title = t('trust.copying.title', { name: copying.archive.name });
  return (
    <main className="recovery" aria-labelledby="copying-title">
      <div className="recovery__page">
        <h1 id="copying-title" className="recovery__title">
          {title}
        </h1>
        <p className="recovery__what">{t('trust.copying.what')}</p>
        <div className="recovery__file">
          <span className="field__label">{t('trust.copying.to')}</span>
          <span className="recovery__path">
            {copying.to.folder}/<strong>{copying.to.name}.postil</strong>
          </span>
        </div>
        <RecoveryWork title={title} />
      </div>
    </main>
  );
}
