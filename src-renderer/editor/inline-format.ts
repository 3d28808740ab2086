/** A run's marks and Lexical's format bits, both ways. Knows nothing of nodes. */
import { type Mark, marks } from '@shared/model/block';
import { TEXT_TYPE_TO_FORMAT, type TextFormatType } from 'lexical';

const formatOf: Readonly<Record<Mark, TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  code: 'code',
  sub: 'subscript',
  sup: 'superscript',
};

const bitOf = (mark: Mark): number => TEXT_TYPE_TO_FORMAT[formatOf[mark]] ?? 0;

/** Lexical's name of a mark. */
export const formatTypeOf = (mark: Mark): TextFormatType => formatOf[mark];

/** Format bits of some marks. */
export function bitsOf(runMarks: readonly Mark[] | undefined): number {
  let bits = 0;
  for (const mark of runMarks ?? []) bits |= bitOf(mark);
  return bits;
}

/** Marks of some format bits, in canonical order; bits that are no mark of ours are left out. */
export function marksOf(bits: number): readonly Mark[] {
  return bits === 0 ? [] : marks.filter((mark) => (bits & bitOf(mark)) !== 0);
}
