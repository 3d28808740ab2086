/** Ids for what has none of its own here: the same words give the same id, so that exporting again updates. */
import { createHash } from 'node:crypto';

/** A UUID (version 8: made by a rule of our own) out of words. */
export function guidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\0'), 'utf8').digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** A name as other programs take it: on one line, without the signs they part paths with, told apart from those before. */
export function uniqueName(name: string, taken: Set<string>): string {
  const base =
    name
      .replace(/[/\\:]/g, '-')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 200)
      .toWellFormed() || 'untitled';
  let unique = base;
  for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${base} (${number})`;
  taken.add(unique.toLowerCase());
  return unique;
}
