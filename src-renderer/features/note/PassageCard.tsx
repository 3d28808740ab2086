/** A quoted passage as it stands in a note: its words, what is said of them, and where they come from. */
import type { PassageContent } from '@renderer/editor/nodes/passage-node';
import { useTranslation } from '@renderer/i18n/words';
import { kindStyle } from '@renderer/ui/kind-colours';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { keepOwnWords, type Quoted, reword, takeSourceWords } from '@shared/quotes/check-quote';
import { type Evidence, type QuotationState, stateOf } from '@shared/quotes/quotation-state';
import { useEffect, useRef } from 'react';
import { PassageCaption } from './PassageCaption';
import { PassageDifference } from './PassageDifference';
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
  const { annotation: uid, document, text } = content;
  const state = evidence && stateOf({ is: 'passage', start: 0, end: 0, ...content }, evidence);
  const annotation = evidence?.annotation ?? null;
  const title = evidence?.document?.title ?? '';
  const language = evidence?.document?.metadata.language ?? '';
  return (
    <figure
      ref={card}
      className={selected ? 'evidence evidence--selected' : 'evidence'}
      style={annotation === null ? undefined : kindStyle(annotation.kind)}
      aria-label={title === '' ? t('note.passageAlone', { quote: text }) : t('note.passage', { quote: text, title })}
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
      <PassageCaption
        evidence={evidence}
        state={state}
        showKeys={selected && !editing}
        onEdit={editing ? null : onEdit}
        // Merged with another article, a passage stands in that one.
        onOpen={() => onOpen(annotation?.document ?? document, annotation === null ? undefined : { annotation: uid })}
      />
      {state !== undefined && !editing && (
        <Check content={content} state={state} language={language} onQuotation={onQuotation} />
      )}
    </figure>
  );
}

interface CheckProps extends Pick<PassageCardProps, 'content' | 'onQuotation'> {
  readonly state: QuotationState;
  readonly language: string;
}

function Check({ content, state: { check, words }, language, onQuotation }: CheckProps) {
  const { t } = useTranslation();
  if (check === null || words === null) return null;
  const take = (): void => onQuotation(takeSourceWords(words));
  if (check.is === 'differs')
    return (
      <PassageDifference
        text={content.text}
        words={words}
        cause={check.cause}
        language={language}
        onTake={take}
        onKeep={() => onQuotation(keepOwnWords(content, words))}
      />
    );
  if (check.is !== 'kept') return null;
  return (
    <p className="evidence__kept">
      {t('note.kept')}{' '}
      <button type="button" className="text-button" onClick={take}>
        {t('note.takeSource')}
      </button>
    </p>
  );
}
