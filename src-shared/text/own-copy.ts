/** Strings that outlive the text they were cut from. */

/**
 * The same string in memory of its own. V8 keeps a whole text for as long as any longer part
 * cut out of it: what is kept for good (keys of a cache) is copied first.
 */
export const ownCopy = (part: string): string => ` ${part}`.slice(1);
