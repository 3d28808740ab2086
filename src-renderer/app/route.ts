/** Where the person is: part of the library, query, order, what is open and selected. */

import { expectDocument, queryClient } from '@renderer/client/queries';
import { pendingSave } from '@renderer/features/document/pending-saves';
import type { ReadingTarget } from '@renderer/features/reading/reading-target';
import { searchedText } from '@renderer/features/search/query-edits';
import { rememberSearch } from '@renderer/features/search/recent-searches';
import { expectHits, type Question } from '@renderer/features/search/search-hits';
import { isSearching, useSearch } from '@renderer/features/search/search-state';
import { readWholeQuery } from '@renderer/features/search/whole-query';
import type { ArchiveInfo } from '@shared/contract/archive-shapes';
import type { ListSort, Scope } from '@shared/contract/calls';
import type { SearchSort } from '@shared/contract/search-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { create } from 'zustand';

/** What the reading room shows. */
export interface OpenDocument {
  readonly uid: DocumentUid;
  readonly target: ReadingTarget;
}

/** The panes of the reading room: the one documents open in, and the one beside it. */
export type PaneName = 'open' | 'beside';

/** The place in the program. */
export interface Route {
  readonly scope: Scope;
  readonly sort: ListSort;
  readonly descending: boolean;
  readonly query: string;
  readonly hitSort: SearchSort;
  readonly open: OpenDocument | null;
  /** A second document beside the first; never the same one. */
  readonly beside: OpenDocument | null;
  /** The pane commands are meant for: the one that had the focus last. */
  readonly pane: PaneName;
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
  beside: null,
  pane: 'open',
  selected: [],
};

/** The route in use. */
export const useRoute = create<Route>(() => start);

/**
 * Opens a document, at a target if there is one; the same target again takes the reader there
 * again. One that stands beside already is shown there.
 */
export function openDocument(uid: DocumentUid, target: ReadingTarget = {}): void {
  const opened = { uid, target: { ...target } };
  // While it is read the window draws what stands around it. A save still going on is waited for where it is shown.
  if (pendingSave(uid) === undefined) expectDocument(uid);
  useRoute.setState(({ beside }) =>
    beside?.uid === uid ? { beside: opened, pane: 'beside' } : { open: opened, pane: 'open' },
  );
}

/** Opens a document that was searched for; the search is worth remembering then. */
export function openFound(uid: DocumentUid, target: ReadingTarget): void {
  const archive = queryClient.getQueryData<ArchiveInfo>(['archiveInfo', {}])?.path;
  if (archive !== undefined) rememberSearch(archive, useRoute.getState().query);
  openDocument(uid, target);
}

/**
 * Opens a document beside the one that is open, where the reader stays; alone when none is.
 * False when it is the open one itself.
 */
export function openBeside(uid: DocumentUid): boolean {
  const { open } = useRoute.getState();
  if (open?.uid === uid) return false;
  const opened = { uid, target: {} };
  useRoute.setState(open === null ? { open: opened, pane: 'open' } : { beside: opened });
  return true;
}

/** Leaves only the first document. False when nothing stands beside it. */
export function closeBeside(): boolean {
  if (useRoute.getState().beside === null) return false;
  useRoute.setState({ beside: null, pane: 'open' });
  return true;
}

/** Makes a pane the one commands are meant for. */
export function showPane(pane: PaneName): void {
  if (useRoute.getState().pane !== pane) useRoute.setState({ pane });
}

/** The document commands are meant for. */
export function currentDocument({ open, beside, pane }: Route): DocumentUid | null {
  return (pane === 'beside' && beside !== null ? beside : open)?.uid ?? null;
}

/** Shows a part of the library; a search gives way. */
export function showScope(scope: Scope): void {
  useSearch.setState({ within: null });
  useRoute.setState({ scope, query: '', selected: [] });
}

/** Changes what is searched for. */
export function searchFor(query: string): void {
  const { within } = useSearch.getState();
  if (isSearching(searchedText(query), within)) expectHits({ ...currentQuestion(), query: searchedText(query) });
  useRoute.setState({ query });
}

/** Carries out a query chosen whole, in the whole archive, with the switches it speaks of. */
export function runSearch(whole: string, hitSort: SearchSort = 'relevance'): void {
  const { query, only, expand } = readWholeQuery(whole);
  useSearch.setState({ within: null, only, expand });
  useRoute.setState({ query, hitSort, scope: { in: 'all' } });
}

/** What is searched for now, and how. */
export function currentQuestion(): Question {
  const { query, hitSort, scope } = useRoute.getState();
  const { only, within, expand } = useSearch.getState();
  return { query: searchedText(query), sort: hitSort, scope, only, within, expand };
}

/** Says which documents are selected. */
export function selectDocuments(selected: readonly DocumentUid[]): void {
  // Nothing chosen as before changes nothing: each answer to a search says so.
  if (selected.length > 0 || useRoute.getState().selected.length > 0) useRoute.setState({ selected });
}

/** Leaves what went away; a document beside it takes its place. */
export function closeIfOpen(gone: readonly DocumentUid[]): void {
  useRoute.setState(({ open, beside, pane, selected }) => {
    const stays = (document: OpenDocument | null) =>
      document !== null && gone.includes(document.uid) ? null : document;
    const [first, second] = [stays(open), stays(beside)];
    return {
      open: first ?? second,
      beside: first === null ? null : second,
      pane: first === null || second === null ? 'open' : pane,
      selected: selected.filter((uid) => !gone.includes(uid)),
    };
  });
}
