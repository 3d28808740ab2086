/** A quotation with where it comes from, for the clipboard. */
export { copyText } from '@renderer/ui/copy-text';
export { citationOf, citedPlaceOf, quoted, sourceOf } from '@shared/quotes/citation';
