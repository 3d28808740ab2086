/** The places of a text that a search found, each with the words around it. Pure; offsets are UTF-16. */

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the text with hits in it; `marks` count from its beginning. */
export interface Excerpt {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Place[];
}

/** Code units shown before and after a hit. */
const around = 140;
/** How far an excerpt may begin or end from there to keep words whole. */
const slack = 24;

/** The nearest blank at or after a place; the place itself when there is none near. */
function blankAfter(text: string, from: number): number {
  const window = text.slice(from, from + slack);
  const at = window.search(/\s/);
  return at === -1 ? from : from + at;
}

function blankBefore(text: string, to: number): number {
  const start = Math.max(0, to - slack);
  const at = text.slice(start, to).search(/\s\S*$/);
  return at === -1 ? to : start + at;
}

/** The excerpts of a text, at most `most`, hits near each other together; `hits` in order. */
export function excerptsOf(text: string, hits: readonly Place[], most: number): readonly Excerpt[] {
  const spans: { start: number; end: number; hits: Place[] }[] = [];
  for (const hit of hits) {
    const start = hit.start <= around ? 0 : blankAfter(text, hit.start - around);
    const end = hit.end + around >= text.length ? text.length : blankBefore(text, hit.end + around);
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.hits.push(hit);
    } else if (spans.length === most) break;
    else spans.push({ start, end, hits: [hit] });
  }
  return spans.map(({ start, end, hits: inside }) => ({
    start,
    text: text.slice(start, end),
    marks: inside.map((hit) => ({ start: hit.start - start, end: hit.end - start })),
  }));
}
