/** What a card says of an annotation besides its words: the fields of its kind, filled in. */

import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { printEdtf } from '@shared/dates/print-edtf';
import { findKind, type KindField } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Metadata } from '@shared/model/document';

/** A field that is filled in. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** True when the value needs no label: who says it, what it is called, when it was. */
  readonly bare: boolean;
}

function valueInWords(field: KindField, value: string): string {
  if (field.type !== 'choice') return field.type === 'date' ? printEdtf(value, currentLanguage()) : value;
  const option = field.options.find(({ id }) => id === value);
  return option === undefined ? value : inWords(option.label);
}

/** The filled-in fields in the registry's order: who says it, verdict, date, place … */
export function factsOf({ kind, fields }: Pick<Annotation, 'kind' | 'fields'>): readonly Fact[] {
  return (findKind(kind)?.fields ?? []).flatMap((field, index) => {
    const { id } = field;
    const value = fields[id] ?? '';
    if (value === '') return [];
    return [{ id, label: inWords(field.label), value: valueInWords(field, value), bare: index === 0 }];
  });
}

/** Title, site and date of a source on one line; what is unknown is left out. */
export function sourceLine(title: string, metadata: Pick<Metadata, 'site' | 'date'>): string {
  const date = metadata.date === '' ? '' : printEdtf(metadata.date, currentLanguage());
  return [title, metadata.site, date].filter((part) => part !== '').join(' · ');
}

/** Marks around a whole quotation; those of a quotation inside it stay. */
const ownMarks = /^[“"«„]\s*([^“”"«»„]+?)\s*[”"»“]$/u;

/** A quotation on one line, without marks around it, short enough to name something by. */
export const shortQuote = (quote: string, length = 80): string => {
  const line = quote.replace(/\s+/g, ' ').trim().replace(ownMarks, '$1');
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
};
