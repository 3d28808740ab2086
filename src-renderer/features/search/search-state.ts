/**
 * How the window searches, beside the query itself and its scope, which the route has: which hits
 * are wanted, inside what, with or without aliases, and which hit is shown.
 */
import type { SearchHit } from '@shared/contract/search-shapes';
import { create } from 'zustand';

/** Documents and passages together, or one of them apart. */
export const hitTypes = ['all', 'documents', 'passages'] as const;
export type HitType = (typeof hitTypes)[number];

export interface SearchState {
  readonly only: HitType;
  /** The query whose result is searched in; null for the whole scope. */
  readonly within: string | null;
  /** Whether names are searched by their aliases too. */
  readonly expand: boolean;
  /** Whether the hit one is on is shown beside the list before it is opened. */
  readonly preview: boolean;
  /** Whether the side bar shows, while something is searched for, what the hits have in common. */
  readonly narrowing: boolean;
  /** The hit shown beside the list; null when none is, or it is open. */
  readonly previewed: { readonly hit: SearchHit; readonly marked: string } | null;
  /** The hit that was opened last, and its place among the hits. */
  readonly opened: { readonly uid: string; readonly index: number } | null;
}

const storageKey = 'postil.search';

/** What the last start left: both on unless they were switched off. */
function kept(): Pick<SearchState, 'preview' | 'narrowing'> {
  const off = (typeof localStorage === 'undefined' ? '' : (localStorage.getItem(storageKey) ?? '')).split(' ');
  return { preview: !off.includes('no-preview'), narrowing: !off.includes('no-narrowing') };
}

/** The state in use. */
export const useSearch = create<SearchState>(() => ({
  only: 'all',
  within: null,
  expand: true,
  previewed: null,
  opened: null,
  ...kept(),
}));

function keep(change: Partial<Pick<SearchState, 'preview' | 'narrowing'>>): void {
  useSearch.setState(change);
  const { preview, narrowing } = useSearch.getState();
  localStorage.setItem(storageKey, [preview ? '' : 'no-preview', narrowing ? '' : 'no-narrowing'].join(' ').trim());
}

/** Shows hits beside the list, or not; kept for the next start. */
export const setPreview = (preview: boolean): void => keep({ preview });

/** Shows what hits have in common in the side bar, or the library; kept for the next start. */
export const setNarrowing = (narrowing: boolean): void => keep({ narrowing });

/** Whether something is searched for. */
export const isSearching = (query: string, within: string | null): boolean => query.trim() !== '' || within !== null;
