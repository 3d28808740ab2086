/** The fields a kind has, from the registry. Each saves when it is left or chosen. */
import { inWords } from '@renderer/i18n/i18n';
import type { AnnotationKind, KindField } from '@shared/kinds/kinds';
import type { AnnotationFields } from '@shared/model/annotation';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface KindFieldsProps {
  readonly kind: AnnotationKind;
  readonly values: AnnotationFields;
  readonly onChange: (values: AnnotationFields) => void;
}

/** All fields of the kind, labelled. */
export function KindFields({ kind, values, onChange }: KindFieldsProps) {
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
  return (
    <div className="kind-fields">
      {kind.fields.map((field) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: FieldInput is the control
        <label key={field.id} className="kind-fields__row">
          <span>{inWords(field.label)}</span>
          <FieldInput field={field} value={values[field.id] ?? ''} onChange={(value) => set(field.id, value)} />
        </label>
      ))}
    </div>
  );
}

interface FieldInputProps {
  readonly field: KindField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FieldInput({ field, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  if (field.type === 'choice') {
    return (
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('reading.notSet')}</option>
        {field.options.map((option) => (
          <option key={option.id} value={option.id}>
            {inWords(option.label)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      value={draft}
      placeholder={field.type === 'date' ? t('reading.datePlaceholder') : undefined}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => onChange(draft.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onChange(draft.trim());
      }}
    />
  );
}

/** The value shown at the right of a card's head: the last field that says something short. */
export function keyFieldOf(kind: AnnotationKind, values: AnnotationFields): string {
  const field = kind.fields.find(({ id, type }) => type !== 'name' && (values[id] ?? '') !== '');
  if (field === undefined) return '';
  const value = values[field.id] ?? '';
  if (field.type !== 'choice') return value;
  const option = field.options.find(({ id }) => id === value);
  return option === undefined ? value : inWords(option.label);
}
