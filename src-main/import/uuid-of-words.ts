/** Ids of what comes from other programs: their own where they are of our shape, else made of words. */
import { createHash } from 'node:crypto';
import { isUid } from '@shared/model/ids';

/** The id in `urn:uuid:…`, or what is one already; empty for another. */
export function uuidIn(id: string): string {
  const uuid = id.replace(/^urn:uuid:/i, '').toLowerCase();
  return isUid(uuid) ? uuid : '';
}

/** The same words, the same id (a UUID of version 8, made of their SHA-256). */
export function uuidOfWords(words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\0'), 'utf8').digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
