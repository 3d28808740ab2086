/** How a quotation differs from its source, and what can be done about it. */

import { useTranslation } from '@renderer/i18n/words';
import { DiffText } from '@renderer/ui/DiffText';
import { type DifferenceCause, quoteDifference } from '@shared/quotes/check-quote';
import { useMemo } from 'react';

interface PassageDifferenceProps {
  readonly text: string;
  /** What the source says; null when all that is known is that its document does not say it. */
  readonly words: string | null;
  readonly cause: DifferenceCause;
  readonly language: string;
  readonly onTake: () => void;
  /** Absent where nothing can remember it. */
  readonly onKeep?: () => void;
}

/** Struck: only here. Underlined: only in the source. */
export function PassageDifference({ text, words, cause, language, onTake, onKeep }: PassageDifferenceProps) {
  const { t } = useTranslation();
  const parts = useMemo(() => (words === null ? [] : quoteDifference(text, words, language)), [text, words, language]);
  return (
    <section className="evidence__difference" aria-label={t('note.difference')}>
      <p className="evidence__cause">{t(words === null ? 'note.notInDocument' : `note.causes.${cause}`)}</p>
      {words !== null && (
        <>
          <DiffText parts={parts} language={language} />
          <p className="evidence__acts">
            <button type="button" className="button button--plain" onClick={onTake}>
              {t('note.takeSource')}
            </button>
            {onKeep !== undefined && (
              <button type="button" className="button button--quiet" onClick={onKeep}>
                {t('note.keepMine')}
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
}
