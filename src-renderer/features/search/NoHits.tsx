/** Where nothing was found: what to try, each way a press away. */

import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { SearchX } from 'lucide-react';
import { chipsOf, removeChip } from './query-edits';
import type { Question } from './search-hits';
import { useSearch } from './search-state';

interface NoHitsProps {
  readonly question: Question;
  readonly didYouMean: string | null;
  readonly onQuery: (query: string) => void;
  readonly onEverywhere: () => void;
}

/** Parts offered to be left out: of a long query the first ones. */
const mostParts = 6;

export function NoHits({ question, didYouMean, onQuery, onEverywhere }: NoHitsProps) {
  const { t } = useTranslation();
  const { query, scope, only, within } = question;
  const parts = chipsOf(query).filter((chip) => chip.type === 'term');
  return (
    <div className="no-hits">
      <SearchX size={26} strokeWidth={1.4} aria-hidden />
      <p className="blank__title">{t('search.none', { query: query.trim() })}</p>
      <p>{t('search.noneHint')}</p>
      <div className="no-hits__ways">
        {didYouMean !== null && (
          <Button onPress={() => onQuery(didYouMean)}>{t('search.searchInstead', { query: didYouMean })}</Button>
        )}
        {parts.length > 1 &&
          parts.slice(0, mostParts).map((chip) => (
            <Button key={chip.start} onPress={() => onQuery(removeChip(query, chip))}>
              {t('search.without', { words: query.slice(chip.start, chip.end) })}
            </Button>
          ))}
        {only !== 'all' && (
          <Button onPress={() => useSearch.setState({ only: 'all' })}>{t('search.inAllTypes')}</Button>
        )}
        {within !== null && (
          <Button onPress={() => useSearch.setState({ within: null })}>{t('search.notWithin')}</Button>
        )}
        {scope.in !== 'all' && <Button onPress={onEverywhere}>{t('search.everywhere')}</Button>}
      </div>
    </div>
  );
}
