/** Which of the window's own dialogs is open: at most one. */

import type { ImportReport } from '@shared/contract/import-report';
import type { SearchSort } from '@shared/contract/search-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { create } from 'zustand';

export type OpenDialog =
  | {
      readonly dialog:
        | 'template'
        | 'paste'
        | 'verify'
        | 'backups'
        | 'recent'
        | 'privacy'
        | 'settings'
        | 'shortcuts'
        | 'palette'
        | 'beside'
        | 'watched-folder';
    }
  | { readonly dialog: 'history'; readonly uid: DocumentUid }
  /** Articles with nearly the same text; null for those of all the archive. */
  | { readonly dialog: 'duplicates'; readonly of: readonly DocumentUid[] | null }
  /** A backup was put in the archive's place; `aside` names the file that was there. */
  | { readonly dialog: 'restored'; readonly aside: string | null }
  /** `documents`: what a menu named; otherwise the window's selection counts. `query`: the result it is about, offered first. */
  | { readonly dialog: 'export'; readonly documents: readonly DocumentUid[] | null; readonly query?: string }
  /** Sets of names; `name`: one to begin a set with. */
  | { readonly dialog: 'aliases'; readonly name: string | null }
  | { readonly dialog: 'save-search'; readonly query: string; readonly sort: SearchSort }
  | { readonly dialog: 'report'; readonly report: ImportReport };

/** The dialog that is open. */
export const useDialog = create<{ readonly open: OpenDialog | null }>(() => ({ open: null }));

/** Opens a dialog in place of any other. */
export function openDialog(open: OpenDialog): void {
  useDialog.setState({ open });
}

/** Closes the dialog. */
export function closeDialog(): void {
  useDialog.setState({ open: null });
}
