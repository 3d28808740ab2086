/** Titles: from a file's name, from the first sentence, and page titles without the site's name. */

import { normaliseText } from '@shared/text/canonical-text';
import { fold } from '@shared/text/fold';
import { fileNameOf } from './refusal';

/** Longest title made from running text, in code units. */
const maxMadeTitle = 140;
/** Longest title taken from a file. */
const maxGivenTitle = 1000;
/** A first sentence shorter than this is likely an abbreviation ("M.", "St."). */
const shortestSentence = 12;

/** One line, normalised, bounded. */
export function tidyLine(text: string, limit = maxGivenTitle): string {
  const line = normaliseText(text.slice(0, limit * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > limit ? shortened(line, limit) : line;
}

/** Cuts at a word's end and says so with an ellipsis. */
function shortened(text: string, limit: number): string {
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/[\s,;:–—-]+$/, '')}…`;
}

/** The first sentence of a text as a title: without its full stop, at most a line long. */
export function titleFromText(text: string): string {
  const start = text.trimStart().slice(0, 1000).split('\n', 1)[0] ?? '';
  const line = tidyLine(start);
  for (const end of line.matchAll(/[.!?…](?=[\s»”"]|$)|[。！？]/g)) {
    if (end.index < shortestSentence && end.index + 1 < line.length) continue;
    const sentence = line.slice(0, end.index + (end[0] === '.' || end[0] === '。' ? 0 : 1));
    return sentence.length > maxMadeTitle ? shortened(sentence, maxMadeTitle) : sentence;
  }
  return line.length > maxMadeTitle ? shortened(line, maxMadeTitle) : line;
}

/** A file's name without path and ending, underscores as spaces. */
export function titleFromFileName(name: string): string {
  const file = fileNameOf(name);
  return tidyLine(file.replace(/(?!^)\.[^.\s]{1,16}$/, '').replace(/_+/g, ' ')) || file;
}

/** Removes " - Site" or "Site | " from a page's title when the site is known. */
export function withoutSiteName(title: string, site: string): string {
  const line = tidyLine(title);
  const name = fold(site).replace(/\s+/g, ' ').trim();
  if (name === '') return line;
  const parts = line.split(/\s+[-–—|·•:«»]\s+/);
  if (parts.length < 2) return line;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (fold(last) === name) return line.slice(0, line.length - last.length).replace(/\s+[-–—|·•:«»]\s+$/, '');
  if (fold(first) === name) return line.slice(first.length).replace(/^\s+[-–—|·•:«»]\s+/, '');
  return line;
}

/** True when two titles say the same but for case, accents, spaces and quotation marks. */
export function sameTitle(a: string, b: string): boolean {
  const bare = (text: string): string =>
    fold(text)
      .replace(/[\s.]+/g, ' ')
      .trim();
  return bare(a) === bare(b);
}
