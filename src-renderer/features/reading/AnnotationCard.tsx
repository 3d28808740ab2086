/** One annotation in the margin: its kind, key field, comment, labels, links; all of it editable once active. */

import { commentWords } from '@renderer/editor/comment/comment-words';
import { showFailure } from '@renderer/features/document/saved-session';
import { useTranslation } from '@renderer/i18n/words';
import { KindSign } from '@renderer/ui/KindCounts';
import { kindStyle } from '@renderer/ui/kind-colours';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { Check } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useRef } from 'react';
import type { AnnotationPatch } from './annotation-actions';
import { CommentField, type CommentHandle } from './CommentField';
import { CardFoot } from './cards/CardFoot';
import { CardHead } from './cards/CardHead';
import type { CardContext } from './cards/card-context';
import { cardKeyOf } from './cards/card-keys';
import { cardName } from './cards/card-name';
import { keyValueOf, namesOf } from './cards/field-values';
import { useCardKeys } from './cards/use-card-keys';
import { KindFields } from './KindFields';
import { LabelEditor } from './LabelEditor';
import { CardLinks } from './links/CardLinks';
import { useLinkDrop } from './links/use-link-drop';
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
  const field = useRef<CommentHandle>(null);
  const chosen = context.cards.chosen.has(uid);
  const drop = useLinkDrop(annotation, context);
  useEffect(() => {
    if (commenting) field.current?.focus();
  }, [commenting]);
  const act = useCardKeys(annotation, context, () => field.current?.focus());
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
  const folded = compact && !active;
  if (folded) looks.push('card--compact');
  const name = cardName(t, annotation);
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
      {folded ? (
        <CompactLine annotation={annotation} chosen={chosen} />
      ) : (
        <CardBody annotation={annotation} context={context} active={active} chosen={chosen} field={field} />
      )}
    </article>
  );
}

/** A card in one line: its comment, or the words it stands on. */
function CompactLine({ annotation, chosen }: { readonly annotation: Annotation; readonly chosen: boolean }) {
  const { kind: id, comment, selector, fields } = annotation;
  const kind = findKind(id);
  const key = kind === undefined ? '' : keyValueOf(kind, fields);
  return (
    <div className="card__head">
      {chosen && <Check size={13} className="card__chosen" aria-hidden />}
      <KindSign kind={id} />
      <span className={comment === '' ? 'card__line card__line--quote' : 'card__line'}>
        {comment === '' ? selector.exact : commentWords(comment)}
      </span>
      {key !== '' && <span className="card__key">{key}</span>}
    </div>
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
  const links = context.linksOf(uid);
  return (
    <>
      <CardHead
        annotation={annotation}
        pages={context.pagesOf(annotation)}
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
      {links.length > 0 && (
        <CardLinks
          links={links}
          document={annotation.document}
          editable={active}
          onJump={({ document, annotation: end }) =>
            context.onOpen(document, end === null ? undefined : { annotation: end })
          }
          onUnlink={cards.unlink}
        />
      )}
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
