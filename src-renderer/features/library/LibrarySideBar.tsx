/** The side bar: the parts of the library, its passages by kind, saved searches, collections and labels. */

import { useArchive } from '@renderer/client/queries';
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { KindSign } from '@renderer/ui/KindCounts';
import type { Scope } from '@shared/contract/calls';
import { kinds } from '@shared/kinds/kinds';
import { fold } from '@shared/text/fold';
import { FileText, LibraryBig, NotebookPen, Tag, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { CollectionTree } from './CollectionTree';
import { SavedSearches, type SavedSearchesProps } from './SavedSearches';
import { ScopeItem } from './ScopeItem';
import './library.css';

interface LabelsProps {
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
}

interface SideBarProps extends LabelsProps {
  readonly searches: SavedSearchesProps;
}

/** Whether two scopes show the same. */
export function sameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Labels up to this many are shown at once; more get a filter. */
const labelsShown = 12;

/** Numbers come from the archive and follow it. */
export function LibrarySideBar({ scope, onScope, searches }: SideBarProps) {
  const { t } = useTranslation();
  const { data } = useArchive('libraryCounts', {});
  const item = (to: Scope, sign: React.ReactNode, label: string, count: number) => (
    <li key={JSON.stringify(to)}>
      <ScopeItem sign={sign} label={label} count={count} chosen={sameScope(scope, to)} onChoose={() => onScope(to)} />
    </li>
  );
  return (
    <nav className="side-bar" aria-label={t('library.sideBar')}>
      <ul>
        {item({ in: 'all' }, <LibraryBig size={15} />, t('library.all'), data?.all ?? 0)}
        {item({ in: 'articles' }, <FileText size={15} />, t('library.articles'), data?.articles ?? 0)}
        {item({ in: 'notes' }, <NotebookPen size={15} />, t('library.notes'), data?.notes ?? 0)}
      </ul>
      <h2 className="side-bar__head">{t('library.passages')}</h2>
      <ul>
        {kinds.map((kind) =>
          item(
            { in: 'kind', kind: kind.id },
            <KindSign kind={kind.id} />,
            inWords(kind.plural),
            data?.kinds[kind.id] ?? 0,
          ),
        )}
        {item({ in: 'orphans' }, <TriangleAlert size={14} />, t('library.orphans'), data?.orphans ?? 0)}
      </ul>
      <SavedSearches {...searches} />
      <CollectionTree collections={data?.collections ?? []} scope={scope} onScope={onScope} />
      <Labels labels={data?.labels ?? []} scope={scope} onScope={onScope} />
      <ul className="side-bar__end">{item({ in: 'bin' }, <Trash2 size={15} />, t('library.bin'), data?.bin ?? 0)}</ul>
    </nav>
  );
}

function Labels({
  labels,
  scope,
  onScope,
}: LabelsProps & { readonly labels: readonly { readonly label: string; readonly count: number }[] }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  if (labels.length === 0) return null;
  const needle = fold(wanted);
  const shown = labels
    .filter(({ label }) => fold(label).includes(needle))
    .slice(0, needle === '' ? labelsShown : labelsShown * 3);
  return (
    <>
      <h2 className="side-bar__head">{t('library.labels')}</h2>
      {labels.length > labelsShown && (
        <input
          className="side-bar__filter"
          aria-label={t('library.filterLabels')}
          placeholder={t('library.filterLabels')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul>
        {shown.map(({ label, count }) => (
          <li key={label}>
            <ScopeItem
              sign={<Tag size={13} />}
              label={label}
              count={count}
              chosen={sameScope(scope, { in: 'label', label })}
              onChoose={() => onScope({ in: 'label', label })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
