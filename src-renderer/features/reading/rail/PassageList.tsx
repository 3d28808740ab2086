/** The document's passages as a list: only the rows in sight exist. Arrows go through the text. */

import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { kindStyle } from '@renderer/ui/kind-colours';
import { movedTo } from '@renderer/ui/row-keys';
import { Sign } from '@renderer/ui/Sign';
import { useRowInSight } from '@renderer/ui/use-row-in-sight';
import { printEdtf } from '@shared/dates/print-edtf';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { pageWords } from '@shared/quotes/citation';
import { type KeyboardEvent, useId, useRef } from 'react';
import { Virtualizer } from 'virtua';
import type { PlacedAnnotation } from '../placed-annotations';
import { verdictOf, verdicts } from './passage-filter';
import { dateOf } from './sort-passages';

interface PassageListProps {
  readonly passages: readonly PlacedAnnotation[];
  readonly pagesOf: (annotation: Annotation) => string | undefined;
  readonly active: AnnotationUid | null;
  /** Shows a passage in the text; the focus stays here. */
  readonly onShow: (passage: PlacedAnnotation) => void;
  /** Goes to a passage: to its card, or its words. */
  readonly onGo: (passage: PlacedAnnotation) => void;
}

/** Height of a row that is not measured yet, in pixels. */
const likelyHeight = 74;

/** A listbox; the active passage is the one chosen. */
export function PassageList({ passages, pagesOf, active, onShow, onGo }: PassageListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const inSight = useRowInSight(scroller);
  const at = passages.findIndex(({ annotation }) => annotation.uid === active);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / likelyHeight));
    const index = movedTo(event.key, at, passages.length, page);
    const next = index === null ? undefined : passages[index];
    const chosen = passages[at];
    if (next !== undefined && index !== null) {
      inSight.show(`${listId}-${index}`);
      onShow(next);
    } else if (event.key === 'Enter' && chosen !== undefined) onGo(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (passages.length === 0) return <p className="rail__empty">{t('reading.noPassagesHint')}</p>;
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={t('reading.passageList')}
      aria-activedescendant={at === -1 ? undefined : `${listId}-${at}`}
      tabIndex={0}
      data-rail-focus
      className="rail__scroll"
      onKeyDown={onKeyDown}
    >
      <Virtualizer data={passages} scrollRef={scroller} itemSize={likelyHeight} keepMounted={at === -1 ? [] : [at]}>
        {(passage, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus
          <div
            key={passage.annotation.uid}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            aria-posinset={index + 1}
            aria-setsize={passages.length}
            className={index === at ? 'rail__row rail__row--at' : 'rail__row'}
            style={kindStyle(passage.annotation.kind)}
            onClick={() => onShow(passage)}
            onDoubleClick={() => onGo(passage)}
          >
            <PassageLine annotation={passage.annotation} pages={pagesOf(passage.annotation)} />
          </div>
        )}
      </Virtualizer>
    </div>
  );
}

/** Sign, words, and what is known of it in a line. */
function PassageLine({ annotation, pages }: { readonly annotation: Annotation; readonly pages: string | undefined }) {
  const kind = findKind(annotation.kind);
  const verdict = verdicts.find(({ id }) => id === verdictOf(annotation));
  const date = dateOf(annotation);
  const meta = [
    pages === undefined ? '' : pageWords(pages, currentLanguage()),
    verdict === undefined ? '' : inWords(verdict.label),
    date === '' ? '' : printEdtf(date, currentLanguage(), 'short'),
    ...annotation.labels,
    annotation.comment.replace(/\s+/g, ' '),
  ].filter((part) => part !== '');
  return (
    <>
      <span className="kind-count">
        <Sign sign={kind?.sign} />
      </span>
      <div>
        <span className="visually-hidden">{kind === undefined ? '' : `${inWords(kind.label)} `}</span>
        <span className="rail__quote">{annotation.selector.exact}</span>
        {meta.length > 0 && <span className="rail__meta">{meta.join(' · ')}</span>}
      </div>
    </>
  );
}
