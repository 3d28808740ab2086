/** What changed between two texts: words taken out and put in, marked by more than colour. */

import { useTranslation } from '@renderer/i18n/words';
import type { DiffPart } from '@shared/text/diff';
import { Fragment, useMemo, useState } from 'react';
import { type DiffStretch, foldDiff } from './fold-diff';
import './diff-text.css';

interface DiffTextProps {
  readonly parts: readonly DiffPart[];
  /** BCP 47 language of the text; empty when unknown. */
  readonly language?: string;
}

/** Long unchanged stretches are folded behind a button that shows them. */
export function DiffText({ parts, language = '' }: DiffTextProps) {
  const stretches = useMemo(() => foldDiff(parts), [parts]);
  return (
    <div className="diff-text" lang={language || undefined} dir="auto">
      {stretches.map((stretch) => (
        <Stretch key={`${stretch.at}-${stretch.is}`} stretch={stretch} />
      ))}
    </div>
  );
}

function Stretch({ stretch: { is, text } }: { readonly stretch: DiffStretch }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const words = <Paragraphs text={text} />;
  if (is === 'added') return <ins>{words}</ins>;
  if (is === 'removed') return <del>{words}</del>;
  if (is === 'same' || open) return <span>{words}</span>;
  return (
    <button type="button" className="diff-text__fold" onClick={() => setOpen(true)}>
      {t('history.unchanged', { count: text.length })} <span>{t('history.show')}</span>
    </button>
  );
}

/** Text whose paragraphs stand apart; a line break stays one in what is copied. */
export function Paragraphs({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) => (
    // A line has no identity but its place.
    // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
    <Fragment key={index}>
      {index > 0 && (
        <>
          {'\n'}
          <span className="diff-text__gap" aria-hidden />
        </>
      )}
      {line}
    </Fragment>
  ));
}
