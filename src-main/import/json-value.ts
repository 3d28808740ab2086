/** JSON from outside, read by its own properties only: what a name inherits is never seen. */
import { decodeText, headOf } from './decode-text';
import type { FileToRead } from './importer';
import { brokenFile } from './refusal';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws Failure `import/broken` */
export async function parseJson({ name, bytes }: FileToRead): Promise<unknown> {
  const { text } = await decodeText(bytes);
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw brokenFile(name, 'it is not sound JSON', error);
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property's value; undefined for what is no object, or has it not itself. */
export const at = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** One or many, as JSON-LD leaves it open. */
export const many = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export const objectsIn = (value: unknown): readonly JsonObject[] => many(value).filter(isObject);

export const textsIn = (value: unknown): readonly string[] => many(value).filter((item) => typeof item === 'string');

/** The first text among one or many; empty when there is none. */
export const textAt = (value: unknown, key: string): string => textsIn(at(value, key))[0] ?? '';

/** A moment in milliseconds since 1970; undefined where it is none. */
export function timeAt(value: unknown, key: string): number | undefined {
  const written = textAt(value, key);
  const ms = /^\d{4}-\d\d-\d\d/.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(ms) || ms < 0 ? undefined : ms;
}

/** Whether bytes begin like JSON (within 256 bytes) and name one of these in their first 64 kB. */
export function jsonMentions(bytes: Uint8Array, ...words: readonly string[]): boolean {
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*[[{]/.test(headOf(bytes, 256))) return false;
  const head = headOf(bytes, 65_536);
  return words.some((word) => head.includes(word));
}
