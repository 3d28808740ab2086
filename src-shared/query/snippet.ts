/** The part of a text that shows best why it was found. Pure; offsets count UTF-16 code units. */
import { toCharacterEnd, toCharacterStart } from '../anchors/describe';
import { findHits, type Hit } from './find-hits';
import type { SearchTerm } from './tokens';

export interface Snippet {
  /** Part of the text as it stands, but with spaces for line breaks. */
  readonly text: string;
  /** Hits in it, in order, not overlapping. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** The first hit, in the whole text; null when no term stands there. */
  readonly first: { readonly start: number; readonly end: number } | null;
}

/** Code units of a snippet, about two lines of a result. */
const snippetLength = 160;
/** Code units shown before the first hit. */
const lead = 40;
/** For several terms a better window is looked for within so many code units after the first hit. */
const reach = 3000;
const mostHits = 200;

/** Cuts the window with the most different terms out of a text. */
export function snippetOf(text: string, terms: readonly SearchTerm[]): Snippet {
  const hits = [...findHits(text, terms, mostHits, terms.length > 1 ? reach : snippetLength)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const first = hits[0];
  if (first === undefined)
    return { text: oneLine(text.slice(0, wordEnd(text, snippetLength))), marks: [], first: null };
  const best = bestWindow(first, hits);
  const start = best.start <= lead ? 0 : wordStart(text, best.start - lead);
  const end = wordEnd(text, Math.max(start + snippetLength, best.end));
  const marks: { start: number; end: number }[] = [];
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue;
    const last = marks.at(-1);
    if (last !== undefined && hit.start - start < last.end) last.end = Math.max(last.end, hit.end - start);
    else marks.push({ start: hit.start - start, end: hit.end - start });
  }
  return { text: oneLine(text.slice(start, end)), marks, first: { start: first.start, end: first.end } };
}

/** The hit a window should begin with: most different terms, then most hits, then earliest. */
function bestWindow(first: Hit, hits: readonly Hit[]): Hit {
  let best = first;
  let bestScore = -1;
  for (const [index, hit] of hits.entries()) {
    const seen = new Set<number>();
    let count = 0;
    for (let next = index; next < hits.length; next++) {
      const other = hits[next];
      if (other === undefined || other.end > hit.start - lead + snippetLength) break;
      seen.add(other.term);
      count++;
    }
    const score = seen.size * 1000 + count;
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
  }
  return best;
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** What ends a sentence or a part of one: it says nothing where a snippet begins. */
const ending = /^[\s;:,.!?…)\]»–—-]+/u;

/** The beginning of the next word after an offset, if one begins soon; `lead` on from it is the hit. */
function wordStart(text: string, offset: number): number {
  const gap = text.slice(offset, offset + lead / 2).search(/\s/);
  if (gap === -1) return toCharacterStart(text, offset);
  const begin = offset + gap + 1;
  return begin + (ending.exec(text.slice(begin, offset + lead))?.[0].length ?? 0);
}

/** The end of the word an offset falls in, if it ends soon. */
function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const gap = text.slice(offset, offset + lead / 2).search(/\s/);
  return gap === -1 ? toCharacterEnd(text, offset) : offset + gap;
}
