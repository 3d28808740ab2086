/** Text for people: aligned, terse, nothing of a document able to drive the terminal. */
import type { Io } from './io';

/** A line for a terminal: no control or direction-changing characters, no line breaks. */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

/** A text of several lines for a terminal: as it stands, without control characters but tab and newline. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keeping them from the terminal is the point
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Bold and dim where a terminal shows them; NO_COLOR is heeded. */
export function styleFor(io: Io): Style {
  const coloured = io.outIsTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  const wrap = (code: number) => (text: string) => (coloured && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: wrap(1), dim: wrap(2) };
}

/** Parts that are there, joined by a middle dot. */
export function facts(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ');
}

/** Two columns, the first padded. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

/** "1 document", "2 documents". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A size for people: kB and MB of 1,000. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
