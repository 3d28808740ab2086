/** What is searched for now, for what is drawn from it. */
import { searchedText } from '@renderer/features/search/query-edits';
import type { Question } from '@renderer/features/search/search-hits';
import { useSearch } from '@renderer/features/search/search-state';
import { useMemo } from 'react';
import { useRoute } from './route';

/** The same object while nothing else is asked. */
export function useQuestion(): Question {
  const query = useRoute((route) => searchedText(route.query));
  const sort = useRoute((route) => route.hitSort);
  const scope = useRoute((route) => route.scope);
  const only = useSearch((search) => search.only);
  const within = useSearch((search) => search.within);
  const expand = useSearch((search) => search.expand);
  return useMemo(() => ({ query, sort, scope, only, within, expand }), [query, sort, scope, only, within, expand]);
}
