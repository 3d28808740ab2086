/** A quotation cut to what one line can hold. */

/** At most `most` UTF-16 code units, never half a character; an ellipsis says that there is more. */
export function shortQuote(quote: string, most = 80): string {
  if (quote.length <= most) return quote;
  const kept = quote.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}
