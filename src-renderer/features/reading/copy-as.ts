/** Copies quotations with their citation, in the form that is chosen: on the clipboard, and said. */
import { currentLanguage } from '@renderer/i18n/i18n';
import type { MenuEntry } from '@renderer/ui/Menu';
import { printEdtf } from '@shared/dates/print-edtf';
import type { Document } from '@shared/model/document';
import { type CopiedQuote, type CopyForm, copiedAs, copyForms } from '@shared/quotes/copied-quotes';
import type { TFunction } from 'i18next';
import { citedPlaceOf, copyText } from './citation';

interface Quoted {
  readonly quote: string;
  /** Where it stands, UTF-16 code units of the text; null when that is not known. */
  readonly range: { readonly start: number; readonly end: number } | null;
}

/** A quotation with all its citation says. */
export function quoteToCopy(
  document: Pick<Document, 'title' | 'metadata' | 'body' | 'text'>,
  { quote, range }: Quoted,
): CopiedQuote {
  const { date } = document.metadata;
  return {
    quote,
    document,
    date: date === '' ? '' : printEdtf(date, currentLanguage()),
    place: range === null ? {} : citedPlaceOf(document, range),
  };
}

/** Puts quotations on the clipboard. */
export function copyQuotes(form: CopyForm, quotes: readonly CopiedQuote[]): void {
  const { text, html } = copiedAs(form, quotes, currentLanguage());
  copyText(text, html);
}

/** The forms as lines of a menu. */
export const copyEntries = (t: TFunction, copy: (form: CopyForm) => void): readonly MenuEntry[] =>
  copyForms.map((form) => ({ id: form, label: t(`reading.copyForms.${form}`), run: () => copy(form) }));
