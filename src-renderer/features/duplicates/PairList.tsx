/** The list of pairs with nearly the same text, most alike first. */
import { currentLanguage } from '@renderer/i18n/i18n';
import { shareInPercent } from '@renderer/i18n/share-in-percent';
import { useTranslation } from '@renderer/i18n/words';
import { ChoiceList } from '@renderer/ui/ChoiceList';
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';
import { pairKey } from './pair-key';

interface PairListProps {
  readonly pairs: readonly NearDuplicatePair[];
  readonly shown: string | null;
  readonly onShow: (key: string) => void;
}

/** Arrows choose a pair. */
export function PairList({ pairs, shown, onShow }: PairListProps) {
  const { t } = useTranslation();
  const rows = pairs.map((pair) => {
    const [older = '', newer = ''] = [pair.older, pair.newer].map(({ title }) => title || t('library.untitled'));
    const sites = [pair.older, pair.newer].map(({ site, date }) => site || date).filter((part) => part !== '');
    return {
      key: pairKey(pair),
      text: `${older} — ${newer}`,
      content: (
        <>
          <strong lang={pair.older.language || undefined}>{older}</strong>
          {newer !== older && <span lang={pair.newer.language || undefined}>{newer}</span>}
          <small>{[shareInPercent(pair.share, currentLanguage()), ...new Set(sites)].join(' · ')}</small>
        </>
      ),
    };
  });
  return (
    <ChoiceList
      label={t('duplicates.pairs')}
      rows={rows}
      rowClass="duplicates__pair"
      chosen={shown}
      onChoose={onShow}
    />
  );
}
