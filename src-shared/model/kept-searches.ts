/** What a person keeps for searching: queries with a name, and sets of names that mean the same. */
import type { AliasUid, SavedSearchUid } from './ids';

export interface KeptSearches {
  /** In the order they are listed. */
  readonly saved: readonly {
    readonly uid: SavedSearchUid;
    readonly name: string;
    readonly query: string;
    readonly sort: 'relevance' | 'date' | 'added';
  }[];
  /** In the order they were made, each of two names at least. */
  readonly aliases: readonly { readonly uid: AliasUid; readonly names: readonly string[] }[];
}

/** Whether there is nothing kept. */
export const keepsNothing = ({ saved, aliases }: KeptSearches): boolean => saved.length + aliases.length === 0;
