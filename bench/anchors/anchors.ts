/**
 * How well passages are found again after edits: right, orphaned or wrong, by language and
 * edit. The truth is known because the edit carries it along. `wrong` must be 0.
 */
import path from 'node:path';
import { describe } from '@shared/anchors/describe';
import { resolve } from '@shared/anchors/resolve';
import { textHash } from '@shared/text/text-hash';
import { type Language, languages, randomFrom } from '../corpus';
import { machine, table } from '../measure';
import { type Article, articleOf, choicesFrom, type MarkedText, markPassage, textOfArticle } from './article';
import type { EditContext } from './edit-parts';
import { edits, preparations } from './edits';
import { sampleSentences } from './samples';
import { type SpeedRow, speedRows } from './speed';

/**
 * `right`: the place a careful reader would name, or none where he would name none;
 * `orphaned`: none, though there is one; `wrong`: any other place.
 */
export interface AnchorsRow {
  readonly language: Language;
  readonly edit: string;
  readonly n: number;
  readonly right: number;
  readonly orphaned: number;
  readonly wrong: number;
}

export interface AnchorsReport {
  readonly machine: string;
  readonly seed: number;
  /** As when a changed article is read again: the text before is known. */
  readonly rows: readonly AnchorsRow[];
  /** The same cases with nothing known but the selector (its context of 32 and 32 code units). */
  readonly selectorOnly: readonly AnchorsRow[];
  readonly speed: readonly SpeedRow[];
}

type Verdict = 'right' | 'orphaned' | 'wrong';

const edgeSigns = /^[\p{P}\p{Z}\n]+|[\p{P}\p{Z}\n]+$/gu;

/** Two ranges of a text are one place when they hold the same words: signs at the edges don't count. */
function samePlace(text: string, a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const bare = ({ start, end }: { start: number; end: number }): string => {
    const passage = text.slice(start, end);
    const lead = /^[\p{P}\p{Z}\n]*/u.exec(passage)?.[0].length ?? 0;
    return `${start + lead}+${passage.replace(edgeSigns, '').length}`;
  };
  return bare(a) === bare(b);
}

/** A passage in its article, and the article edited. */
export interface Case {
  readonly before: MarkedText;
  readonly after: MarkedText;
}

function judge({ before, after }: Case, earlierKnown: boolean): Verdict {
  if (before.place === null) throw new Error('the passage was lost before the edit');
  const hash = textHash(before.text);
  const selector = describe(before.text, before.place.start, before.place.end, hash);
  const earlier = earlierKnown ? { text: before.text, hash } : undefined;
  const found = resolve(after.text, selector, textHash(after.text), earlier);
  if (!found.found) return after.place === null ? 'right' : 'orphaned';
  return after.place !== null && samePlace(after.text, found, after.place) ? 'right' : 'wrong';
}

/** A case for an edit, trying other articles until it applies and changes something. */
function caseOf(edit: string, context: EditContext): Case | null {
  for (let attempt = 0; attempt < 60; attempt++) {
    const marked = markPassage(articleOf(context.language, context.samples, context.choices), context.choices);
    const prepared: Article | null = preparations[edit]?.(marked, context) ?? marked;
    const edited = edits[edit]?.(prepared, context) ?? null;
    if (edited === null) continue;
    const [before, after] = [textOfArticle(prepared), textOfArticle(edited)];
    if (before.place !== null && before.text !== after.text) return { before, after };
  }
  return null;
}

function rowsFor(edit: string, context: EditContext, cases: number): readonly [AnchorsRow, AnchorsRow] | null {
  const counts = [true, false].map(() => ({ right: 0, orphaned: 0, wrong: 0 }));
  let n = 0;
  for (; n < cases; n++) {
    const made = caseOf(edit, context);
    if (made === null) break;
    for (const [index, known] of [true, false].entries()) {
      const verdict = judge(made, known);
      const count = counts[index];
      if (count) count[verdict]++;
    }
  }
  const row = (index: number): AnchorsRow => ({
    language: context.language,
    edit,
    n,
    ...(counts[index] ?? { right: 0, orphaned: 0, wrong: 0 }),
  });
  return n === 0 ? null : [row(0), row(1)];
}

/** Cases of each edit in each language: some 5,500 in all. */
const casesEach = 40;

export async function run({ root, seed }: { readonly root: string; readonly seed: number }): Promise<AnchorsReport> {
  const samples = await sampleSentences(path.join(root, 'resources/samples'));
  const rows: AnchorsRow[] = [];
  const selectorOnly: AnchorsRow[] = [];
  for (const [index, language] of languages.entries()) {
    for (const [order, edit] of Object.keys(edits).entries()) {
      const choices = choicesFrom(randomFrom(seed * 10_007 + index * 101 + order));
      const made = rowsFor(edit, { language, samples: samples.get(language) ?? [], choices }, casesEach);
      if (made === null) continue;
      rows.push(made[0]);
      selectorOnly.push(made[1]);
    }
  }
  return { machine: machine(), seed, rows, selectorOnly, speed: speedRows(samples.get('fr') ?? []) };
}

const sum = (rows: readonly AnchorsRow[], field: 'n' | Verdict): number =>
  rows.reduce((total, row) => total + row[field], 0);

/** Rows of one edit over all languages, then rows of all edits by language. */
function tableOf(rows: readonly AnchorsRow[]): string {
  const line = (name: string, some: readonly AnchorsRow[]): readonly (string | number | null)[] => [
    name,
    sum(some, 'n'),
    ...languages.map((language) => {
      const own = some.filter((row) => row.language === language);
      return own.length === 0 ? null : Math.round((100 * sum(own, 'right')) / sum(own, 'n'));
    }),
    sum(some, 'right'),
    sum(some, 'orphaned'),
    sum(some, 'wrong'),
  ];
  const head = ['edit', 'n', ...languages.map((language) => `${language} % right`), 'right', 'orphaned', 'wrong'];
  const byEdit = Object.keys(edits).map((edit) =>
    line(
      edit,
      rows.filter((row) => row.edit === edit),
    ),
  );
  return table(head, [...byEdit, line('all', rows)]);
}

/** The report as tables for people. */
export function print({ machine: named, seed, rows, selectorOnly, speed }: AnchorsReport): string {
  const speedTable = table(
    ['way', 'passages', 'text kB', 'ms in all', 'µs a passage'],
    speed.map((row) => [row.way, row.passages, row.textKb, row.ms, row.usEach]),
  );
  return `${named}; seed ${seed}\n\nThe earlier text is known\n${tableOf(rows)}\nOnly the selector is known\n${tableOf(selectorOnly)}\n${speedTable}`;
}
