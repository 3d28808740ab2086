/** The pane in the middle: the library's list, or the results while something is searched for. */

import { useArchive } from '@renderer/client/queries';
import { DocumentList } from '@renderer/features/library/DocumentList';
import { useDocumentMenu } from '@renderer/features/library/use-document-menu';
import { searchedText } from '@renderer/features/search/query-edits';
import { type ResultsShell, SearchResults } from '@renderer/features/search/SearchResults';
import { isSearching, useSearch } from '@renderer/features/search/search-state';
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import type { RowListHandle } from '@renderer/ui/RowList';
import type { Scope } from '@shared/contract/calls';
import { findKind } from '@shared/kinds/kinds';
import type { DocumentUid } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { Activity, type Ref, useCallback, useState } from 'react';
import { runCommand } from './commands';
import { openDialog } from './dialogs';
import { closeIfOpen, openDocument, openFound, searchFor, selectDocuments, useRoute } from './route';
import { useQuestion } from './use-question';

const start = {
  importFiles: () => void runCommand('import-files'),
  paste: () => void runCommand('paste-article'),
  samples: () => void runCommand('load-samples'),
  newNote: () => void runCommand('new-note'),
};
const exportThese = (documents: readonly DocumentUid[]) => openDialog({ dialog: 'export', documents });

function useScopeName(scope: Scope): string {
  const { t } = useTranslation();
  const collections = useArchive('libraryCounts', {}).data?.collections ?? [];
  switch (scope.in) {
    case 'all':
    case 'articles':
    case 'notes':
    case 'bin':
    case 'orphans':
      return t(`library.${scope.in}`);
    case 'kind': {
      const kind = findKind(scope.kind);
      return kind ? inWords(kind.plural) : scope.kind;
    }
    case 'label':
      return scope.label;
    case 'collection':
      return collections.find(({ uid }) => uid === scope.collection)?.name ?? '';
    default:
      return assertNever(scope);
  }
}

const none: readonly DocumentUid[] = [];

/**
 * Both share the selection that exports and commands see. The library stays until a search has its first answer. Neither
 * is made anew: the one not shown keeps its rows, and nothing of it runs.
 */
export function ListPane({ list }: { readonly list: Ref<RowListHandle> }) {
  const within = useSearch((search) => search.within);
  const searching = useRoute((route) => isSearching(searchedText(route.query), within));
  const [hasSearched, setSearched] = useState(false);
  if (searching && !hasSearched) setSearched(true);
  const [isFound, setFound] = useState(false);
  const found = useCallback(() => setFound(true), []);
  if (isFound && !searching) setFound(false);
  const [gone, setGone] = useState<readonly DocumentUid[]>(none);
  const onGone = useCallback((documents: readonly DocumentUid[]) => {
    closeIfOpen(documents);
    setGone(documents);
  }, []);
  return (
    <>
      <Activity mode={isFound ? 'hidden' : 'visible'}>
        <LibraryPane list={isFound ? null : list} isGivingWay={searching && !isFound} gone={gone} />
      </Activity>
      {hasSearched && <FoundPane list={isFound ? list : null} isAsked={searching} onFirst={found} onGone={onGone} />}
    </>
  );
}

const resultsShell: ResultsShell = {
  onQuery: searchFor,
  onSort: (hitSort) => useRoute.setState({ hitSort }),
  onEverywhere: () => useRoute.setState({ scope: { in: 'all' } }),
  onOpen: openFound,
  onSelect: selectDocuments,
  onAliases: (name) => openDialog({ dialog: 'aliases', name }),
};

interface FoundPaneProps {
  readonly list: Ref<RowListHandle> | null;
  /** Whether anything is searched for. */
  readonly isAsked: boolean;
  readonly onFirst: () => void;
  /** Documents went to the bin or away. */
  readonly onGone: (documents: readonly DocumentUid[]) => void;
}

/** Drawn at each key, and next to nothing: what it shows waits for the answer. */
function FoundPane({ list, isAsked, onFirst, onGone }: FoundPaneProps) {
  const question = useQuestion();
  const open = useRoute((route) => route.open?.uid ?? null);
  const scopeName = useScopeName(question.scope);
  const actions = useDocumentMenu(question.scope, exportThese, onGone);
  return (
    <SearchResults
      {...(list === null ? {} : { ref: list })}
      question={question}
      isAsked={isAsked}
      onFirst={onFirst}
      scopeName={scopeName}
      openUid={open}
      shell={resultsShell}
      actions={actions}
    />
  );
}

interface LibraryPaneProps {
  readonly list: Ref<RowListHandle> | null;
  readonly isGivingWay: boolean;
  readonly gone: readonly DocumentUid[];
}

function LibraryPane({ list, isGivingWay, gone }: LibraryPaneProps) {
  const scope = useRoute((route) => route.scope);
  const sort = useRoute((route) => route.sort);
  const descending = useRoute((route) => route.descending);
  const open = useRoute((route) => route.open?.uid ?? null);
  return (
    <DocumentList
      key={JSON.stringify([scope, sort, descending])}
      {...(list === null ? {} : { ref: list })}
      scope={scope}
      sort={sort}
      descending={descending}
      onSort={(nextSort, nextDescending) => useRoute.setState({ sort: nextSort, descending: nextDescending })}
      openUid={open}
      onOpen={openDocument}
      onSelect={selectDocuments}
      onExport={exportThese}
      onGone={closeIfOpen}
      start={start}
      isGivingWay={isGivingWay}
      gone={gone}
    />
  );
}
