/** The top line of a card: its kind (a menu), whether it is chosen, its verdict (a menu) or date. */

import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import type { MenuEntry } from '@renderer/ui/Menu';
import { Sign } from '@renderer/ui/Sign';
import { type AnnotationKind, findKind, type KindField, kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { pageWords } from '@shared/quotes/citation';
import { Check, ChevronDown } from 'lucide-react';
import type { AnnotationPatch } from '../annotation-actions';
import { CardMenuButton } from './CardMenuButton';
import { keyValueOf, valueInWords } from './field-values';

interface CardHeadProps {
  readonly annotation: Annotation;
  /** Of the source, where that has pages. */
  readonly pages: string | undefined;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly onChange: (patch: AnnotationPatch, before: AnnotationPatch) => void;
  /** Opens the menu of verdicts when it becomes true. */
  readonly verdictAsked: boolean;
  readonly onAnswered: () => void;
}

/** Changing the kind keeps all fields: those the new kind has show, the others wait. */
export function CardHead(props: CardHeadProps) {
  const { annotation, pages, chosen, onChange } = props;
  const { t } = useTranslation();
  const kind = findKind(annotation.kind);
  if (kind === undefined) return null;
  const label = inWords(kind.label);
  const entries = (): readonly MenuEntry[] =>
    kinds.map((other) => ({
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
      <CardMenuButton
        className="card__kind"
        aria-label={name}
        menu={name}
        entries={entries}
        focusAfter={(button) => button}
      >
        <Sign sign={kind.sign} />
        {label}
        <ChevronDown size={12} aria-hidden />
      </CardMenuButton>
      {pages !== undefined && <span className="card__page">{pageWords(pages, currentLanguage())}</span>}
      <KeyValue {...props} kind={kind} />
    </div>
  );
}

function KeyValue(props: CardHeadProps & { readonly kind: AnnotationKind }) {
  const { annotation, kind, active } = props;
  const verdict = kind.fields.find(({ id }) => id === 'verdict');
  const value = keyValueOf(kind, annotation.fields);
  if (value === '' && (verdict === undefined || !active)) return null;
  if (verdict?.type !== 'choice') return <span className="card__key">{value}</span>;
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
  const { fields } = annotation;
  const value = fields[field.id] ?? '';
  const words = value === '' ? t('cards.noVerdict') : valueInWords(field, value);
  const set = (next: string): void => {
    if (next === value) return;
    const { [field.id]: _before, ...others } = fields;
    onChange({ fields: next === '' ? others : { ...others, [field.id]: next } }, { fields });
  };
  const entries = (): readonly MenuEntry[] => [
    ...field.options.map((option) => ({ id: option.id, label: inWords(option.label), run: () => set(option.id) })),
    'separator',
    { id: 'none', label: t('cards.noVerdict'), run: () => set('') },
  ];
  return (
    <CardMenuButton
      className={value === '' ? 'card__verdict card__verdict--none' : 'card__verdict'}
      data-verdict={value}
      aria-label={t('cards.verdict', { verdict: words })}
      aria-keyshortcuts="E"
      title={`${t('cards.verdict', { verdict: words })} (E)`}
      menu={t('cards.verdicts')}
      entries={entries}
      asked={verdictAsked}
      onAnswered={onAnswered}
      focusAfter={(button) => button.closest('article')}
    >
      {words}
    </CardMenuButton>
  );
}
