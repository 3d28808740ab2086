/**
 * What the quick way through a text needs to know of a code unit. Words and runs of Han, kana and
 * Hangul never reach over a separator, so a text may be taken run by run.
 */
import { characterAt } from './tokens';

/** Ends a run. */
export const separator = 1;
/** Of a word: a letter or digit, or a joiner or accent, which counts for nothing by itself. */
export const ofWord = 2;
/** Han, kana or Hangul that folds to itself. */
export const ideograph = 3;
/** Half a surrogate pair, or a sign that folds to several Han or Hangul. */
const other = 4;

const kinds = new Uint8Array(0x10000);

/** What a code unit is; of a run that holds any kind but {@link ofWord} or {@link ideograph} only the whole scan can tell. */
export function unitKind(code: number): number {
  const seen = kinds[code];
  return seen !== undefined && seen !== 0 ? seen : lookedAt(code);
}

function lookedAt(code: number): number {
  const kind = kindOf(code);
  kinds[code] = kind;
  return kind;
}

function kindOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return other;
  const { class: is, folded } = characterAt(code);
  if (is === 'separator') return separator;
  if (is === 'ideograph') return folded === String.fromCharCode(code) ? ideograph : other;
  return ofWord;
}
