/**
 * Cached reads over the contract. A record is never edited in the cache: the archive
 * announces what changed, and what shows it is read again.
 */

import type { CallInput, CallName, CallOutput } from '@shared/contract/calls';
import type { DocumentView } from '@shared/contract/document-shapes';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import {
  keepPreviousData,
  notifyManager,
  QueryClient,
  type QueryFunctionContext,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { askSearch } from './ask-search';
import { call, subscribe } from './client';
import { foldAnnotations } from './fold-annotations';
import { readAnew } from './read-anew';
import { readDocumentView } from './read-document-view';
import { shareView } from './share-view';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

// An answer is drawn in the turn it comes in; a timer would come after whatever else waits for the thread.
notifyManager.setScheduler(queueMicrotask);

/** Answers about one thing: what was read for another would be wrong to show meanwhile. */
const aboutOneThing: ReadonlySet<CallName> = new Set(['openDocument', 'getAnnotation', 'exportPreview', 'verify']);

/** What tells a reader that nobody waits for its answer; a reader that looks at the signal is given up then. */
type Asking = Pick<QueryFunctionContext, 'signal'>;

/** Calls whose answer is read in another way. */
const readers: { readonly [N in CallName]?: (input: CallInput<N>, asking: Asking) => Promise<CallOutput<N>> } = {
  openDocument: readDocumentView,
  search: (input, asking) => askSearch(input, asking.signal),
};

/** Reads a call's answer, in its own way where it has one. */
export function read<N extends CallName>(name: N, input: CallInput<N>, asking: Asking): Promise<CallOutput<N>> {
  return readers[name]?.(input, asking) ?? call(name, input);
}

/** What is cached under `openDocument` are that call's answers. */
const shareDocument = (before: unknown, next: unknown): unknown =>
  shareView(before as DocumentView | undefined, next as DocumentView);

/**
 * Reads a call's answer and keeps it fresh; `enabled: false` waits. Lists keep the
 * previous answer while the next is read; a document never stands in for another.
 */
export function useArchive<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<CallOutput<N>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: (asking) => read(name, input, asking),
    ...(aboutOneThing.has(name) ? {} : { placeholderData: keepPreviousData }),
    ...(name === 'openDocument' ? { structuralSharing: shareDocument } : {}),
    enabled: options.enabled ?? true,
  });
}

/** Begins to read a document that is about to be shown. What goes wrong is said where it is shown. */
export function expectDocument(uid: DocumentUid): void {
  const input = { uid };
  void queryClient.prefetchQuery({
    queryKey: ['openDocument', input],
    queryFn: () => readDocumentView(input),
    structuralSharing: shareDocument,
  });
}

/** A call that writes. What it changed is read again when the archive says so. */
export function useArchiveAction<N extends CallName>(name: N) {
  return useMutation({ mutationFn: (input: CallInput<N>) => call(name, input) });
}

/** Documents not to be read again now, and whether something should have been. */
const held = new Map<DocumentUid, { missed: boolean }>();

/**
 * Puts off reading a document again, as while it is being typed in: each save is announced, and
 * reading a long one halts the window, as lists that show it do. Returns what ends that; what was missed is read then.
 */
export function holdReads(uid: DocumentUid): () => void {
  const hold = { missed: false };
  held.set(uid, hold);
  return () => {
    if (held.get(uid) === hold) held.delete(uid);
    if (!hold.missed) return;
    readAnew(queryClient, { queryKey: ['openDocument', { uid }] });
    readListsAgain();
  };
}

/** Reads again whatever shows more than one document. */
const readListsAgain = (): void =>
  readAnew(queryClient, { predicate: ({ queryKey: [name] }) => name !== 'openDocument' });

const keyOf = (uid: DocumentUid) => ['openDocument', { uid }] as const;

/** Reads only what changed of a document on screen, into the view there is. */
async function readAnnotations(uid: DocumentUid, uids: readonly AnnotationUid[]): Promise<void> {
  try {
    const answers = await call('getAnnotations', { uids: [...uids] });
    const changed = new Map(uids.map((one, index) => [one, answers[index]?.annotation ?? null]));
    queryClient.setQueryData<DocumentView>(keyOf(uid), (view) => view && foldAnnotations(view, changed));
  } catch {
    // Whatever went wrong, reading the document says it where the document is shown.
    await queryClient.invalidateQueries({ queryKey: keyOf(uid) });
  }
}

/** Has a document read again, or what changed of it, now or when reading it is not held back any more. */
function readAgain(uid: DocumentUid, annotations: readonly AnnotationUid[] | undefined): void {
  const hold = held.get(uid);
  const query = queryClient.getQueryCache().find({ queryKey: keyOf(uid) });
  if (hold !== undefined) hold.missed = true;
  // An answer on its way may not know of the change yet.
  else if (
    annotations !== undefined &&
    query?.isActive() &&
    query.state.data !== undefined &&
    query.state.fetchStatus === 'idle'
  )
    void readAnnotations(uid, annotations);
  else readAnew(queryClient, { queryKey: keyOf(uid) });
}

/** Reads again what an event says has changed; call once. Returns its disposer. */
export function followArchive(): () => void {
  return subscribe((event) => {
    if (event.type === 'archiveRestarted') readAnew(queryClient);
    if (event.type === 'healthChanged') readAnew(queryClient, { queryKey: ['health'] });
    if (event.type === 'backupsMoved' || event.type === 'backupDone')
      readAnew(queryClient, { queryKey: ['listBackups'] });
    if (event.type !== 'archiveChanged') return;
    const { documents, annotations } = event;
    if (documents === 'many') {
      readAnew(queryClient);
      return;
    }
    for (const uid of documents) readAgain(uid, annotations?.[uid]);
    // What concerns no document, as a new collection, stands in the lists alone.
    if (documents.length === 0 || documents.some((uid) => !held.has(uid))) readListsAgain();
  });
}
