/** What replaced a stretch of text, told apart by words and, where words changed one by one, by letters. Pure. */
import { changeBetween, type TextChange } from '@shared/anchors/map';
import { diffArrays } from 'diff';

/** A stretch of the text before and what stands for it after. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** Adds a change to those before it; ones that touch are one. */
export function addChange(changes: TextChange[], change: TextChange): void {
  const last = changes.at(-1);
  if (last?.end === change.start)
    changes[changes.length - 1] = { start: last.start, end: change.end, inserted: last.inserted + change.inserted };
  else changes.push(change);
}

/** The changes inside a stretch, in order. */
export function changesWithin(text: string, { start, end, inserted }: Stretch): readonly TextChange[] {
  const old = text.slice(start, end);
  const window = changeBetween(old, inserted);
  if (window === null) return [];
  const removed = old.slice(window.start, window.end);
  if (removed === '' || window.inserted === '')
    return [{ start: start + window.start, end: start + window.end, inserted: window.inserted }];
  return changesOfWords(removed, window.inserted, start + window.start);
}

const words = new Intl.Segmenter('und', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Text longer than this that was replaced (UTF-16 code units) counts as replaced as a whole. */
const comparedLength = 20_000;
/** Edits after which the search for what is common stops; its cost grows with their square. */
const mostEdits = 500;

function changesOfWords(removed: string, inserted: string, start: number): readonly TextChange[] {
  const whole = { start, end: start + removed.length, inserted };
  if (removed.length + inserted.length > comparedLength) return [whole];
  const script = diffArrays(wordsOf(removed), wordsOf(inserted), { maxEditLength: mostEdits });
  if (script === undefined) return [whole];
  const changes: TextChange[] = [];
  let offset = start;
  for (const [index, part] of script.entries()) {
    const text = part.value.join('');
    const replaces = part.added && script[index - 1]?.removed === true;
    const replaced = part.removed && script[index + 1]?.added === true;
    if (replaces)
      for (const change of changesOfLetters(script[index - 1]?.value ?? [], part.value, offset))
        addChange(changes, change);
    else if (part.added) addChange(changes, { start: offset, end: offset, inserted: text });
    else if (part.removed && !replaced) addChange(changes, { start: offset, end: offset + text.length, inserted: '' });
    if (!part.added && !replaced) offset += text.length;
    if (replaces) offset += script[index - 1]?.value.join('').length ?? 0;
  }
  return changes;
}

/** Words replaced by as many words changed each for itself, in the letters between those it kept. */
function changesOfLetters(old: readonly string[], now: readonly string[], start: number): readonly TextChange[] {
  const pairs =
    old.length === now.length ? old.map((word, index) => [word, now[index] ?? '']) : [[old.join(''), now.join('')]];
  let offset = start;
  return pairs.flatMap(([word = '', by = '']) => {
    const change = changeBetween(word, by);
    const from = offset;
    offset += word.length;
    return change === null ? [] : [{ ...change, start: from + change.start, end: from + change.end }];
  });
}
