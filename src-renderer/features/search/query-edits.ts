/**
 * What clicks and keys on the parts of a query do to its text: exclude, remove, narrow, put
 * right. Pure; what is not touched stays as it was typed. Places are UTF-16 offsets.
 */
import { type Chip, withField, withoutChip } from '@shared/query/chips';
import type { QueryHint } from '@shared/query/hints';
import { readQuery } from '@shared/query/parse-query';
import { type QueryField, type QueryTerm, queryFields } from '@shared/query/query';
import { fold } from '@shared/text/fold';

/** A chip that stands for a word, a phrase or a field. */
export type TermChip = Extract<Chip, { readonly type: 'term' }>;
export type FieldTerm = Extract<QueryTerm, { readonly type: 'field' }>;
/** A value of a field as the query has it. */
export type FieldState = 'absent' | 'wanted' | 'excluded';

/** The parts of a text, read as the search reads it. */
export const chipsOf = (text: string): readonly Chip[] => readQuery(text, { typing: true }).chips;

/** The place of the bracket that closes the one at `open`; -1 when none does. */
function closingOf(chips: readonly Chip[], open: number): number {
  let depth = 0;
  for (let index = open; index < chips.length; index++) {
    const type = chips[index]?.type;
    if (type === 'open') depth++;
    if (type === 'close') depth--;
    if (depth === 0) return index;
  }
  return -1;
}

/** A chip that means nothing where it stands: an OR beside nothing, an empty pair of brackets. */
function isIdle(chips: readonly Chip[], index: number): boolean {
  const [before, chip, after] = [chips[index - 1]?.type, chips[index]?.type, chips[index + 1]?.type];
  if (chip === 'or')
    return (
      before === undefined ||
      before === 'or' ||
      before === 'open' ||
      after === undefined ||
      after === 'or' ||
      after === 'close'
    );
  return chip === 'open' && after === 'close';
}

/** Takes away what a removal left without meaning. */
function tidied(text: string): string {
  const chips = chipsOf(text);
  const idle = chips.findIndex((_, index) => isIdle(chips, index));
  const chip = chips[idle];
  if (chip === undefined) return text;
  return removeChip(text, chip);
}

/** The text without a chip; with a bracket goes the one it belongs to. */
export function removeChip(text: string, chip: Chip): string {
  const chips = chipsOf(text);
  const index = chips.findIndex(({ start }) => start === chip.start);
  const closing = chip.type === 'open' ? chips[closingOf(chips, index)] : undefined;
  const shorter = closing === undefined ? text : withoutChip(text, closing);
  return tidied(withoutChip(shorter, chip)).trim();
}

/** Excludes what a chip asks for, or asks for what it excludes. */
export function toggleExcluded(
  text: string,
  { start, negated }: TermChip | Extract<Chip, { readonly type: 'open' }>,
): string {
  return negated ? text.slice(0, start) + text.slice(start + 1) : `${text.slice(0, start)}-${text.slice(start)}`;
}

const isField = (chip: Chip, field: QueryField, value?: string): chip is TermChip & { readonly term: FieldTerm } =>
  chip.type === 'term' &&
  chip.term.type === 'field' &&
  chip.term.field === field &&
  (value === undefined || fold(chip.term.value) === fold(value));

/** Makes a query of the one that stands in the box. */
export type Edit = (query: string) => string;

/** What the query says of a field's value. */
export function fieldState(text: string, field: QueryField, value: string): FieldState {
  const found = chipsOf(text).find((chip) => isField(chip, field, value));
  if (found?.type !== 'term') return 'absent';
  return found.negated ? 'excluded' : 'wanted';
}

/** The values of a field that a query names, in the order typed. */
export function namedValues(text: string, field: QueryField): readonly string[] {
  return chipsOf(text).flatMap((chip) => (isField(chip, field) ? [chip.term.value] : []));
}

/** The fields of a text with their values, in the order typed: all that a choice of values shows of it. */
export const onlyFields = (text: string): string =>
  chipsOf(text)
    .flatMap((chip) => (chip.type === 'term' && chip.term.type === 'field' ? [text.slice(chip.start, chip.end)] : []))
    .join(' ');

/** The text without a field's value, or without the field. */
export function withoutField(text: string, field: QueryField, value?: string): string {
  const found = chipsOf(text).find((chip) => isField(chip, field, value));
  return found === undefined ? text.trim() : withoutField(removeChip(text, found), field, value);
}

/** The text with a field's value wanted, excluded, or neither. */
export function withFieldState(text: string, field: QueryField, value: string, state: FieldState): string {
  const without = withoutField(text, field, value);
  return state === 'absent' ? without : withField(without, { type: 'field', field, value }, state === 'excluded');
}

/** What a click on a value makes of it: wanted, then excluded, then neither. */
export const nextFieldState = (state: FieldState): FieldState =>
  state === 'absent' ? 'wanted' : state === 'wanted' ? 'excluded' : 'absent';

/** The text with what a hint proposes in its place. */
export function takeHint(text: string, { at, text: standing, suggestion }: QueryHint): string {
  const before = text.slice(0, at);
  const after = text.slice(at + standing.length);
  // An operator left out leaves one space; a minus stands at its word.
  return suggestion === '' || suggestion === '-'
    ? `${before}${suggestion}${after.trimStart()}`
    : `${before}${suggestion}${after}`;
}

const unfinishedField = new RegExp(`(^|\\s)-?(?:${queryFields.join('|')}):"?$`, 'i');

/** What is searched for of a text in the box: a field at its end that has no value yet would only find nothing. */
export const searchedText = (text: string): string => text.trim().replace(unfinishedField, '').trim();

/** The name of a field that a query could be narrowed by. */
export const isQueryField = (name: string): name is QueryField => queryFields.some((field) => field === name);
