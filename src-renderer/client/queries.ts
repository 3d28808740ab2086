/**
 * Cached reads over the contract. A record is never edited in the cache: the archive
 * announces what changed, and what shows it is read again.
 */

import type { CallInput, CallName, CallOutput } from '@shared/contract/calls';
import type { DocumentView } from '@shared/contract/shapes';
import type { DocumentUid } from '@shared/model/ids';
import { keepPreviousData, QueryClient, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import { call, subscribe } from './client';
import { shareView } from './share-view';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Answers about one thing: what was read for another would be wrong to show meanwhile. */
const aboutOneThing: ReadonlySet<CallName> = new Set(['openDocument', 'getAnnotation', 'exportPreview', 'verify']);

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
    queryFn: () => call(name, input),
    ...(aboutOneThing.has(name) ? {} : { placeholderData: keepPreviousData }),
    ...(name === 'openDocument' ? { structuralSharing: shareDocument } : {}),
    enabled: options.enabled ?? true,
  });
}

/** A call that writes. What it changed is read again when the archive says so. */
export function useArchiveAction<N extends CallName>(name: N) {
  return useMutation({ mutationFn: (input: CallInput<N>) => call(name, input) });
}

/** Documents not to be read again now, and whether one of them should have been. */
const held = new Map<DocumentUid, { missed: boolean }>();

/**
 * Puts off reading a document again, as while it is being typed in: each save is announced, and
 * reading a long one halts the window. Returns what ends that; what was missed is read then.
 */
export function holdReads(uid: DocumentUid): () => void {
  const hold = { missed: false };
  held.set(uid, hold);
  return () => {
    if (held.get(uid) === hold) held.delete(uid);
    if (hold.missed) void queryClient.invalidateQueries({ queryKey: ['openDocument', { uid }] });
  };
}

/** Tells whether a document is read again now; one that is held back is, later. */
function isReadNow(uid: DocumentUid): boolean {
  const hold = held.get(uid);
  if (hold !== undefined) hold.missed = true;
  return hold === undefined;
}

/** Reads again what an event says has changed; call once. Returns its disposer. */
export function followArchive(): () => void {
  return subscribe((event) => {
    if (event.type === 'archiveRestarted') void queryClient.invalidateQueries();
    if (event.type === 'healthChanged') void queryClient.invalidateQueries({ queryKey: ['health'] });
    if (event.type === 'backupsMoved' || event.type === 'backupDone')
      void queryClient.invalidateQueries({ queryKey: ['listBackups'] });
    if (event.type !== 'archiveChanged') return;
    const { documents } = event;
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => {
        const [name, input] = queryKey;
        if (name !== 'openDocument' || documents === 'many') return true;
        // Backlinks and link ends of other open documents may have changed too, but only an open one is mounted.
        return typeof input === 'object' && input !== null && 'uid' in input
          ? documents.some((uid) => uid === input.uid && isReadNow(uid))
          : true;
      },
    });
  });
}
