/** Filters and sorts the document's passages, and copies those that are left. */

import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { kindStyle } from '@renderer/ui/kind-colours';
import { MenuButton, type MenuEntry } from '@renderer/ui/Menu';
import { Sign } from '@renderer/ui/Sign';
import { kinds } from '@shared/kinds/kinds';
import { ArrowDownWideNarrow, Check, Copy, ListFilter } from 'lucide-react';
import type { PlacedAnnotation } from '../placed-annotations';
import { isFiltering, noFilter, type PassageFilter, toggled, verdictOf, verdicts } from './passage-filter';
import { type PassageSort, passageSorts } from './sort-passages';

interface PassageFilterBarProps {
  /** All passages, before the filter. */
  readonly placed: readonly PlacedAnnotation[];
  /** How many the filter leaves. */
  readonly left: number;
  readonly filter: PassageFilter;
  readonly onFilter: (filter: PassageFilter) => void;
  readonly sort: PassageSort;
  readonly onSort: (sort: PassageSort) => void;
  readonly onCopy: (as: 'text' | 'markdown') => void;
}

function countBy(placed: readonly PlacedAnnotation[], keysOf: (one: PlacedAnnotation) => readonly string[]) {
  const counts = new Map<string, number>();
  for (const one of placed) for (const key of keysOf(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** A line of a menu that can be on or off. */
const choice = (id: string, label: string, on: boolean, run: () => void): MenuEntry => ({
  id,
  label,
  run,
  ...(on ? { icon: Check } : {}),
});

/** Kinds as buttons; labels and verdicts behind one more. */
export function PassageFilterBar(props: PassageFilterBarProps) {
  const { placed, left, filter, onFilter, sort, onSort, onCopy } = props;
  const { t } = useTranslation();
  const byKind = countBy(placed, ({ annotation }) => [annotation.kind]);
  const byLabel = countBy(placed, ({ annotation }) => annotation.labels);
  const byVerdict = countBy(placed, ({ annotation }) => {
    const verdict = verdictOf(annotation);
    return verdict === null ? [] : [verdict];
  });
  const labels = [...byLabel.keys()].sort((a, b) => a.localeCompare(b));
  const more: MenuEntry[] = [
    ...verdicts
      .filter(({ id }) => byVerdict.has(id))
      .map(({ id, label }) =>
        choice(`verdict-${id}`, `${inWords(label)} (${byVerdict.get(id) ?? 0})`, filter.verdicts.has(id), () =>
          onFilter({ ...filter, verdicts: toggled(filter.verdicts, id) }),
        ),
      ),
    ...(labels.length === 0 ? [] : (['separator'] as const)),
    ...labels.map((label) =>
      choice(`label-${label}`, `${label} (${byLabel.get(label) ?? 0})`, filter.labels.has(label), () =>
        onFilter({ ...filter, labels: toggled(filter.labels, label) }),
      ),
    ),
  ];
  return (
    <div className="rail-filter" role="toolbar" aria-label={t('reading.filterPassages')}>
      {kinds.map((kind) => (
        <button
          key={kind.id}
          type="button"
          className="rail-filter__kind"
          style={kindStyle(kind.id)}
          aria-pressed={filter.kinds.has(kind.id)}
          aria-label={t('reading.filterKind', { kind: inWords(kind.plural), count: byKind.get(kind.id) ?? 0 })}
          title={inWords(kind.plural)}
          onClick={() => onFilter({ ...filter, kinds: toggled(filter.kinds, kind.id) })}
        >
          <Sign sign={kind.sign} />
          {byKind.get(kind.id) ?? 0}
        </button>
      ))}
      <span className="rail-filter__end">
        {more.length > 0 && (
          <MenuButton label={t('reading.filterMore')} entries={more}>
            <IconButton label={t('reading.filterMore')} icon={ListFilter} small />
          </MenuButton>
        )}
        <MenuButton
          label={t('reading.sortPassages')}
          entries={passageSorts.map((id) => choice(id, t(`reading.passageSorts.${id}`), id === sort, () => onSort(id)))}
        >
          <IconButton label={t('reading.sortPassages')} icon={ArrowDownWideNarrow} small />
        </MenuButton>
        <MenuButton
          label={t('reading.copyPassages')}
          entries={[
            { id: 'text', label: t('reading.copyAsText'), run: () => onCopy('text') },
            { id: 'markdown', label: t('reading.copyAsMarkdown'), run: () => onCopy('markdown') },
          ]}
        >
          <IconButton label={t('reading.copyPassages')} icon={Copy} small />
        </MenuButton>
      </span>
      <span className="rail-filter__said" role="status">
        {isFiltering(filter) && (
          <>
            {t('reading.filterLeaves', { left, count: placed.length })}{' '}
            <button type="button" className="text-button" onClick={() => onFilter(noFilter)}>
              {t('reading.filterNone')}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
