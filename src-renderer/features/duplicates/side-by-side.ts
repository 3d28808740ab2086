/** A difference between two texts as rows of two columns, a paragraph beside its counterpart. Pure. */
import type { DiffPart } from '@shared/text/diff';

/** A stretch of one column; `only`: the other text has it not. */
export interface Stretch {
  readonly text: string;
  readonly only: boolean;
}

export interface SideBySideRow {
  readonly left: readonly Stretch[];
  readonly right: readonly Stretch[];
}

/** A row ends where both texts begin a new line; what one text has more stands in one column alone. */
export function sideBySide(parts: readonly DiffPart[]): readonly SideBySideRow[] {
  const rows: SideBySideRow[] = [];
  let left: Stretch[] = [];
  let right: Stretch[] = [];
  const endRow = (): void => {
    if (left.length + right.length > 0) rows.push({ left, right });
    left = [];
    right = [];
  };
  const add = (column: Stretch[], text: string, only: boolean): void => {
    if (text !== '') column.push({ text, only });
  };
  for (const { is, text } of parts) {
    if (is === 'removed') add(left, text, true);
    if (is === 'added') add(right, text, true);
    if (is !== 'same') continue;
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) endRow();
      add(left, line, false);
      add(right, line, false);
    }
  }
  endRow();
  return rows;
}

/** Whether both columns of a row say the same. */
export const isSame = ({ left, right }: SideBySideRow): boolean => ![...left, ...right].some(({ only }) => only);
