/** What an export would write and lose, and how its file begins, before anything is written. */
import { useArchive } from '@renderer/client/queries';
import { currentLanguage } from '@renderer/i18n/i18n';
import { reportWords } from '@renderer/i18n/report-words';
import { useTranslation } from '@renderer/i18n/words';
import type { ExportSelection } from '@shared/contract/calls';
import type { ExportChoices } from '@shared/contract/export-choices';

export interface ExportPreviewProps {
  readonly format: string;
  readonly selection: ExportSelection;
  readonly choices: ExportChoices;
}

/** Reads it anew whenever something else is chosen. */
export function ExportPreview({ format, selection, choices }: ExportPreviewProps) {
  const { t } = useTranslation();
  const { data } = useArchive('exportPreview', { format, selection, choices });
  const counts =
    data === undefined
      ? t('exporting.checking')
      : [
          t('exporting.documentCount', { count: data.documents }),
          t('exporting.passageCount', { count: data.passages }),
          t('exporting.linkCount', { count: data.links }),
        ].join(' · ');
  return (
    <>
      <p role="status" className="export__counts">
        {counts}
      </p>
      <section className="losses" aria-live="polite" aria-labelledby="export-losses">
        <h3 id="export-losses" className="field__label">
          {t('exporting.lossesTitle')}
        </h3>
        {data?.losses.length === 0 && <p>{t('exporting.noLosses')}</p>}
        {data !== undefined && data.losses.length > 0 && (
          <ul>
            {data.losses.map((loss) => (
              <li key={loss.what}>
                {reportWords(loss.what, currentLanguage())}{' '}
                <span className="losses__count">× {loss.count.toLocaleString(currentLanguage())}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {data !== undefined && data.beginning !== '' && (
        <section aria-labelledby="export-beginning">
          <h3 id="export-beginning" className="field__label">
            {t('exporting.beginning', { name: data.files[0] ?? '' })}
          </h3>
          {/* Scrolls, so it must be reachable by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text has to take the focus */}
          <pre className="export__beginning" tabIndex={0} dir="auto">
            {data.beginning}
          </pre>
        </section>
      )}
    </>
  );
}
