/**
 * The structure of plain text, told from its lines: paragraphs parted by blank
 * lines, lines wrapped at a fixed width joined again, short lines that stand alone
 * between paragraphs as headings. When in doubt a line stays a line.
 */
import type { Block } from '@shared/model/block';

/** Widths at which programs and people wrap lines, in code units. */
const wrapWidths = { least: 45, most: 100 };
/** A wrapped line may fall this much short of the width before its next word. */
const wrapSlack = 8;
/** Longest line taken for a heading, in code units. */
const maxHeading = 100;
/** With more headings than this share of paragraphs, the text is a list or a poem. */
const maxHeadingShare = 0.5;

/** Splits a normalised text (LF, NFC) into blocks. */
export function textBlocks(text: string): readonly Block[] {
  const groups = groupsOf(text.split('\n'));
  const width = wrapWidth(groups);
  const paragraphs = groups.flatMap((group) => paragraphsOf(group, width));
  const headings = headingPlaces(paragraphs);
  return paragraphs.map((paragraph, index): Block => {
    const inlines = [{ type: 'text', text: paragraph } as const];
    return headings.has(index) ? { type: 'heading', level: 2, inlines } : { type: 'paragraph', inlines };
  });
}

/** Runs of lines between blank lines, right-trimmed. */
function groupsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let group: string[] = [];
  for (const line of lines) {
    const trimmed = line.replace(/^[ \t\u3000\u00a0\f]+/, '').trimEnd();
    if (trimmed !== '') group.push(trimmed);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** The width lines were wrapped at, or 0 when they were not. */
function wrapWidth(groups: readonly (readonly string[])[]): number {
  let longest = 0;
  let inner = 0;
  for (const group of groups) {
    for (const line of group) longest = Math.max(longest, line.length);
    inner += group.length - 1;
  }
  return inner > 0 && longest >= wrapWidths.least && longest <= wrapWidths.most ? longest : 0;
}

/** True when each line ended because its next word no longer fitted. */
function isWrapped(group: readonly string[], width: number): boolean {
  return group.every((line, index) => {
    const next = group[index + 1];
    if (next === undefined) return true;
    const word = /^\S+/.exec(next)?.[0].length ?? 0;
    return line.length + 1 + word >= width - wrapSlack;
  });
}

const cjkEnd = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]$/;

function paragraphsOf(group: readonly string[], width: number): readonly string[] {
  if (group.length === 1) return group;
  if (width > 0 && isWrapped(group, width)) return [joined(group)];
  const average = group.reduce((sum, line) => sum + line.length, 0) / group.length;
  // lines longer than any wrapping are paragraphs with no blank line between them
  return average > wrapWidths.most ? group : [group.join('\n')];
}

/** Joins wrapped lines; Chinese and Japanese have no space there, a hyphen stays as written. */
function joined(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before !== undefined && !cjkEnd.test(before) && !/\p{L}-$/u.test(before)) parts.push(' ');
    parts.push(line);
  }
  return parts.join('');
}

/** Places of the paragraphs that are headings: short, alone, followed by a real paragraph. */
function headingPlaces(paragraphs: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    if (next !== undefined && looksLikeHeading(paragraph) && isProse(next)) places.add(index);
  });
  return places.size > paragraphs.length * maxHeadingShare ? new Set() : places;
}

function looksLikeHeading(text: string): boolean {
  if (text.length > maxHeading || text.includes('\n')) return false;
  // a sentence, a list item, a line of dialogue, an address is no heading
  if (/[.!…:;,。！、：；，]["”»’)\]]*$/u.test(text) || /^[-–—*•·«"“>#(\d]/u.test(text)) return false;
  if (/https?:\/\/|@|\t/.test(text)) return false;
  return /^\p{Lu}|^[\p{Lo}]/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= 3;
}

/** A paragraph that ends as sentences end, or is long enough to be one. */
function isProse(text: string): boolean {
  return text.length > maxHeading || (text.length > 30 && /[.!?…。！？]["”»’)\]]*$/u.test(text));
}
