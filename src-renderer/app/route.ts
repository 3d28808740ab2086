/** Where the person is: part of the library, query, order, what is open and selected. */

import type { ReadingTarget } from '@renderer/features/reading/reading-target';
import type { ListSort, Scope } from '@shared/contract/calls';
import type { DocumentUid } from '@shared/model/ids';
import { create } from 'zustand';

/** What the reading room shows. */
export interface OpenDocument {
  readonly uid: DocumentUid;
  readonly target: ReadingTarget;
}

/** The place in the program. */
export interface Route {
  readonly scope: Scope;
  readonly sort: ListSort;
  readonly descending: boolean;
  readonly query: string;
  readonly hitSort: 'relevance' | 'date';
  readonly open: OpenDocument | null;
  /** Documents selected in the list or among the results. */
  readonly selected: readonly DocumentUid[];
}

const start: Route = {
  scope: { in: 'all' },
  sort: 'added',
  descending: true,
  query: '',
  hitSort: 'relevance',
  open: null,
  selected: [],
};

/** The route in use. */
export const useRoute = create<Route>(() => start);

/** Opens a document, at a target if there is one; the same target again takes the reader there again. */
export function openDocument(uid: DocumentUid, target: ReadingTarget = {}): void {
  useRoute.setState({ open: { uid, target: { ...target } } });
}

/** Shows a part of the library; a search gives way. */
export function showScope(scope: Scope): void {
  useRoute.setState({ scope, query: '', selected: [] });
}

/** Changes what is searched for. */
export function searchFor(query: string): void {
  useRoute.setState({ query });
}

/** Says which documents are selected. */
export function selectDocuments(selected: readonly DocumentUid[]): void {
  useRoute.setState({ selected });
}

/** Leaves the reading room when what it shows went away. */
export function closeIfOpen(gone: readonly DocumentUid[]): void {
  useRoute.setState(({ open, selected }) => ({
    open: open !== null && gone.includes(open.uid) ? null : open,
    selected: selected.filter((uid) => !gone.includes(uid)),
  }));
}
