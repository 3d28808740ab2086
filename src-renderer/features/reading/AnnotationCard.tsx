/** One annotation in the margin: its kind, key field, comment, labels, links; all of it editable once active. */

import { showFailure } from '@renderer/features/document/saved-session';
import { kindStyle } from '@renderer/ui/kind-colours';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { type DragEvent, type KeyboardEvent, type MouseEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationPatch } from './annotation-actions';
import { CommentField, type CommentHandle } from './CommentField';
import { CardFoot } from './cards/CardFoot';
import { CardHead } from './cards/CardHead';
import type { CardContext } from './cards/card-context';
import { type CardKey, cardKeyOf } from './cards/card-keys';
import { stepToCard } from './cards/card-steps';
import { namesOf } from './cards/field-values';
import { useCardName } from './cards/use-card-name';
import { KindFields } from './KindFields';
import { LabelEditor } from './LabelEditor';
import { CardLinks } from './links/CardLinks';
import { dragHoldsLink, droppedLink } from './links/link-drag';
import { shortQuote } from './short-quote';

export type { CardContext };

interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly context: CardContext;
  readonly active: boolean;
  /** Puts the focus into the comment when it becomes true. */
  readonly commenting: boolean;
  /** One line only: there is no room for more. */
  readonly compact?: boolean;
  readonly ref?: Ref<HTMLElement>;
}

/** A card. Press it to go to its passage; with Ctrl or Shift to choose it. */
export function AnnotationCard({ annotation, context, active, commenting, compact = false, ref }: AnnotationCardProps) {
  const { uid } = annotation;
  const { t } = useTranslation();
  const nameOf = useCardName();
  const field = useRef<CommentHandle>(null);
  const chosen = context.cards.chosen.has(uid);
  const drop = useLinkDrop(annotation, context);
  useEffect(() => {
    if (commenting) field.current?.focus();
  }, [commenting]);
  const act = useCardActs(annotation, context, () => field.current?.focus());
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const key = cardKeyOf(event);
    if (key === null || !act(key, event.currentTarget)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      document.getSelection()?.removeAllRanges();
      context.cards.choose(uid, event.shiftKey ? 'extend' : 'toggle');
    } else context.onActivate(uid);
  };
  const looks = ['card', active && 'card--active', chosen && 'card--chosen', drop.over && 'card--over'];
  if (compact && !active) looks.push('card--compact');
  const name = nameOf(annotation);
  return (
    <article
      ref={ref}
      className={looks.filter(Boolean).join(' ')}
      style={kindStyle(annotation.kind)}
      data-annotation={uid}
      aria-label={chosen ? t('cards.chosenCard', { card: name }) : name}
      aria-current={active || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is stepped to, and Enter opens its comment
      tabIndex={0}
      onClick={onClick}
      onKeyDown={onKeyDown}
      {...drop.handlers}
    >
      <CardBody annotation={annotation} context={context} active={active} chosen={chosen} field={field} />
    </article>
  );
}

interface CardBodyProps {
  readonly annotation: Annotation;
  readonly context: CardContext;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly field: Ref<CommentHandle>;
}

function CardBody({ annotation, context, active, chosen, field }: CardBodyProps) {
  const { uid, comment, labels, fields, selector } = annotation;
  const { actions, cards } = context;
  const kind = findKind(annotation.kind);
  const save = (patch: AnnotationPatch, before: AnnotationPatch): Promise<boolean> =>
    actions.change(uid, patch, before).then(
      () => true,
      (failed: unknown) => {
        showFailure(failed);
        return false;
      },
    );
  const change = (patch: AnnotationPatch, before: AnnotationPatch): void => void save(patch, before);
  const asked = cards.asked?.uid === uid ? cards.asked.part : null;
  const quote = shortQuote(selector.exact);
  return (
    <>
      <CardHead
        annotation={annotation}
        active={active}
        chosen={chosen}
        onChange={change}
        verdictAsked={asked === 'verdict'}
        onAnswered={cards.answered}
      />
      <p className="card__quote">{quote}</p>
      {(active || comment !== '') && (
        <CommentField
          ref={field}
          annotation={annotation}
          quote={quote}
          editable={active}
          onLeave={(before, after) => actions.remember(uid, { comment: after }, { comment: before })}
        />
      )}
      {!active && kind !== undefined && <Names names={namesOf(kind, fields)} />}
      <LabelEditor
        labels={labels}
        editable={active}
        onChange={(next, before) => save({ labels: next }, { labels: before })}
      />
      {active && kind !== undefined && kind.fields.length > 0 && (
        <KindFields
          kind={kind}
          annotation={annotation}
          onChange={(next) => change({ fields: next }, { fields })}
          dateAsked={asked === 'date'}
          onAnswered={cards.answered}
        />
      )}
      <CardLinks
        links={context.linksOf(uid)}
        document={annotation.document}
        editable={active}
        onJump={({ document, annotation: end }) =>
          context.onOpen(document, end === null ? undefined : { annotation: end })
        }
        onUnlink={cards.unlink}
      />
      {active && <CardFoot annotation={annotation} context={context} />}
    </>
  );
}

/** The speaker, source or place of a card that is not in use. */
function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="labels">
      {names.map((name) => (
        <span key={name} className="chip">
          {name}
        </span>
      ))}
    </div>
  );
}

/** Carries out a key of the card; false when it has no meaning here. */
function useCardActs({ uid }: Annotation, context: CardContext, focusComment: () => void) {
  const { cards } = context;
  return (key: CardKey, card: HTMLElement): boolean => {
    switch (key) {
      case 'delete':
        if (cards.chosen.size > 1 && cards.chosen.has(uid)) cards.remove([...cards.chosen]);
        else context.onDelete(uid);
        return true;
      case 'comment':
        context.onActivate(uid);
        // The field is there once the card is active.
        requestAnimationFrame(focusComment);
        return true;
      case 'leave':
        if (cards.chosen.size > 0) cards.chooseNone();
        else context.onLeave();
        return true;
      case 'link':
        cards.link(uid);
        return true;
      case 'verdict':
        return cards.askVerdict(uid);
      case 'date':
        return cards.takeDate(uid);
      case 'choose':
        cards.choose(uid, 'toggle');
        return true;
      case 'choose-all':
        cards.chooseAll();
        return true;
      case 'next':
      case 'previous':
        return stepToCard(card, key === 'next' ? 1 : -1) !== null;
      case 'extend-next':
      case 'extend-previous': {
        if (cards.chosen.size === 0) cards.choose(uid, 'toggle');
        const next = stepToCard(card, key === 'extend-next' ? 1 : -1);
        if (next !== null) cards.choose(next, 'extend');
        return true;
      }
    }
  };
}

/** Lets the handle of another card be dropped here. */
function useLinkDrop(annotation: Annotation, { cards }: CardContext) {
  const [over, setOver] = useState(false);
  const { uid, kind, document, selector } = annotation;
  const onDragOver = (event: DragEvent): void => {
    if (!dragHoldsLink(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'link';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    const from = droppedLink(event.dataTransfer);
    if (from === null) return;
    event.preventDefault();
    event.stopPropagation();
    cards.link(from, { document, annotation: uid, kind, title: '', quote: selector.exact });
  };
  return { over, handlers: { onDragOver, onDragLeave: () => setOver(false), onDrop } };
}
