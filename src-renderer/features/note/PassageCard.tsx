/** A quoted passage as it stands in a note: its words, what is said of them, and where they come from. */
import type { PassageContent } from '@renderer/editor/nodes/passage-node';
import { inWords } from '@renderer/i18n/i18n';
import { kindStyle } from '@renderer/ui/kind-colours';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { keepOwnWords, type Quoted, reword, takeSourceWords } from '@shared/quotes/check-quote';
import { type Evidence, type QuotationState, stateOf } from '@shared/quotes/quotation-state';
import { PencilLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PassageDifference } from './PassageDifference';
import { factsOf, sourceLine } from './passage-facts';
import { QuotationField } from './QuotationField';

interface PassageCardProps {
  readonly content: PassageContent;
  /** Undefined while it is read. */
  readonly evidence: Evidence | undefined;
  readonly selected: boolean;
  readonly editing: boolean;
  readonly onEdit: () => void;
  /** `byKey`: the writer goes on where the card stands. */
  readonly onEdited: (byKey: boolean) => void;
  readonly onQuotation: (quotation: Quoted) => void;
  readonly onOpen: (uid: DocumentUid, target?: { readonly annotation?: AnnotationUid }) => void;
}

/** Keys pressed on a button of the card are the button's; the editor around would write with them. */
function useOwnKeys() {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const hold = (event: KeyboardEvent): void => {
      const plain = !(event.ctrlKey || event.metaKey || event.altKey);
      if (plain && event.target instanceof HTMLButtonElement) event.stopPropagation();
    };
    const element = card.current;
    element?.addEventListener('keydown', hold);
    return () => element?.removeEventListener('keydown', hold);
  }, []);
  return card;
}

/** What it shows of the annotation changes with the annotation; its words only by the writer's hand. */
export function PassageCard(props: PassageCardProps) {
  const { content, evidence, selected, editing, onEdit, onEdited, onQuotation, onOpen } = props;
  const { t } = useTranslation();
  const card = useOwnKeys();
  const { annotation: uid, document: documentUid, text } = content;
  const state = evidence && stateOf({ is: 'passage', start: 0, end: 0, ...content }, evidence);
  const source = evidence?.document ?? null;
  const annotation = evidence?.annotation ?? null;
  const language = source?.metadata.language ?? '';
  const words = state?.words ?? null;
  const look = [
    'evidence',
    selected ? 'evidence--selected' : '',
    state?.check?.is === 'differs' ? 'evidence--differs' : '',
  ];
  return (
    <figure
      ref={card}
      className={look.filter((name) => name !== '').join(' ')}
      style={annotation === null ? undefined : kindStyle(annotation.kind)}
      aria-label={t('note.passage', { quote: text, title: source?.title ?? '' })}
    >
      {editing ? (
        <QuotationField
          text={text}
          language={language}
          onDone={(next, byKey) => {
            if (next !== text) onQuotation(reword(content, next));
            onEdited(byKey);
          }}
        />
      ) : (
        <blockquote data-quote lang={language || undefined}>
          {text}
        </blockquote>
      )}
      <figcaption>
        <div className="evidence__line">
          {annotation !== null && <Facts annotation={annotation} />}
          {state?.check?.is === 'shortened' && <span>{t('note.shortened')}</span>}
          {!editing && (
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
        </div>
        {source !== null && (
          <button
            type="button"
            className="text-button"
            aria-label={t('note.openPassage', { title: sourceLine(source.title, source.metadata) })}
            onClick={() => onOpen(documentUid, annotation === null ? undefined : { annotation: uid })}
          >
            {sourceLine(source.title || t('reading.untitled'), source.metadata)}
          </button>
        )}
        {state !== undefined && <SourceWords state={state} />}
        {annotation !== null && annotation.comment !== '' && (
          <span className="evidence__comment">{annotation.comment}</span>
        )}
        {selected && !editing && <span className="evidence__keys">{t('note.passageKeys')}</span>}
      </figcaption>
      {state?.check?.is === 'differs' && words !== null && !editing && (
        <PassageDifference
          text={text}
          words={words}
          cause={state.check.cause}
          language={language}
          onTake={() => onQuotation(takeSourceWords(words))}
          onKeep={() => onQuotation(keepOwnWords(content, words))}
        />
      )}
      {state?.check?.is === 'kept' && words !== null && !editing && (
        <p className="evidence__kept">
          {t('note.kept')}{' '}
          <button type="button" className="text-button" onClick={() => onQuotation(takeSourceWords(words))}>
            {t('note.takeSource')}
          </button>
        </p>
      )}
    </figure>
  );
}

/** Kind, the fields that are filled in, labels. */
function Facts({ annotation }: { readonly annotation: Annotation }) {
  const kind = findKind(annotation.kind);
  return (
    <>
      {kind !== undefined && (
        <span className="evidence__kind">
          <span aria-hidden>{kind.sign}</span> {inWords(kind.label)}
        </span>
      )}
      {factsOf(annotation).map(({ id, label, value }) => (
        <span key={id} className="evidence__fact" title={label}>
          <span className="visually-hidden">{label}: </span>
          {value}
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

function SourceWords({ state: { source } }: { readonly state: QuotationState }) {
  const { t } = useTranslation();
  if (source === 'there') return null;
  return <span className="evidence__gone">{t(`note.sources.${source}`)}</span>;
}
