/** The top line of a card: its kind (a menu), whether it is chosen, its verdict (a menu) or date. */
import { inWords } from '@renderer/i18n/i18n';
import { MenuButton, type MenuEntry, PointMenu } from '@renderer/ui/Menu';
import { type AnnotationKind, findKind, type KindField, kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { Check, ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AnnotationPatch } from '../annotation-actions';
import { keyValueOf, valueInWords } from './field-values';

interface CardHeadProps {
  readonly annotation: Annotation;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly onChange: (patch: AnnotationPatch, before: AnnotationPatch) => void;
  /** Opens the menu of verdicts when it becomes true. */
  readonly verdictAsked: boolean;
  readonly onAnswered: () => void;
}

/** Changing the kind keeps all fields: those the new kind has show, the others wait. */
export function CardHead(props: CardHeadProps) {
  const { annotation, chosen, onChange } = props;
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
      {chosen && <Check size={13} className="card__chosen" aria-hidden />}
      <MenuButton label={name} entries={entries}>
        <AriaButton className="card__kind" aria-label={name}>
          <span aria-hidden className="kind-sign" data-sign={kind.sign}>
            {kind.sign}
          </span>{' '}
          {label}
          <ChevronDown size={12} aria-hidden />
        </AriaButton>
      </MenuButton>
      <KeyValue {...props} kind={kind} />
    </div>
  );
}

function KeyValue(props: CardHeadProps & { readonly kind: AnnotationKind }) {
  const { annotation, kind, active } = props;
  const verdict = kind.fields.find(({ id }) => id === 'verdict');
  const value = keyValueOf(kind, annotation.fields);
  if (verdict?.type !== 'choice' || (value === '' && !active)) return <span className="card__key">{value}</span>;
  return <Verdict {...props} field={verdict} />;
}

type ChoiceField = KindField & { readonly type: 'choice' };

function Verdict({
  annotation,
  field,
  onChange,
  verdictAsked,
  onAnswered,
}: CardHeadProps & { readonly field: ChoiceField }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { fields } = annotation;
  const value = fields[field.id] ?? '';
  const words = value === '' ? t('cards.noVerdict') : valueInWords(field, value);
  const open = (): void => {
    const rect = button.current?.getBoundingClientRect();
    if (rect !== undefined) setAt({ x: rect.left, y: rect.bottom });
  };
  const answered = useRef(onAnswered);
  answered.current = onAnswered;
  useEffect(() => {
    if (!verdictAsked) return;
    const rect = button.current?.getBoundingClientRect();
    if (rect !== undefined) setAt({ x: rect.left, y: rect.bottom });
    answered.current();
  }, [verdictAsked]);
  const set = (next: string): void => {
    if (next === value) return;
    const { [field.id]: _before, ...others } = fields;
    onChange({ fields: next === '' ? others : { ...others, [field.id]: next } }, { fields });
  };
  const entries: readonly MenuEntry[] = [
    ...field.options.map((option) => ({ id: option.id, label: inWords(option.label), run: () => set(option.id) })),
    'separator',
    { id: 'none', label: t('cards.noVerdict'), run: () => set('') },
  ];
  return (
    <>
      <button
        ref={button}
        type="button"
        className={value === '' ? 'card__verdict card__verdict--none' : 'card__verdict'}
        data-verdict={value}
        aria-label={t('cards.verdict', { verdict: words })}
        aria-haspopup="menu"
        aria-keyshortcuts="E"
        title={`${t('cards.verdict', { verdict: words })} (E)`}
        onClick={(event) => {
          event.stopPropagation();
          open();
        }}
      >
        {words}
      </button>
      {at !== null && (
        <PointMenu
          label={t('cards.verdicts')}
          entries={entries}
          at={at}
          onClose={() => {
            setAt(null);
            button.current?.closest('article')?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}
