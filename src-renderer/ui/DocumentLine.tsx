/** A document as a line of a list: title, where and when, a piece of its text, its passages by kind. */

import { useTranslation } from '@renderer/i18n/words';
import type { KindId } from '@shared/kinds/kinds';
import { NotebookPen, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { KindCounts } from './KindCounts';
import { piecesOf } from './marked-text';

interface DocumentLineProps {
  readonly title: string;
  readonly note: boolean;
  readonly language: string;
  /** Parts of the line under the title; empty ones are left out. */
  readonly meta: readonly string[];
  readonly before?: ReactNode;
  readonly text: string;
  readonly marks?: readonly { readonly start: number; readonly end: number }[];
  readonly counts: Readonly<Partial<Record<KindId, number>>>;
  readonly orphans?: number;
  readonly labels?: readonly string[];
}

const noMarks: readonly never[] = [];
const noLabels: readonly never[] = [];

/** Purely presentational. */
export function DocumentLine({
  title,
  note,
  language,
  meta,
  before,
  text,
  marks = noMarks,
  counts,
  orphans = 0,
  labels = noLabels,
}: DocumentLineProps) {
  const { t } = useTranslation();
  const lang = language === '' ? undefined : language;
  const hasFoot = orphans > 0 || labels.length > 0 || Object.values(counts).some((count) => count > 0);
  return (
    <div className="document-line">
      <p className="document-line__title" lang={lang}>
        {note && <NotebookPen size={13} aria-label={t('common.note')} />}
        {title === '' ? t('library.untitled') : title}
      </p>
      <p className="document-line__meta">
        {before}
        {meta.map(
          (part, index) =>
            part !== '' && (
              <span key={part} className={index === 0 ? 'document-line__where' : undefined}>
                {part}
              </span>
            ),
        )}
      </p>
      {text !== '' && (
        <p className="document-line__text" lang={lang}>
          {piecesOf(text, marks).map((piece) =>
            piece.marked ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
          )}
        </p>
      )}
      {hasFoot && (
        <p className="document-line__foot">
          <KindCounts counts={counts} />
          {orphans > 0 && (
            <span className="kind-count" title={t('library.orphans')}>
              <TriangleAlert size={12} aria-label={t('library.orphans')} />
              {orphans}
            </span>
          )}
          {labels.map((label) => (
            <span key={label} className="document-line__label">
              #{label}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
