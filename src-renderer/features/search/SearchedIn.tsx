/** The lines that say a search is narrower than the archive: a part of the library, another search's result. */

import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { X } from 'lucide-react';
import type { Question } from './search-hits';
import { useSearch } from './search-state';

interface SearchedInProps {
  readonly question: Question;
  readonly scopeName: string;
  readonly onEverywhere: () => void;
}

/** Nothing while the whole archive is searched. */
export function SearchedIn({ question: { scope, within }, scopeName, onEverywhere }: SearchedInProps) {
  const { t } = useTranslation();
  return (
    <>
      {scope.in !== 'all' && (
        <p className="results__scope">
          <span>{t('search.within', { scope: scopeName })}</span>
          <IconButton label={t('search.everywhere')} icon={X} onPress={onEverywhere} small />
        </p>
      )}
      {within !== null && (
        <p className="results__scope">
          <span>{t('search.withinResult', { query: within })}</span>
          <IconButton
            label={t('search.notWithin')}
            icon={X}
            onPress={() => useSearch.setState({ within: null })}
            small
          />
        </p>
      )}
    </>
  );
}
