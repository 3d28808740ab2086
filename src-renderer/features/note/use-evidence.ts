/** What the archive has of the sources a note quotes: read together, and again when they change. */
import { CallError, call } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import type { Evidence } from '@shared/quotes/quotation-state';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

/** What a quotation names as its source. */
export interface Named {
  readonly annotation: AnnotationUid | null;
  readonly document: DocumentUid | null;
}

/** Undefined while it is read. */
export type EvidenceOf = (named: Named) => Evidence | undefined;

const isNotFound = (error: Error | null): boolean =>
  error instanceof CallError && error.data.code === 'document/not-found';

const once = <T>(items: readonly (T | null)[]): readonly T[] => [
  ...new Set(items.filter((item): item is T & {} => item !== null)),
];

/** The evidence for everything named. */
export function useEvidence(named: readonly Named[]): EvidenceOf {
  const annotations = useMemo(() => once(named.map(({ annotation }) => annotation)), [named]);
  const asked = useArchive('getAnnotations', { uids: annotations }, { enabled: annotations.length > 0 });
  const answers = asked.isPlaceholderData ? undefined : asked.data;
  const found = useMemo(
    () => new Map(annotations.map((uid, index) => [uid, answers?.[index]?.annotation ?? (answers && null)])),
    [annotations, answers],
  );
  const documents = useMemo(
    () =>
      once(
        named.map(({ annotation, document }) => document ?? (annotation && found.get(annotation)?.document) ?? null),
      ),
    [named, found],
  );
  const views = useQueries({
    queries: documents.map((uid) => ({
      queryKey: ['openDocument', { uid }],
      queryFn: () => call('openDocument', { uid }),
    })),
    combine: (results) =>
      results.map(({ data, error }) => (isNotFound(error) ? null : data === undefined ? undefined : data.document)),
  });
  return useMemo(() => {
    const byUid = new Map(documents.map((uid, index) => [uid, views[index]]));
    return ({ annotation: uid, document }) => {
      const annotation = uid === null ? null : found.get(uid);
      if (annotation === undefined) return undefined;
      const source = document ?? annotation?.document;
      const view = source === undefined ? null : byUid.get(source);
      return view === undefined ? undefined : { annotation, document: view };
    };
  }, [documents, views, found]);
}
