/** The fields a kind has, from the registry. Each saves when it is left or chosen. */
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import type { AnnotationKind, KindField } from '@shared/kinds/kinds';
import type { Annotation, AnnotationFields } from '@shared/model/annotation';
import { assertNever } from '@shared/outcome/outcome';
import { useEffect, useRef } from 'react';
import { DateField } from './cards/DateField';
import { keptFields } from './cards/field-values';
import { NameField } from './cards/NameField';

interface KindFieldsProps {
  readonly kind: AnnotationKind;
  readonly annotation: Annotation;
  readonly onChange: (values: AnnotationFields) => void;
  /** Leads into the date. */
  readonly dateAsked: boolean;
  readonly onAnswered: () => void;
}

/** All fields of the kind, labelled; below them what another kind's fields hold. */
export function KindFields({ kind, annotation, onChange, dateAsked, onAnswered }: KindFieldsProps) {
  const { t } = useTranslation();
  const { fields: values } = annotation;
  // Fields left one right after the other: the second must not undo the first, whose answer may still be on its way.
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  }, [values]);
  const set = (id: string, value: string): void => {
    if ((latest.current[id] ?? '') === value) return;
    const { [id]: _replaced, ...others } = latest.current;
    latest.current = value === '' ? others : { ...others, [id]: value };
    onChange(latest.current);
  };
  const control = (field: KindField) => {
    const value = values[field.id] ?? '';
    const change = (next: string): void => set(field.id, next);
    switch (field.type) {
      case 'choice':
        return <ChoiceField field={field} value={value} onChange={change} />;
      case 'name':
        return <NameField kind={kind.id} field={field} value={value} onChange={change} />;
      case 'date':
        return (
          <DateField
            annotation={annotation}
            field={field}
            value={value}
            onChange={change}
            asked={dateAsked}
            onAnswered={onAnswered}
          />
        );
      default:
        return assertNever(field);
    }
  };
  const kept = keptFields(kind, values);
  return (
    <div className="kind-fields">
      {kind.fields.map((field) => (
        <div key={field.id} className="kind-fields__row">
          <span aria-hidden>{inWords(field.label)}</span>
          {control(field)}
        </div>
      ))}
      {kept.length > 0 && (
        <p className="kind-fields__kept" title={t('cards.otherFields')}>
          {kept.map(({ label, value }) => t('cards.field', { label: inWords(label), value })).join(' · ')}
        </p>
      )}
    </div>
  );
}

interface ChoiceFieldProps {
  readonly field: KindField & { readonly type: 'choice' };
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ChoiceField({ field, value, onChange }: ChoiceFieldProps) {
  const { t } = useTranslation();
  return (
    <select aria-label={inWords(field.label)} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('reading.notSet')}</option>
      {field.options.map((option) => (
        <option key={option.id} value={option.id}>
          {inWords(option.label)}
        </option>
      ))}
    </select>
  );
}
