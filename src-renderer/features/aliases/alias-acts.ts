/** Keeping sets of names: made, changed and deleted, the last two to be taken back. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { showToast } from '@renderer/ui/toasts';
import type { AliasSet } from '@shared/contract/search-shapes';
import { indexText } from '@shared/query/index-text';
import i18next from 'i18next';

/** Names as typed, with commas or semicolons or on lines of their own; those the search takes for one are one. */
export function namesFrom(typed: string): readonly string[] {
  const names = typed
    .split(/[,;\n、，]/u)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => indexText(name) !== '');
  return [...new Map(names.map((name) => [indexText(name), name])).values()];
}

/** Makes a set, or changes the one given. False when it was refused. */
export async function saveAliases(names: readonly string[], uid?: AliasSet['uid']): Promise<boolean> {
  const input = { names: [...names], ...(uid === undefined ? {} : { uid }) };
  return (await tellingFailure(call('setAlias', input))) !== undefined;
}

/** Deletes a set; undone, it is made anew. */
export async function deleteAliases({ uid, names }: AliasSet): Promise<void> {
  const done = await tellingFailure(call('deleteAlias', { uid }).then(() => true));
  if (done === undefined) return;
  showToast({
    text: i18next.t('search.aliases.deleted', { name: names[0] ?? '' }),
    action: { label: i18next.t('common.undo'), run: () => void saveAliases(names) },
  });
}
