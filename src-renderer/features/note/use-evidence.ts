/**
 * What the archive has of the sources a note quotes: read together, and again when they change. A
 * document is read as a whole only where its text is the evidence, or its passage is gone.
 */
import { CallError, call } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import type { AnnotationView } from '@shared/contract/document-shapes';
import type { Document } from '@shared/model/document';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import type { Evidence, SourceDocument } from '@shared/quotes/quotation-state';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

/** What a quotation names as its source. */
export interface Named {
  readonly annotation: AnnotationUid | null;
  readonly document: DocumentUid | null;
}

/** Undefined while it is read. */
export type EvidenceOf = (named: Named) => Evidence | undefined;

/** Undefined while it is read, null for what is gone. */
type Found<T> = T | null | undefined;

const isNotFound = (error: Error | null): boolean =>
  error instanceof CallError && error.data.code === 'document/not-found';

const once = <T>(items: readonly (T | null)[]): readonly T[] => [
  ...new Set(items.filter((item): item is T & {} => item !== null)),
];

const ofView = ({ documentTitle: title, site, date, language, binned }: AnnotationView): SourceDocument => ({
  title,
  metadata: { site, date, language },
  binned,
  text: null,
});

const ofDocument = ({ title, metadata, text, deletedAtMs }: Document): SourceDocument => ({
  title,
  metadata,
  binned: deletedAtMs !== null,
  text,
});

function usePassages(uids: readonly AnnotationUid[]): ReadonlyMap<AnnotationUid, Found<AnnotationView>> {
  const asked = useArchive('getAnnotations', { uids }, { enabled: uids.length > 0 });
  const answers = asked.isPlaceholderData ? undefined : asked.data;
  return useMemo(() => new Map(uids.map((uid, index) => [uid, answers?.[index]])), [uids, answers]);
}

function useDocuments(uids: readonly DocumentUid[]): ReadonlyMap<DocumentUid, Found<SourceDocument>> {
  const read = useQueries({
    queries: uids.map((uid) => ({
      queryKey: ['openDocument', { uid }],
      queryFn: () => call('openDocument', { uid }),
    })),
    combine: (results) =>
      results.map(({ data, error }) => (isNotFound(error) ? null : data === undefined ? undefined : data.document)),
  });
  return useMemo(
    () =>
      new Map(uids.map((uid, index) => [uid, read[index] === null ? null : read[index] && ofDocument(read[index])])),
    [uids, read],
  );
}

/** The evidence for everything named. */
export function useEvidence(named: readonly Named[]): EvidenceOf {
  const passages = usePassages(useMemo(() => once(named.map(({ annotation }) => annotation)), [named]));
  const wanted = useMemo(
    () =>
      once(
        named.map(({ annotation, document }) =>
          annotation === null || passages.get(annotation) === null ? document : null,
        ),
      ),
    [named, passages],
  );
  const documents = useDocuments(wanted);
  return useMemo(
    () =>
      ({ annotation: uid, document: from }) => {
        const view = uid === null ? null : passages.get(uid);
        if (view === undefined) return undefined;
        if (view !== null) return { annotation: view.annotation, document: ofView(view) };
        const document = from === null ? null : documents.get(from);
        return document === undefined ? undefined : { annotation: null, document };
      },
    [passages, documents],
  );
}
