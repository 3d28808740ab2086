/**
 * Bytes to a string, whatever their character set: byte-order mark, what the file
 * declares, strict UTF-8, then statistics. `TextDecoder` is used for UTF-8 only:
 * some Node versions decode windows-1252 with it wrongly.
 */
import { isUtf8 } from 'node:buffer';
import type { ImportLoss } from '@shared/outcome/import-loss-words';
import { utf16Kind } from './sniff-binary';

export interface DecodedText {
  readonly text: string;
  /** Name of the character set ("utf-8", "windows-1251"). */
  readonly charset: string;
  /** Characters that could not be read and stand as U+FFFD. */
  readonly unreadable: number;
}

/** Bytes given to the statistics, from the first that is not ASCII on. */
const sampleBytes = 65_536;

/** Labels that mean another set in practice (WHATWG Encoding, "Names and labels"). */
const aliases: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'unicode-1-1-utf-8': 'utf-8',
  utf8: 'utf-8',
};

const canonical = (label: string): string => {
  const lower = label.trim().toLowerCase();
  return Object.hasOwn(aliases, lower) ? (aliases[lower] ?? lower) : lower;
};

/** Four times as quick as a strict `TextDecoder`. */
const strictUtf8 = (bytes: Uint8Array): string | null =>
  isUtf8(bytes)
    ? bufferOf(bytes)
        .toString('utf8')
        .replace(/^\ufeff/, '')
    : null;

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The first bytes of a file as characters of one byte each, to look for signs in. */
export const headOf = (bytes: Uint8Array, length: number): string =>
  bufferOf(bytes.subarray(0, length)).toString('latin1');

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
const countUnreadable = (text: string): number => text.split('\ufffd').length - 1;

/** UTF-8 with a few bad bytes is still UTF-8: at least ten good sequences for each bad one. */
function mostlyUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const unreadable = countUnreadable(text);
  const sample = text.slice(0, 4 * sampleBytes);
  const good = sample.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return good >= countUnreadable(sample) * 10 ? { text, charset: 'utf-8', unreadable } : null;
}

async function decodeAs(bytes: Uint8Array, charset: string): Promise<DecodedText | null> {
  const { default: iconv } = await import('iconv-lite');
  if (!iconv.encodingExists(charset)) return null;
  const text = iconv.decode(bytes, charset);
  return { text, charset, unreadable: countUnreadable(text) };
}

async function guessed(bytes: Uint8Array): Promise<DecodedText> {
  const { default: chardet } = await import('chardet');
  const firstOther = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 1024);
  const matches = chardet.analyse(bytes.subarray(firstOther, firstOther + sampleBytes));
  for (const { name } of matches) {
    const charset = canonical(name);
    if (/^utf-?(8|16|32)/.test(charset)) continue;
    const decoded = await decodeAs(bytes, charset);
    if (decoded && decoded.unreadable === 0) return decoded;
  }
  const western = await decodeAs(bytes, 'windows-1252');
  return western ?? { text: new TextDecoder('utf-8').decode(bytes), charset: 'utf-8', unreadable: 0 };
}

/**
 * Decodes a file's bytes. Never fails: what can't be read becomes U+FFFD and is counted.
 *
 * @param declared The character set the file names for itself, or empty. Bytes that are
 * valid UTF-8 beyond ASCII are read as that all the same: saved pages keep stale labels.
 */
export async function decodeText(bytes: Uint8Array, declared = ''): Promise<DecodedText> {
  const wide = utf16Kind(bytes);
  if (wide) {
    const decoded = await decodeAs(bytes, wide);
    if (decoded) return { ...decoded, text: decoded.text.replace(/^\ufeff/, '') };
  }
  const label = canonical(declared);
  const statefulSet = /^(iso-2022|hz)/.test(label);
  if (!statefulSet) {
    const text = strictUtf8(bytes);
    if (text !== null) return { text, charset: 'utf-8', unreadable: 0 };
  }
  if (label !== '' && label !== 'utf-8') {
    const decoded = await decodeAs(bytes, label);
    if (decoded) return decoded;
  }
  return (isAscii(bytes) ? null : mostlyUtf8(bytes)) ?? guessed(bytes);
}

/** The loss sentence for unreadable characters, or none. */
export function decodingLosses({ unreadable, charset }: DecodedText): readonly ImportLoss[] {
  return unreadable === 0 ? [] : [{ what: 'damagedCharacters', count: unreadable, detail: charset }];
}
