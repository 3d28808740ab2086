/** What came of a try to recover, and the way on. */
import { shell } from '@renderer/client/client';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import type { ArchiveChoice } from '@shared/contract/shell';
import type { RecoveryAnswer, SalvageReport } from '@shared/contract/shell-recovery';
import { damagedWords } from '@shared/outcome/check-words';

type Done = Extract<RecoveryAnswer, { did: 'copy-backup' | 'restore' | 'rebuild-index' | 'salvage' }>;
const isDone = (answer: RecoveryAnswer): answer is Done => answer.did !== 'survey' && answer.did !== 'look-into';

/** Nothing for an answer that only looked. */
export function Recovered({ answer }: { readonly answer: RecoveryAnswer }) {
  const { t } = useTranslation();
  if (!isDone(answer)) return null;
  const next: ArchiveChoice =
    answer.did === 'copy-backup' || answer.did === 'salvage'
      ? { open: 'beside', name: answer.file }
      : { open: 'again' };
  return (
    <section className="recovery__done" aria-label={t('trust.recovery.done')}>
      <Words answer={answer} />
      <div className="recovery__acts">
        {next.open === 'beside' && (
          <Button onPress={() => void shell().showFile({ show: 'beside', name: next.name })}>
            {t('trust.showInFolder')}
          </Button>
        )}
        <Button look="primary" autoFocus onPress={() => void shell().openArchive(next)}>
          {t(next.open === 'beside' ? 'trust.recovery.openNew' : 'trust.recovery.openNow')}
        </Button>
      </div>
    </section>
  );
}

function Words({ answer }: { readonly answer: Done }) {
  const { t } = useTranslation();
  switch (answer.did) {
    case 'copy-backup':
      return <p role="status">{t('trust.recovery.copied', { name: answer.file })}</p>;
    case 'restore':
      return (
        <p role="status">
          {t('trust.restored')} {answer.aside !== null && t('trust.restoredAside', { name: answer.aside })}
        </p>
      );
    case 'rebuild-index':
      return <p role="status">{t('trust.recovery.rebuiltNow', { count: answer.documents })}</p>;
    case 'salvage':
      return <Salvaged file={answer.file} report={answer.report} />;
  }
}

/** A title each for so many; the new archive shows the rest by what it lacks. */
const mostTitles = 8;
const tables = {
  documents: 'documents',
  bodies: 'bodies',
  revisions: 'revisions',
  originals: 'originals',
  original_bytes: 'originals',
  assets: 'pictures',
  asset_bytes: 'pictures',
  document_assets: 'pictures',
  annotations: 'annotations',
  links: 'links',
  labels: 'labels',
  document_labels: 'labels',
  annotation_labels: 'labels',
  collections: 'collections',
  collection_documents: 'collections',
  quotations: 'quotations',
} as const;
const isTable = (table: string): table is keyof typeof tables => table in tables;

function Salvaged({ file, report }: { readonly file: string; readonly report: SalvageReport }) {
  const { t } = useTranslation();
  const { lost, lostDocuments, poorerDocuments, altered } = report;
  return (
    <>
      <p role="status">{t('trust.recovery.salvaged', { name: file })}</p>
      <h3 className="field__label">{t('trust.recovery.kept')}</h3>
      <p>
        {t('trust.loseArticles', { count: report.articles })} · {t('trust.loseNotes', { count: report.notes })} ·{' '}
        {t('trust.loseAnnotations', { count: report.annotations })} ·{' '}
        {t('trust.loseOriginals', { count: report.originals })}
      </p>
      <h3 className="field__label">{t('trust.recovery.lost')}</h3>
      {lost.length + lostDocuments.length === 0 && <p>{t('trust.recovery.lostNothing')}</p>}
      <ul className="recovery__lost">
        {lost.map(({ table, rows }) => {
          const what = isTable(table) ? t(`trust.recovery.tables.${tables[table]}`) : table;
          return (
            <li key={table}>
              {rows === null
                ? t('trust.recovery.lostUnknown', { what })
                : t('trust.recovery.lostRows', { what, count: rows })}
            </li>
          );
        })}
      </ul>
      <Titles label={t('trust.recovery.lostDocuments')} titles={lostDocuments} />
      <Titles label={t('trust.recovery.poorerDocuments')} titles={poorerDocuments} />
      <Titles label={t('trust.recovery.altered')} titles={altered.map((one) => damagedWords(one, currentLanguage()))} />
    </>
  );
}

function Titles({ label, titles }: { readonly label: string; readonly titles: readonly string[] }) {
  const { t } = useTranslation();
  if (titles.length === 0) return null;
  const more = titles.length - mostTitles;
  return (
    <>
      <h3 className="field__label">{label}</h3>
      <ul className="recovery__lost">
        {titles.slice(0, mostTitles).map((title) => (
          <li key={title}>{title}</li>
        ))}
        {more > 0 && <li>{t('trust.recovery.andMore', { count: more })}</li>}
      </ul>
    </>
  );
}
