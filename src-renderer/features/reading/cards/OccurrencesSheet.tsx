/** Marks every occurrence of a phrase: how many there are is said before anything is done. */
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Select } from '@renderer/ui/Select';
import { findKind, type KindId, kinds } from '@shared/kinds/kinds';
import { useMemo, useState } from 'react';
import type { PlacedAnnotation } from '../placed-annotations';
import type { Range } from '../text-view';
import { occurrencesOf, untagged } from './occurrences';

interface OccurrencesSheetProps {
  readonly text: string;
  readonly phrase: string;
  readonly kind: KindId;
  readonly placed: readonly PlacedAnnotation[];
  readonly onMark: (ranges: readonly Range[], kind: KindId) => void;
  readonly onClose: () => void;
}

/** The most one call takes. */
const mostAtOnce = 10_000;

/** The phrase can be changed; what is tagged alike already is left alone. */
export function OccurrencesSheet({ text, phrase: given, kind: first, placed, onMark, onClose }: OccurrencesSheetProps) {
  const { t } = useTranslation();
  const [phrase, setPhrase] = useState(given);
  const [kind, setKind] = useState(first);
  const [wholeWords, setWholeWords] = useState(true);
  const [matchCase, setMatchCase] = useState(false);
  // Counted at once: what is said and what Enter marks are always of the phrase as it stands.
  const all = useMemo(
    () => occurrencesOf(text, phrase, { wholeWords, matchCase }),
    [text, phrase, wholeWords, matchCase],
  );
  const open = useMemo(() => {
    const tagged = placed.filter(({ annotation }) => annotation.kind === kind).map(({ place }) => place);
    return untagged(all, tagged).slice(0, mostAtOnce);
  }, [all, placed, kind]);
  const mark = (): void => {
    if (open.length === 0) return;
    onClose();
    onMark(open, kind);
  };
  const kindName = inWords(findKind(kind)?.label ?? { en: kind, fr: kind });
  return (
    <Dialog
      title={t('cards.occurrencesTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={open.length === 0} onPress={mark}>
            {t('cards.markThem', { count: open.length, kind: kindName })}
          </Button>
        </>
      }
    >
      <label className="field">
        <span className="field__label">{t('cards.phrase')}</span>
        <input
          className="field__input"
          autoFocus
          value={phrase}
          onChange={(event) => setPhrase(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) mark();
          }}
        />
      </label>
      <Select
        label={t('cards.kind')}
        value={kind}
        options={kinds.map(({ id, label, sign }) => ({ id, label: `${sign} ${inWords(label)}` }))}
        onChange={setKind}
      />
      <label className="check-line">
        <input type="checkbox" checked={wholeWords} onChange={(event) => setWholeWords(event.target.checked)} />
        {t('cards.wholeWords')}
      </label>
      <label className="check-line">
        <input type="checkbox" checked={matchCase} onChange={(event) => setMatchCase(event.target.checked)} />
        {t('cards.matchCase')}
      </label>
      <p role="status" className="occurrences-count">
        {t('cards.occurrencesFound', { count: all.length })}
        {all.length > open.length && ` ${t('cards.occurrencesTagged', { count: all.length - open.length })}`}
      </p>
    </Dialog>
  );
}
