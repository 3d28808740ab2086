/** What happened to a text, as replacements and moves. Pure. */
import type { TextChange } from '@shared/anchors/map';

/** Text that a node took along to another place: `[start, end)` before stands at `to` after. */
export interface TextMove {
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

/** What happened to a text. */
export interface TextEdit {
  /** Replacements that turn the text before into the one after: in order, apart, in offsets of the text before. */
  readonly changes: readonly TextChange[];
  readonly moves: readonly TextMove[];
}
