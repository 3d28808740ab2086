/**
 * Quotations as typesetters leave them out of account: the one form in which the words of a
 * note and of its source are compared. Pure; knows nothing of where either comes from.
 */

const dashes = /[\u2013\u2014\u2015\u2212]/g;
const hyphens = /[\u2010\u2011]/g;
const apostrophes = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/g;
const marksThatOpen = /«\s*/g;
const marksThatClose = /\s*»/g;
const otherMarks = /[\u201c\u201d\u201e\u201f\u2033\u300c\u300d\u300e\u300f]/g;
/** Drawn by no font: soft hyphen, zero-width space and joiners, direction marks. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * A text with what belongs to typesetting made alike: the shape of quotation marks,
 * apostrophes, dashes, dots and spaces, the French space before `: ; ! ?`. Letters, case
 * and accents stay as they are.
 */
export function alikeInPrint(text: string): string {
  return text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(marksThatOpen, '"')
    .replace(marksThatClose, '"')
    .replace(otherMarks, '"')
    .replace(apostrophes, "'")
    .replace(dashes, '–')
    .replace(hyphens, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .replace(/ ([:;!?])/g, '$1')
    .trim();
}

/** The same without the marks around the whole quotation and the stop or comma behind it. */
export function barePhrase(text: string): string {
  return alikeInPrint(text)
    .replace(/^["' ]+/, '')
    .replace(/(?:["' ]|(?<!\.)\.(?!\.)|[,;:])+$/, '');
}

/** The same form with the signs of good print, to be read: ’ “ ” …. */
export function printed(text: string): string {
  return alikeInPrint(text)
    .replace(/(^|[\s([–-])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/'/g, '’')
    .replace(/\.\.\./g, '…');
}
