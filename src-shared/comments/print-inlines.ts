/** Writes emphasis and links as Markdown: at each change only the marks that change are switched. */
import type { Inline } from '../model/block';

interface Letter {
  readonly character: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | undefined;
}

const plain: Letter = { character: '', bold: false, italic: false, link: undefined };
const isBlank = (letter: Letter | undefined): boolean => /^\s$/.test(letter?.character ?? '');

function lettersOf(inlines: readonly Inline[]): readonly Letter[] {
  return inlines.flatMap((inline) => {
    const { marks = [], link } = inline.type === 'text' ? inline : {};
    const look = { bold: marks.includes('bold'), italic: marks.includes('italic'), link };
    return [...inline.text].map((character) => ({ character, ...look }));
  });
}

/**
 * Blanks at the edge of emphasis or of a link are no part of it, and a block holds no blank line nor
 * blank ends: Markdown has no way to say any of these, and nobody sees them.
 */
function withPlainBlanks(letters: readonly Letter[]): readonly Letter[] {
  const kept: Letter[] = [];
  for (let at = 0; at < letters.length; ) {
    let end = at;
    while (isBlank(letters[end])) end++;
    if (end === at) {
      kept.push(letters[at] ?? plain);
      at++;
      continue;
    }
    const before = kept.at(-1);
    const after = letters[end];
    if (before !== undefined && after !== undefined) {
      const blanks = letters.slice(at, end).map(({ character }) => character);
      const inOneLink = before.link === after.link;
      const look = {
        bold: inOneLink && before.bold && after.bold,
        italic: inOneLink && before.italic && after.italic,
        link: inOneLink ? before.link : undefined,
      };
      for (const character of blanks.includes('\n') ? ['\n'] : blanks) kept.push({ character, ...look });
    }
    at = end;
  }
  return kept;
}

const starsBetween = (one: Letter, other: Letter): string =>
  `${one.bold === other.bold ? '' : '**'}${one.italic === other.italic ? '' : '*'}`;

function isSpecial(letter: Letter, before: Letter | undefined, after: Letter | undefined): boolean {
  const { character } = letter;
  if (character === '*') {
    // A star among blanks, as in "2 * 3", emphasises nothing anywhere.
    const isOpen = (one: Letter | undefined): boolean => one?.character === ' ' && !one.bold && !one.italic;
    return letter.bold || letter.italic || !isOpen(before) || !isOpen(after);
  }
  // In the middle of a word an underscore is one for every reader.
  if (character === '_') return !/\w/.test(before?.character ?? '') || !/\w/.test(after?.character ?? '');
  return /[\\[\]`]/.test(character);
}

function printLetters(letters: readonly Letter[]): string {
  let written = '';
  let before = plain;
  for (const [at, letter] of letters.entries()) {
    const guard = isSpecial(letter, letters[at - 1], letters[at + 1]) ? '\\' : '';
    written += `${starsBetween(before, letter)}${guard}${letter.character}`;
    before = letter;
  }
  return written + starsBetween(before, plain);
}

const addressOf = (link: string): string => link.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\s/g, '%20');

/** One block's inline content as Markdown. */
export function printInlines(inlines: readonly Inline[]): string {
  const groups: { readonly link: string | undefined; readonly letters: Letter[] }[] = [];
  for (const letter of withPlainBlanks(lettersOf(inlines))) {
    const group = groups.at(-1);
    if (group !== undefined && group.link === letter.link) group.letters.push(letter);
    else groups.push({ link: letter.link, letters: [letter] });
  }
  return groups
    .map(({ link, letters }) => {
      const text = printLetters(letters);
      return link === undefined ? text : `[${text}](${addressOf(link)})`;
    })
    .join('');
}
