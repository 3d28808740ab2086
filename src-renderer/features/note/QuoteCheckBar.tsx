/** One line above a note that quotes: how many quotations, and which of them to look at. */

import { useTranslation } from '@renderer/i18n/words';
import { usePaneCommands } from '@renderer/ui/panes';
import { showToast } from '@renderer/ui/toasts';
import type { Quotation } from '@shared/quotes/find-quotations';
import { ChevronDown, ChevronRight, TextQuote, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { PassageDifference } from './PassageDifference';
import { shortQuote } from './passage-facts';
import { type CheckedQuotation, needsALook } from './use-quotations';

interface QuoteCheckBarProps {
  readonly checked: readonly CheckedQuotation[];
  readonly onShow: (quotation: Quotation) => void;
  /** Puts the source's words into a quote block. */
  readonly onTake: (quotation: Quotation, words: string) => void;
}

/** Nothing in a note without quotations. */
export function QuoteCheckBar({ checked, onShow, onTake }: QuoteCheckBarProps) {
  const { t } = useTranslation();
  const onCommand = usePaneCommands();
  const [open, setOpen] = useState(false);
  const looks = checked.filter(needsALook);
  const differing = looks.filter(({ state }) => state.check?.is === 'differs').length;
  const count = checked.length;
  const [first] = looks;
  useEffect(
    () =>
      onCommand('check-quotations', () => {
        if (first === undefined) {
          showToast({ text: count === 0 ? t('note.noQuotations') : t('note.allAgree', { count }) });
          return;
        }
        setOpen(true);
        onShow(first.quotation);
      }),
    [onCommand, first, count, onShow, t],
  );
  if (count === 0) return null;
  const line = [
    t('note.quotations', { count }),
    ...(differing > 0 ? [t('note.differ', { count: differing })] : []),
    ...(looks.length > differing ? [t('note.sourceless', { count: looks.length - differing })] : []),
  ].join(', ');
  return (
    <section className="quote-check" aria-label={t('note.quoteCheck')}>
      <div className="quote-check__line">
        {looks.length > 0 ? <TriangleAlert size={14} aria-hidden /> : <TextQuote size={14} aria-hidden />}
        <span role="status">{line}</span>
        {looks.length > 0 && (
          <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
            {t(open ? 'note.hideThem' : 'note.showThem')}
          </button>
        )}
      </div>
      {open && looks.length > 0 && (
        <ul className="quote-check__list">
          {looks.map((one) => (
            <li key={one.quotation.start}>
              <button type="button" className="text-button" onClick={() => onShow(one.quotation)}>
                {t('note.quoted', { quote: shortQuote(one.quotation.text) })}
              </button>{' '}
              <span className="quote-check__why">
                <Why checked={one} />
              </span>
              {one.quotation.is === 'block' && one.state.check?.is === 'differs' && one.state.words !== null && (
                <PassageDifference
                  text={one.quotation.text}
                  words={one.state.words}
                  cause={one.state.check.cause}
                  language={one.language}
                  onTake={() => onTake(one.quotation, one.state.words ?? one.quotation.text)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Why({ checked: { state, title } }: { readonly checked: CheckedQuotation }) {
  const { t } = useTranslation();
  const why: string[] = [];
  if (state.check?.is === 'differs')
    why.push(t(state.words === null ? 'note.notInDocument' : `note.causes.${state.check.cause}`));
  if (state.source !== 'there') why.push(t(`note.sources.${state.source}`));
  return <>{[title, ...why].filter((part) => part !== '').join(' · ')}</>;
}
