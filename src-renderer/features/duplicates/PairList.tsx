/** The list of pairs with nearly the same text, most alike first. */
import { currentLanguage } from '@renderer/i18n/i18n';
import { shareInPercent } from '@renderer/i18n/share-in-percent';
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { pairKey } from './kept-apart';

interface PairListProps {
  readonly pairs: readonly NearDuplicatePair[];
  readonly shown: string | null;
  readonly onShow: (key: string) => void;
}

/** Arrows choose a pair. */
export function PairList({ pairs, shown, onShow }: PairListProps) {
  const { t } = useTranslation();
  const choose = (keys: 'all' | Set<string | number>): void => {
    const [key] = keys === 'all' ? [] : keys;
    if (typeof key === 'string') onShow(key);
  };
  return (
    <ListBox
      aria-label={t('duplicates.pairs')}
      className="duplicates__list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={shown === null ? [] : [shown]}
      onSelectionChange={choose}
      autoFocus
    >
      {pairs.map((pair) => {
        const [older, newer] = [pair.older, pair.newer].map(({ title }) => title || t('library.untitled'));
        const sites = [pair.older, pair.newer].map(({ site, date }) => site || date).filter((part) => part !== '');
        return (
          <ListBoxItem
            key={pairKey(pair)}
            id={pairKey(pair)}
            textValue={`${older} — ${newer}`}
            className="duplicates__pair"
          >
            <strong lang={pair.older.language || undefined}>{older}</strong>
            {newer !== older && <span lang={pair.newer.language || undefined}>{newer}</span>}
            <small>{[shareInPercent(pair.share, currentLanguage()), ...new Set(sites)].join(' · ')}</small>
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
