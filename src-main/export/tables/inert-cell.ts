/**
 * Words that a spreadsheet would take for a formula when it opens a CSV file. It has no way
 * to say "text", so an apostrophe is put before them, as the spreadsheet itself writes it.
 */

/** First signs that begin a formula, the full-width forms that some programs fold to them, and blanks that are skipped. */
const formulaLike = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r]/u;

/** The words so that nothing is computed from them. */
export const inertCell = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);
