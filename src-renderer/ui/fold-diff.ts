/** Folds the long unchanged stretches of a difference, so that what changed is read at a glance. Pure. */
import type { DiffPart } from '@shared/text/diff';

/** A stretch as it is shown; `folded` stands for unchanged text that is hidden until asked for. */
export interface DiffStretch {
  readonly is: DiffPart['is'] | 'folded';
  readonly text: string;
  /** Where it begins among all parts, in UTF-16 code units: its identity. */
  readonly at: number;
}

/** Unchanged text kept beside a change, at least (UTF-16 code units). */
const context = 160;
/** A stretch that hides less than this is shown: a button would take as much room. */
const leastHidden = 240;

const wordEdge = /\s/;

/** Moves an offset to the next blank, a few characters on at most, so that no word is cut. */
function afterWord(text: string, offset: number): number {
  for (let at = offset; at < Math.min(offset + 40, text.length); at++) if (wordEdge.test(text[at] ?? '')) return at;
  return offset;
}

function beforeWord(text: string, offset: number): number {
  for (let at = offset; at > Math.max(offset - 40, 0); at--) if (wordEdge.test(text[at - 1] ?? '')) return at;
  return offset;
}

/** Stretches to show, in order; put together they are all the parts. */
export function foldDiff(parts: readonly DiffPart[]): readonly DiffStretch[] {
  const shown: DiffStretch[] = [];
  let at = 0;
  const push = (is: DiffStretch['is'], text: string): void => {
    if (text === '') return;
    shown.push({ is, text, at });
    at += text.length;
  };
  for (const [index, { is, text }] of parts.entries()) {
    const head = index === 0 ? 0 : afterWord(text, Math.min(context, text.length));
    const tail = index === parts.length - 1 ? text.length : beforeWord(text, Math.max(text.length - context, 0));
    if (is !== 'same' || tail - head < leastHidden) {
      push(is, text);
      continue;
    }
    push('same', text.slice(0, head));
    push('folded', text.slice(head, tail));
    push('same', text.slice(tail));
  }
  return shown;
}

/** Tells whether anything changed. */
export const hasChange = (parts: readonly DiffPart[]): boolean => parts.some(({ is }) => is !== 'same');
