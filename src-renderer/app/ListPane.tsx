/** The pane in the middle: the library's list, or the results while something is searched for. */

import { useArchive } from '@renderer/client/queries';
import { DocumentList } from '@renderer/features/library/DocumentList';
import { useDocumentMenu } from '@renderer/features/library/use-document-menu';
import { searchedText } from '@renderer/features/search/query-edits';
import { SearchResults } from '@renderer/features/search/SearchResults';
import { isSearching, useSearch } from '@renderer/features/search/search-state';
import { inWords } from '@renderer/i18n/i18n';
import type { RowListHandle } from '@renderer/ui/RowList';
import type { Scope } from '@shared/contract/calls';
import { findKind } from '@shared/kinds/kinds';
import type { DocumentUid } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from './commands';
import { openDialog } from './dialogs';
import { closeIfOpen, openDocument, openFound, searchFor, selectDocuments, useRoute } from './route';

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

/** Both share the selection that exports and commands see. */
export function ListPane({ list }: { readonly list: Ref<RowListHandle> }) {
  const { scope, sort, descending, query, hitSort, open } = useRoute();
  const only = useSearch((search) => search.only);
  const within = useSearch((search) => search.within);
  const expand = useSearch((search) => search.expand);
  const wanted = searchedText(query);
  // The same object while nothing changed: what is deferred is compared.
  const question = useMemo(
    () => ({ query: wanted, sort: hitSort, scope, only, within, expand }),
    [wanted, hitSort, scope, only, within, expand],
  );
  const scopeName = useScopeName(scope);
  const actions = useDocumentMenu(scope, exportThese, closeIfOpen);
  if (isSearching(wanted, within)) {
    return (
      <SearchResults
        ref={list}
        question={question}
        onQuery={searchFor}
        onSort={(next) => useRoute.setState({ hitSort: next })}
        scopeName={scopeName}
        onEverywhere={() => useRoute.setState({ scope: { in: 'all' } })}
        openUid={open?.uid ?? null}
        onOpen={openFound}
        onSelect={selectDocuments}
        actions={actions}
        onAliases={(name) => openDialog({ dialog: 'aliases', name })}
      />
    );
  }
  return (
    <DocumentList
      key={JSON.stringify([scope, sort, descending])}
      ref={list}
      scope={scope}
      sort={sort}
      descending={descending}
      onSort={(nextSort, nextDescending) => useRoute.setState({ sort: nextSort, descending: nextDescending })}
      openUid={open?.uid ?? null}
      onOpen={openDocument}
      onSelect={selectDocuments}
      onExport={exportThese}
      onGone={closeIfOpen}
      start={start}
    />
  );
}
