/** What can be done about two articles with nearly the same text; each answers what it did and how to take it back. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';
import type { DocumentSummary } from '@shared/model/document';
import i18next from 'i18next';

/** Something done, in words. */
export interface Done {
  readonly text: string;
  readonly undo: () => void;
}

/** Carries what was done to one over to the other and bins it; `drop` takes its pairs off the list. Null when it failed, which is told. */
export async function mergeInto(
  keep: DocumentSummary,
  gone: DocumentSummary,
  drop: () => () => void,
): Promise<Done | null> {
  const outcome = await tellingFailure(call('mergeDocuments', { keep: keep.uid, gone: gone.uid }));
  if (outcome === undefined) return null;
  const bringBack = drop();
  const { carried, orphaned, linksLeft, merged } = outcome;
  const words: string[] = [i18next.t('duplicates.merged', { title: keep.title || i18next.t('library.untitled') })];
  if (carried > 0) words.push(i18next.t('duplicates.carried', { count: carried }));
  if (orphaned > 0) words.push(i18next.t('duplicates.orphaned', { count: orphaned }));
  if (merged.notes.length > 0) words.push(i18next.t('duplicates.notesLed', { count: merged.notes.length }));
  if (linksLeft > 0) words.push(i18next.t('duplicates.linksLeft', { count: linksLeft }));
  const undo = async (): Promise<void> => {
    if (await tellingFailure(call('unmergeDocuments', merged))) bringBack();
  };
  return { text: words.join(' '), undo: () => void undo() };
}

/** Keeps both, and does not ask again; `drop` takes the pair off the list. Null when it failed, which is told. */
export async function keepBoth({ older, newer }: NearDuplicatePair, drop: () => () => void): Promise<Done | null> {
  const pair = { one: older.uid, other: newer.uid };
  if ((await tellingFailure(call('setKeptApart', { ...pair, apart: true }))) === undefined) return null;
  const bringBack = drop();
  const undo = async (): Promise<void> => {
    if ((await tellingFailure(call('setKeptApart', { ...pair, apart: false }))) !== undefined) bringBack();
  };
  return { text: i18next.t('duplicates.keptBoth'), undo: () => void undo() };
}
