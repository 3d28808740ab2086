/** Values of the kinds' fields as cards show them. */

import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { printEdtf } from '@shared/dates/print-edtf';
import { type AnnotationKind, type KindField, kinds, type Wording } from '@shared/kinds/kinds';
import type { AnnotationFields } from '@shared/model/annotation';

/** A field's value in the language in use: a choice by its label, a date in words. */
export function valueInWords(field: KindField, value: string): string {
  switch (field.type) {
    case 'choice': {
      const option = field.options.find(({ id }) => id === value);
      return option === undefined ? value : inWords(option.label);
    }
    case 'date':
      return printEdtf(value, currentLanguage(), 'short');
    case 'name':
      return value;
  }
}

/** The value shown at the right of a card's head: a date or choice, the first that is filled in. */
export function keyValueOf(kind: AnnotationKind, values: AnnotationFields): string {
  const field = kind.fields.find(({ id, type }) => type !== 'name' && (values[id] ?? '') !== '');
  return field === undefined ? '' : valueInWords(field, values[field.id] ?? '');
}

/** The names filled in, as chips of a card that is not in use. */
export function namesOf(kind: AnnotationKind, values: AnnotationFields): readonly string[] {
  return kind.fields.flatMap(({ id, type }) => (type === 'name' && values[id] ? [values[id]] : []));
}

/** What is filled in that this kind has no field for: kept from the kind it was before. */
export function keptFields(
  kind: AnnotationKind,
  values: AnnotationFields,
): readonly { readonly label: Wording; readonly value: string }[] {
  return Object.entries(values).flatMap(([id, value]) => {
    if (value === '' || kind.fields.some((field) => field.id === id)) return [];
    const field = kinds.flatMap(({ fields }) => fields).find((one) => one.id === id);
    return [
      field === undefined
        ? { label: { en: id, fr: id }, value }
        : { label: field.label, value: valueInWords(field, value) },
    ];
  });
}
