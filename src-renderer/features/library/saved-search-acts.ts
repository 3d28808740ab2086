/** Keeping searches under a name; deleting one can be taken back. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { showToast } from '@renderer/ui/toasts';
import type { SavedSearch } from '@shared/contract/search-shapes';
import i18next from 'i18next';

type Searched = Pick<SavedSearch, 'name' | 'query' | 'sort'>;

/** Keeps a search and says where it stands. */
export async function saveSearch(search: Searched): Promise<void> {
  const saved = await tellingFailure(call('saveSearch', search));
  if (saved !== undefined) showToast({ text: i18next.t('search.saved', { name: saved.name }) });
}

export async function renameSearch({ uid }: SavedSearch, name: string): Promise<void> {
  await tellingFailure(call('renameSavedSearch', { uid, name }));
}

/** Deletes a search; undone, it is saved anew. */
export async function deleteSearch({ uid, name, query, sort }: SavedSearch): Promise<void> {
  const done = await tellingFailure(call('deleteSavedSearch', { uid }).then(() => true));
  if (done === undefined) return;
  showToast({
    text: i18next.t('search.savedDeleted', { name }),
    action: {
      label: i18next.t('common.undo'),
      run: () => void tellingFailure(call('saveSearch', { name, query, sort })),
    },
  });
}
