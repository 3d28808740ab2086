/** Keeping sets of names: made, changed, deleted, kept or refused as proposed; what is done at a press can be taken back. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { showToast } from '@renderer/ui/toasts';
import type { AliasProposal, AliasSet } from '@shared/contract/search-shapes';
import { indexText } from '@shared/query/index-text';
import i18next from 'i18next';
import { refuse } from './refused-proposals';

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

/** The set a proposal would go into: the first that has one of its names; undefined when it would be a new one. */
export function setFor(names: readonly string[], sets: readonly AliasSet[]): AliasSet | undefined {
  const keys = new Set(names.map(indexText));
  return sets.find((set) => set.names.some((name) => keys.has(indexText(name))));
}

/** Keeps proposed names as a set, or adds them to the one that has one of them already. */
export async function keepProposal({ names }: AliasProposal, sets: readonly AliasSet[]): Promise<void> {
  const into = setFor(names, sets);
  const all = namesFrom([...names, ...(into?.names ?? [])].join('\n'));
  const input = { names: [...(into === undefined ? names : all)], ...(into === undefined ? {} : { uid: into.uid }) };
  const kept = await tellingFailure(call('setAlias', input));
  if (kept === undefined) return;
  const undo = async () => {
    if (into === undefined) await tellingFailure(call('deleteAlias', { uid: kept.uid }));
    else await saveAliases(into.names, into.uid);
  };
  showToast({
    text: i18next.t('search.aliases.kept', { name: names[0] ?? '' }),
    action: { label: i18next.t('common.undo'), run: () => void undo() },
  });
}

/** Has proposed names not proposed again. */
export function refuseProposal({ names }: AliasProposal, archive: string): void {
  const undo = refuse(archive, names);
  showToast({
    text: i18next.t('search.aliases.refused', { name: names[0] ?? '' }),
    action: { label: i18next.t('common.undo'), run: undo },
  });
}
