/** What archives hold, in numbers, side by side. */
import { formatDayAndTime } from '@renderer/i18n/amounts';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import './archive-facts.css';

interface FactsTableProps {
  readonly label: string;
  readonly columns: readonly { readonly title: string; readonly facts: ArchiveFacts }[];
}

const rows = ['articles', 'notes', 'annotations', 'links', 'originals'] as const;

/** A column an archive. */
export function FactsTable({ label, columns }: FactsTableProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const number = new Intl.NumberFormat(language);
  const change = ({ changedAtMs }: ArchiveFacts): string =>
    changedAtMs === 0 ? t('trust.never') : formatDayAndTime(changedAtMs, language);
  return (
    <table className="facts" aria-label={label}>
      <thead>
        <tr>
          <td />
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`trust.${row}`)}</th>
            {columns.map(({ title, facts }) => (
              <td key={title}>{number.format(facts[row])}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('trust.lastChange')}</th>
          {columns.map(({ title, facts }) => (
            <td key={title}>{change(facts)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
