/** The saved searches in the side bar, each with what it finds now. */
import { useArchive } from '@renderer/client/queries';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { keysFor } from '@renderer/ui/command-keys';
import { MenuButton } from '@renderer/ui/Menu';
import { PromptDialog } from '@renderer/ui/PromptDialog';
import type { SavedSearch } from '@shared/contract/search-shapes';
import { Bookmark, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ScopeItem } from './ScopeItem';
import { deleteSearch, renameSearch } from './saved-search-acts';

export interface SavedSearchesProps {
  /** What is searched for now, and how; the search that says the same is told apart. Empty while nothing is. */
  readonly query: string;
  readonly onRun: (search: SavedSearch) => void;
}

/** A hint while there are none. */
export function SavedSearches({ query, onRun }: SavedSearchesProps) {
  const { t } = useTranslation();
  const { data: searches } = useArchive('listSavedSearches', {});
  const [renaming, setRenaming] = useState<SavedSearch | null>(null);
  return (
    <>
      <h2 className="side-bar__head">{t('search.savedSearches')}</h2>
      {searches?.length === 0 && (
        <p className="side-bar__hint">{t('search.savedNone', { key: keysFor('save-search').keys ?? '' })}</p>
      )}
      <ul>
        {searches?.map((search) => (
          <li key={search.uid}>
            <div className="collection" title={search.query}>
              <ScopeItem
                sign={<Bookmark size={13} />}
                label={search.name}
                count={search.count}
                chosen={query !== '' && search.query === query}
                onChoose={() => onRun(search)}
              />
              <MenuButton
                label={t('search.savedActions', { name: search.name })}
                entries={[
                  { id: 'rename', label: t('library.rename'), icon: Pencil, run: () => setRenaming(search) },
                  'separator',
                  {
                    id: 'delete',
                    label: t('search.deleteSaved'),
                    icon: Trash2,
                    danger: true,
                    run: () => void deleteSearch(search),
                  },
                ]}
              >
                <IconButton label={t('search.savedActions', { name: search.name })} icon={Ellipsis} small />
              </MenuButton>
            </div>
          </li>
        ))}
      </ul>
      {renaming !== null && (
        <PromptDialog
          title={t('search.renameSaved')}
          label={t('search.saveName')}
          initial={renaming.name}
          confirm={t('common.save')}
          onSubmit={(name) => void renameSearch(renaming, name)}
          onClose={() => setRenaming(null)}
        />
      )}
    </>
  );
}
