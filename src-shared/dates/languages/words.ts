/** Tables of words to patterns: the longest word first, so that none hides another. */

/** Alternatives for a pattern, longest first. */
export function oneOf(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

/** Number a word stands for, whatever its case; undefined when it is not in the table. */
export function numberFor(table: ReadonlyMap<string, number>, word: string | undefined): number | undefined {
  return word === undefined ? undefined : table.get(word.toLowerCase().replace(/\.$/, ''));
}

/** A table from rows of words that mean the same number; rows count from `first`. */
export function numbered(first: number, rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, first + index] as const)));
}

/** A year from two or four digits of a decade: "90" → "199", "1990" → "199", "2010" → "201". */
export function decadeDigits(digits: string): string {
  return digits.length === 4 ? digits.slice(0, 3) : `${Number(digits) < 30 ? '20' : '19'}${digits.slice(0, 1)}`;
}

/** First digits of a century's years: the 19th are 18XX. */
export function centuryDigits(century: number): string {
  return `${String(century - 1).padStart(2, '0')}XX`;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Roman number up to thirty-nine ("XIX" → 19), as centuries are counted. */
export function fromRoman(roman: string): number {
  const values = [...roman.toUpperCase()].map((digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
