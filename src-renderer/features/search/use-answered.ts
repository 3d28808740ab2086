/**
 * Holds what is shown at the last question that was answered: at a key nothing of it is drawn anew, and the list changes
 * once, when the newest answer is there.
 */
import type { Paged } from '@renderer/client/use-paged';
import type { SearchHit, SearchResult } from '@shared/contract/search-shapes';
import { useState } from 'react';
import type { Question } from './search-hits';

/** The hits of a question, page by page. */
export type PagedHits = Paged<SearchResult, SearchHit>;

/** A question with what is known of its answer. */
export interface Answered {
  readonly question: Question;
  readonly paged: PagedHits;
}

/** The newest question with an answer, or with a failure; before the first the question as it was asked. */
export function useAnswered(question: Question, paged: PagedHits): Answered {
  const [answered, setAnswered] = useState<Answered>({ question, paged });
  const isAnswered = !paged.stale && (paged.first !== undefined || paged.error !== null);
  if (!isAnswered || (answered.paged === paged && answered.question === question)) return answered;
  const next = { question, paged };
  setAnswered(next);
  return next;
}
