/** What stands below the words of a quoted passage: its kind and fields, its source, its comment. */

import { shell } from '@renderer/client/client';
import { CommentText } from '@renderer/editor/comment/CommentText';
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Sign } from '@renderer/ui/Sign';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Evidence, QuotationState } from '@shared/quotes/quotation-state';
import { PencilLine } from 'lucide-react';
import { factsOf, sourceLine } from './passage-facts';

interface PassageCaptionProps {
  readonly evidence: Evidence | undefined;
  readonly state: QuotationState | undefined;
  readonly showKeys: boolean;
  /** Null while the words are being changed. */
  readonly onEdit: (() => void) | null;
  readonly onOpen: () => void;
}

/** Grows with what is known. */
export function PassageCaption({ evidence, state, showKeys, onEdit, onOpen }: PassageCaptionProps) {
  const { t } = useTranslation();
  const annotation = evidence?.annotation ?? null;
  const source = evidence?.document ?? null;
  const line = source === null ? '' : sourceLine(source.title || t('reading.untitled'), source.metadata);
  return (
    <figcaption>
      {annotation !== null && (
        <div className="evidence__line">
          <Facts annotation={annotation} />
          {state?.check?.is === 'shortened' && <span>{t('note.shortened')}</span>}
        </div>
      )}
      {onEdit !== null && (
        <button
          type="button"
          className="evidence__edit"
          aria-label={t('note.editQuotation')}
          title={`${t('note.editQuotation')} (F2)`}
          onClick={onEdit}
        >
          <PencilLine size={13} aria-hidden />
        </button>
      )}
      {line !== '' && (
        <button
          type="button"
          className="text-button"
          aria-label={t('note.openPassage', { title: line })}
          onClick={onOpen}
        >
          {line}
        </button>
      )}
      {state !== undefined && state.source !== 'there' && (
        <span className="evidence__gone">{t(`note.sources.${state.source}`)}</span>
      )}
      {annotation !== null && (
        <CommentText comment={annotation.comment} onFollow={(address) => void shell().openExternal(address)} />
      )}
      {showKeys && <span className="evidence__keys">{t('note.passageKeys')}</span>}
    </figcaption>
  );
}

/** Kind, the fields that are filled in, labels. */
function Facts({ annotation }: { readonly annotation: Annotation }) {
  const { t } = useTranslation();
  const kind = findKind(annotation.kind);
  return (
    <>
      {kind !== undefined && (
        <span className="evidence__kind">
          <Sign sign={kind.sign} /> {inWords(kind.label)}
        </span>
      )}
      {factsOf(annotation).map(({ id, label, value, bare }) => (
        <span key={id} className="evidence__fact" title={label}>
          {bare ? value : t('note.fact', { label, value })}
        </span>
      ))}
      {annotation.labels.map((label) => (
        <span key={label} className="chip">
          {label}
        </span>
      ))}
    </>
  );
}
