/**
 * The "Passages" section of a Markdown file Postil wrote, read back: kind, words, comment,
 * fields, labels, links, id and place of each. What has no place in the text stays words.
 */
import { isEdtf } from '@shared/dates/edtf';
import { findKind, type KindId } from '@shared/kinds/kinds';
import type { ImportedAnnotation } from '@shared/model/document';
import { annotationUid, isUid } from '@shared/model/ids';
import { kindNamed } from './kind-words';

const entryHead = /^### \d+\. /m;
const linkFact = '- Link: ';

/** The text without the section, and the section's entries as they are written. */
export function splitPassages(markdown: string): { readonly text: string; readonly entries: readonly string[] } {
  // the last one: a heading of the text may be called the same
  const at = markdown.lastIndexOf('\n## Passages\n\n### 1. ');
  const section = at < 0 ? '' : markdown.slice(at).replace(/^\n## Passages\n\n/, '');
  const entries = section.split(new RegExp(entryHead, 'gm')).slice(1);
  if (!entries.every((entry) => /^- Id: [0-9a-f-]{36}$/m.test(entry))) return { text: markdown, entries: [] };
  const text = at < 0 ? markdown : markdown.slice(0, at);
  return { text: text.replace(/\n## Sources\n\n(?:\d+\. .*\n?)+\s*$/, '\n'), entries };
}

/** A passage as its entry says it. */
export interface ReadPassage {
  /** The entry, to stand as words when the passage has no place. */
  readonly written: string;
  /** Null for an entry that can't be read back. */
  readonly passage: Omit<ImportedAnnotation, 'start' | 'end'> | null;
  readonly exact: string;
  /** Where it stood, in UTF-16 code units; -1 for an orphan. */
  readonly start: number;
  /** Its lines of links, as they are written behind "Link: ". */
  readonly lines: readonly string[];
}

/**
 * Reads an entry.
 *
 * @param wordsOf the words of a piece of Markdown
 */
export async function readPassage(entry: string, wordsOf: (markdown: string) => Promise<string>): Promise<ReadPassage> {
  const { head, quote, comment, facts } = partsOf(entry.trim());
  const kind = kindNamed(head.replace(/ \(orphaned\)$/, ''));
  const exact = await wordsOf(quote);
  const said = new Map(facts.map(factOf));
  const uid = said.get('Id') ?? '';
  const place = /^characters (\d{1,9})–/.exec(said.get('Position') ?? '')?.[1];
  const written = `### ${entry.trim().replace(/^\^[0-9a-f-]{36}\n\n/m, '')}`;
  const lines = facts.filter((fact) => fact.startsWith(linkFact)).map((fact) => fact.slice(linkFact.length));
  if (kind === null || exact === '' || !isUid(uid)) return { written, passage: null, exact, start: -1, lines };
  const createdAtMs = Date.parse(said.get('Created') ?? '');
  return {
    written,
    exact,
    lines,
    start: place === undefined ? -1 : Number(place),
    passage: {
      kind,
      comment,
      uid: annotationUid(uid),
      labels: (said.get('Labels') ?? '').split(', ').filter((label) => label !== ''),
      fields: Object.fromEntries([...said].flatMap(([label, value]) => fieldOf(kind, label, value))),
      ...(Number.isNaN(createdAtMs) ? {} : { createdAtMs }),
    },
  };
}

/** An entry's heading, its words, its comment, and the list of facts at its end. */
function partsOf(entry: string) {
  const lines = entry.split('\n');
  let quoteEnd = 2;
  while (lines[quoteEnd]?.startsWith('>')) quoteEnd++;
  let factsStart = lines.length;
  while (lines[factsStart - 1]?.startsWith('- ')) factsStart--;
  const between = lines.slice(quoteEnd, factsStart).join('\n').trim();
  return {
    head: lines[0] ?? '',
    quote: lines.slice(2, quoteEnd).join('\n'),
    // the name of the block stands below the words
    comment: between
      .replace(/^\^[0-9a-f-]{36}(?:\n|$)/, '')
      .replaceAll('\\\n', '\n')
      .trim(),
    facts: lines.slice(factsStart),
  };
}

const factOf = (line: string): readonly [string, string] => {
  const colon = line.indexOf(': ');
  return [line.slice(2, colon), unescaped(line.slice(colon + 2))];
};

/** A line of facts as a field of the kind; nothing for one that is none. */
function fieldOf(kind: KindId, label: string, value: string): readonly (readonly [string, string])[] {
  const field = findKind(kind)?.fields.find((each) => each.label.en === label);
  switch (field?.type) {
    case undefined:
      return [];
    case 'choice': {
      const option = field.options.find((each) => each.label.en === value);
      return option === undefined ? [] : [[field.id, option.id]];
    }
    case 'date':
      return isEdtf(value) ? [[field.id, value]] : [];
    case 'name':
      return [[field.id, value]];
  }
}

/** Markdown's escapes undone, as a line of facts has them. */
const unescaped = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&#32;', ' ')
    .replaceAll('&#9;', '\t');

/**
 * Passages at their places in a text: where they stood, or the nearest same words.
 *
 * @param keepIds false for a file that was written in since: its passages are others now
 */
export function placePassages(
  passages: readonly ReadPassage[],
  text: string,
  keepIds: boolean,
): { readonly annotations: readonly ImportedAnnotation[]; readonly left: readonly string[] } {
  const annotations: ImportedAnnotation[] = [];
  const left: string[] = [];
  for (const { passage, exact, start: stood, written } of passages) {
    const start = stood < 0 ? -1 : nearest(text, exact, stood);
    if (passage === null || start < 0) {
      left.push(written);
      continue;
    }
    const { uid, ...said } = passage;
    annotations.push({ ...said, ...(keepIds && uid !== undefined ? { uid } : {}), start, end: start + exact.length });
  }
  return { annotations, left };
}

/** The beginning of the words nearest to an offset; -1 when they are nowhere. */
function nearest(text: string, words: string, offset: number): number {
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0 || after < 0) return Math.max(before, after);
  return offset - before <= after - offset ? before : after;
}
