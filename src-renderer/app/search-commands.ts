/** The commands about what is searched for: kept, narrowed, searched in, taken out. */
import { queryClient } from '@renderer/client/queries';
import { copyResult } from '@renderer/features/search/result-acts';
import type { Question } from '@renderer/features/search/search-hits';
import { isSearching, setNarrowing, useSearch } from '@renderer/features/search/search-state';
import { wholeQuery } from '@renderer/features/search/whole-query';
import type { CommandHandler } from '@renderer/ui/command-bus';
import { showToast } from '@renderer/ui/toasts';
import type { LibraryCounts } from '@shared/contract/document-shapes';
import i18next from 'i18next';
import type { CommandId } from './commands';
import { openDialog } from './dialogs';
import { toggleSideBar, useSideBar } from './layout-state';
import { currentQuestion, useRoute } from './route';

/** Does something with what is searched for now, or says that nothing is. */
const withQuestion =
  (work: (question: Question) => void): CommandHandler =>
  () => {
    const question = currentQuestion();
    if (isSearching(question.query, question.within)) work(question);
    else showToast({ text: i18next.t('search.nothingSearched') });
  };

/** The question as one query: a saved search and an export know nothing of the window's scope and switches. */
function asOneQuery(question: Question): string {
  const counts = queryClient.getQueryData<LibraryCounts>(['libraryCounts', {}]);
  return wholeQuery(question, counts?.collections ?? []);
}

function searchWithin(question: Question): void {
  // Its scope and its switch for aliases go on being the window's.
  const within = asOneQuery({ ...question, scope: { in: 'all' }, expand: true });
  useSearch.setState({ within });
  useRoute.setState({ query: '' });
}

/** Shows what the hits have in common, or the library again; brings the side bar back for it. */
export function narrowDown(): void {
  const { shown } = useSideBar.getState();
  setNarrowing(!shown || !useSearch.getState().narrowing);
  if (!shown) toggleSideBar();
}

export const searchHandlers: readonly (readonly [CommandId, CommandHandler])[] = [
  [
    'save-search',
    withQuestion((question) => openDialog({ dialog: 'save-search', query: asOneQuery(question), sort: question.sort })),
  ],
  ['search-within', withQuestion(searchWithin)],
  [
    'export-result',
    withQuestion((question) => openDialog({ dialog: 'export', documents: null, query: asOneQuery(question) })),
  ],
  ['copy-result', withQuestion((question) => void copyResult(question))],
];
