/** Makes notes that quote passages found together: of one document, or among the hits of a search. */
import { call } from '@renderer/client/client';
import type { Scope } from '@shared/contract/calls';
import type { SearchHit, SearchSort } from '@shared/contract/search-shapes';
import { isKindId, kinds } from '@shared/kinds/kinds';
import { annotationUid, type DocumentUid } from '@shared/model/ids';
import { parseQuery } from '@shared/query/parse-query';
import { printQuery } from '@shared/query/print-query';
import type { QuotedSource } from './passages-note';

/** A note is read and written as a whole: more cards than this are no longer a note. */
export const mostPassages = 200;

/** Passages for a note; `total` is how many there were to take. */
export interface FoundPassages {
  readonly title: string;
  readonly total: number;
  readonly sources: readonly QuotedSource[];
}

/** The passages of a document in order of place, those without one last. Rejects with CallError. */
export async function passagesOfDocument(uid: DocumentUid): Promise<FoundPassages> {
  const { document, annotations } = await call('openDocument', { uid });
  const { title, metadata } = document;
  const sources = [{ uid, title, metadata, annotations: annotations.slice(0, mostPassages) }];
  return { title, total: annotations.length, sources: annotations.length === 0 ? [] : sources };
}

/** A query for the passages alone among what another query finds. */
export function onlyPassages(query: string): string {
  const ofAnyKind = kinds.map(({ id }) => ({ type: 'field', field: 'in', value: id }) as const);
  return printQuery({ type: 'and', operands: [parseQuery(query), { type: 'or', operands: ofAnyKind }] });
}

/** The passages among a search's hits, the best first, put together by document. Rejects with CallError. */
export async function passagesOfSearch(query: string, sort: SearchSort, scope: Scope): Promise<FoundPassages> {
  const { hits, total } = await call('search', {
    query: onlyPassages(query),
    sort,
    ...(scope.in === 'all' ? {} : { scope }),
    offset: 0,
    limit: mostPassages,
  });
  const passages = hits.filter(({ kind }) => isKindId(kind));
  const views = await call('getAnnotations', { uids: passages.map(({ uid }) => annotationUid(uid)) });
  const byDocument = new Map<DocumentUid, SearchHit>();
  for (const hit of passages) if (!byDocument.has(hit.document)) byDocument.set(hit.document, hit);
  const sources = [...byDocument].map(([uid, { title, site, date }]) => ({
    uid,
    title,
    metadata: { site, date },
    annotations: views
      .flatMap((view) => (view?.annotation.document === uid ? [view.annotation] : []))
      .sort((a, b) => a.selector.start - b.selector.start),
  }));
  return { title: query.trim(), total, sources };
}
