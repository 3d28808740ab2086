/** One annotation in the margin: its kind, key field, comment, labels; all of it editable once active. */

import { call } from '@renderer/client/client';
import { showFailure } from '@renderer/features/document/saved-session';
import { inWords } from '@renderer/i18n/i18n';
import { IconButton } from '@renderer/ui/Button';
import { kindStyle } from '@renderer/ui/kind-colours';
import { MenuButton } from '@renderer/ui/Menu';
import type { Backlink, LinkView } from '@shared/contract/shapes';
import { findKind, kinds } from '@shared/kinds/kinds';
import { relations } from '@shared/kinds/relations';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { ChevronDown, NotebookPen, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AnnotationActions, AnnotationPatch } from './annotation-actions';
import { CommentField } from './CommentField';
import { KindFields, keyFieldOf } from './KindFields';
import { LabelEditor } from './LabelEditor';
import type { ReadingTarget } from './reading-target';

export interface CardContext {
  readonly actions: AnnotationActions;
  readonly backlinks: readonly Backlink[];
  readonly linksOf: (uid: AnnotationUid) => readonly LinkView[];
  readonly onActivate: (uid: AnnotationUid) => void;
  readonly onDelete: (uid: AnnotationUid) => void;
  readonly onQuote: (annotation: Annotation) => void;
  readonly onLeave: () => void;
  readonly onOpen: (uid: DocumentUid, target?: ReadingTarget) => void;
}

interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly context: CardContext;
  readonly active: boolean;
  /** Puts the focus into the comment when it becomes true. */
  readonly commenting: boolean;
  readonly ref?: Ref<HTMLElement>;
}

const shortQuote = (quote: string): string => (quote.length > 80 ? `${quote.slice(0, 79).trimEnd()}…` : quote);

/** What a screen reader says of a card before its parts. */
function useCardName(annotation: Annotation): string {
  const { t } = useTranslation();
  const kind = findKind(annotation.kind);
  const words = {
    kind: kind === undefined ? annotation.kind : inWords(kind.label),
    quote: shortQuote(annotation.selector.exact),
  };
  return annotation.comment === ''
    ? t('reading.card', words)
    : t('reading.cardCommented', { ...words, comment: annotation.comment });
}

/** A card. Press it to go to its passage. */
export function AnnotationCard({ annotation, context, active, commenting, ref }: AnnotationCardProps) {
  const { uid, comment, labels } = annotation;
  const name = useCardName(annotation);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (commenting) field.current?.focus({ preventScroll: true });
  }, [commenting]);
  const change = (patch: AnnotationPatch, before: AnnotationPatch): void => {
    context.actions.change(uid, patch, before).catch(showFailure);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    if (event.key === 'Delete' || event.key === 'Backspace') context.onDelete(uid);
    else if (event.key === 'Enter' || event.key === 'c') {
      context.onActivate(uid);
      field.current?.focus();
    } else if (event.key === 'Escape') context.onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <article
      ref={ref}
      className={active ? 'card card--active' : 'card'}
      style={kindStyle(annotation.kind)}
      data-annotation={uid}
      aria-label={name}
      aria-current={active || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is stepped to, and Enter opens its comment
      tabIndex={0}
      onClick={() => context.onActivate(uid)}
      onKeyDown={onKeyDown}
    >
      <CardHead annotation={annotation} onChange={change} />
      <p className="card__quote">{shortQuote(annotation.selector.exact)}</p>
      {(active || comment !== '') && (
        <CommentField
          ref={field}
          document={annotation.document}
          quote={shortQuote(annotation.selector.exact)}
          comment={comment}
          onSave={async (next) => void (await call('updateAnnotation', { uid, comment: next }))}
          onLeave={(before, after) => context.actions.remember(uid, { comment: after }, { comment: before })}
        />
      )}
      <LabelEditor labels={labels} editable={active} onChange={(next) => change({ labels: next }, { labels })} />
      {active && <CardFields annotation={annotation} onChange={change} />}
      <CardLinks annotation={annotation} context={context} />
      {active && <CardFoot annotation={annotation} context={context} />}
    </article>
  );
}

type OnChange = (patch: AnnotationPatch, before: AnnotationPatch) => void;

function CardHead({ annotation, onChange }: { readonly annotation: Annotation; readonly onChange: OnChange }) {
  const { t } = useTranslation();
  const kind = findKind(annotation.kind);
  if (kind === undefined) return null;
  const label = inWords(kind.label);
  const entries = kinds.map((other) => ({
    id: other.id,
    label: `${other.sign} ${inWords(other.label)}`,
    run: () => {
      if (other.id !== kind.id) onChange({ kind: other.id }, { kind: kind.id });
    },
  }));
  const name = t('reading.changeKind', { kind: label });
  return (
    <div className="card__head">
      <MenuButton label={name} entries={entries}>
        <AriaButton className="card__kind" aria-label={name}>
          <span aria-hidden>{kind.sign}</span> {label}
          <ChevronDown size={12} aria-hidden />
        </AriaButton>
      </MenuButton>
      <span className="card__key">{keyFieldOf(kind, annotation.fields)}</span>
    </div>
  );
}

function CardFields({ annotation, onChange }: { readonly annotation: Annotation; readonly onChange: OnChange }) {
  const kind = findKind(annotation.kind);
  if (kind === undefined || kind.fields.length === 0) return null;
  const { fields } = annotation;
  return <KindFields kind={kind} values={fields} onChange={(next) => onChange({ fields: next }, { fields })} />;
}

function CardLinks({ annotation, context }: { readonly annotation: Annotation; readonly context: CardContext }) {
  const { t } = useTranslation();
  const links = context.linksOf(annotation.uid);
  if (links.length === 0) return null;
  return (
    <ul className="card__links" aria-label={t('reading.links')}>
      {links.map((link) => {
        const relation = relations.find(({ id }) => id === link.relation);
        const words =
          relation === undefined
            ? link.relation
            : inWords(link.direction === 'out' ? relation.label : relation.inverse);
        const { document, annotation: end, title, quote } = link.otherEnd;
        return (
          <li key={link.uid}>
            {words}{' '}
            <button
              type="button"
              className="text-button"
              onClick={() => context.onOpen(document, end === null ? undefined : { annotation: end })}
            >
              {quote === '' ? title : `« ${shortQuote(quote)} »`}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function CardFoot({ annotation, context }: { readonly annotation: Annotation; readonly context: CardContext }) {
  const { t } = useTranslation();
  const times = context.backlinks.filter(({ annotations }) => annotations.includes(annotation.uid)).length;
  return (
    <div className="card__foot">
      <span>{times > 0 && t('reading.quotedTimes', { count: times })}</span>
      <IconButton
        label={t('reading.quoteInNote')}
        keys="Q"
        icon={NotebookPen}
        onPress={() => context.onQuote(annotation)}
        small
      />
      <IconButton
        label={t('reading.deletePassage')}
        keys="Del"
        icon={Trash2}
        onPress={() => context.onDelete(annotation.uid)}
        small
      />
    </div>
  );
}
