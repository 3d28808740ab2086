/** A quotation with where it comes from, for the clipboard. Pure. */
import type { Document } from '@shared/model/document';

/** `« quote » (Author, “Title”, Site, date, address)`; what is unknown is left out. */
export function citationOf(
  quote: string,
  { title, metadata }: Pick<Document, 'title' | 'metadata'>,
  language: 'en' | 'fr',
  date: string,
): string {
  const { authors, site, url } = metadata;
  const quoted = (text: string, [open, close]: readonly [string, string]): string => `${open}${text}${close}`;
  const outer = language === 'fr' ? (['«\u202f', '\u202f»'] as const) : (['“', '”'] as const);
  const parts = [authors.join(', '), title === '' ? '' : quoted(title, outer), site, date, url].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? quoted(quote, outer) : `${quoted(quote, outer)} (${parts.join(', ')})`;
}

/** Puts text on the clipboard. Uses the copy event: the page has no clipboard permission and needs none. */
export function copyText(text: string): void {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
}
