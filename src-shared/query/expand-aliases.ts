/** A query in which a name is also asked for by the other names of the same person, place or thing. Pure. */
import { assertNever } from '../outcome/outcome';
import { indexText } from './index-text';
import { bareNoun } from './korean-nouns';
import { nameForms } from './name-forms';
import { emptyQuery, type Query } from './query';
import { joined } from './query-terms';

/** Names that mean the same. */
export type AliasNames = readonly string[];

/** A name found in a query, as it is written in its set, and the others. */
export interface ExpandedName {
  readonly name: string;
  readonly aliases: AliasNames;
}

export interface ExpandedQuery {
  readonly query: Query;
  readonly expansions: readonly ExpandedName[];
}

/** Words of the longest name looked for among words typed without quotation marks. */
const longestName = 6;

/**
 * Puts the aliases of names in their place. Names in several words are known in quotation
 * marks and as words side by side; outside quotation marks also as they stand inflected in Russian
 * or with a particle in Korean. `aliases:off` is taken out and heeded.
 *
 * @param wanted False: only where `~` asks for it.
 */
export function expandAliases(given: Query, sets: readonly AliasNames[], wanted: boolean): ExpandedQuery {
  const query = withoutSwitch(given) ?? emptyQuery;
  // Without the switch it is the very same tree.
  const always = wanted && query === given;
  if (sets.length === 0) return { query, expansions: [] };
  const byKey = new Map<string, ExpandedName[]>();
  const byForm = new Map<string, ExpandedName[]>();
  const add = (map: Map<string, ExpandedName[]>, key: string, found: ExpandedName): void => {
    map.set(key, [...(map.get(key) ?? []), found]);
  };
  for (const names of sets)
    for (const name of names) {
      const key = indexText(name);
      const found = { name, aliases: names.filter((other) => indexText(other) !== key) };
      if (key === '' || found.aliases.length === 0) continue;
      add(byKey, key, found);
      for (const form of nameForms(key)) add(byForm, form, found);
    }
  const expanding: Expanding = { byKey, byForm, always, expansions: [] };
  return { query: expanded(query, expanding), expansions: expanding.expansions };
}

const isSwitch = (query: Query): boolean => query.type === 'field' && query.field === 'aliases';

/** The query without `aliases:off`; itself when it has none, null when nothing else is in it. */
function withoutSwitch(query: Query): Query | null {
  switch (query.type) {
    case 'word':
    case 'phrase':
    case 'near':
    case 'field':
      return isSwitch(query) ? null : query;
    case 'not': {
      const operand = withoutSwitch(query.operand);
      if (operand === query.operand) return query;
      return operand === null ? null : { type: 'not', operand };
    }
    case 'and':
    case 'or': {
      const operands = query.operands.map(withoutSwitch);
      if (operands.every((operand, index) => operand === query.operands[index])) return query;
      return joined(
        query.type,
        operands.flatMap((operand) => operand ?? []),
      );
    }
    default:
      return assertNever(query);
  }
}

interface Expanding {
  readonly byKey: ReadonlyMap<string, readonly ExpandedName[]>;
  /** By what a name shares with its other forms. */
  readonly byForm: ReadonlyMap<string, readonly ExpandedName[]>;
  readonly always: boolean;
  readonly expansions: ExpandedName[];
}

function expanded(query: Query, expanding: Expanding): Query {
  switch (query.type) {
    case 'word':
    case 'phrase': {
      const key = keyOf(query);
      return key === null ? query : (withAliases(query, key, expanding, query.mode === 'aliases') ?? query);
    }
    case 'near':
    case 'field':
      return query;
    case 'not':
      return { type: 'not', operand: expanded(query.operand, expanding) };
    case 'and':
      return expandedWords(query.operands, expanding);
    case 'or':
      return { type: 'or', operands: query.operands.map((operand) => expanded(operand, expanding)) };
    default:
      return assertNever(query);
  }
}

/** What a term is looked up by; null when it is no name: a form wanted exactly, a beginning with a star. */
function keyOf(query: Query): string | null {
  if (query.type === 'phrase') return query.mode === 'exact' ? null : indexText(query.text);
  if (query.type !== 'word' || query.mode === 'exact') return null;
  return query.prefix && !query.unfinished ? null : indexText(query.word);
}

/** Words one after the other, the longest names first. */
function expandedWords(operands: readonly Query[], expanding: Expanding): Query {
  const parts: Query[] = [];
  for (let at = 0; at < operands.length; ) {
    const [part, taken] = nameAt(operands, at, expanding);
    parts.push(part);
    at += taken;
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { type: 'and', operands: parts };
}

function nameAt(operands: readonly Query[], at: number, expanding: Expanding): readonly [part: Query, taken: number] {
  for (let taken = Math.min(longestName, operands.length - at); taken > 1; taken--) {
    const run = operands.slice(at, at + taken);
    const keys = run.map((operand) => (operand.type === 'word' ? keyOf(operand) : null));
    if (keys.some((key) => key === null)) continue;
    const together = withAliases({ type: 'and', operands: run }, keys.join(' '), expanding, false);
    if (together !== null) return [together, taken];
  }
  const operand = operands[at];
  if (operand === undefined) throw new RangeError('no operand there');
  return [expanded(operand, expanding), 1];
}

function withAliases(query: Query, key: string, expanding: Expanding, forced: boolean): Query | null {
  if (!expanding.always && !forced) return null;
  const named = expanding.byKey.get(key);
  const found = named ?? formsFound(query, key, expanding);
  if (found === undefined) return null;
  expanding.expansions.push(...found);
  // Of a name in another form the name itself is one more way to say it.
  const names = found.flatMap(({ name, aliases }) => (named === undefined ? [name, ...aliases] : aliases));
  return { type: 'or', operands: [query, ...names.map(aliasTerm)] };
}

/** Names of which this is another form; of what stands in quotation marks there is none. */
function formsFound(query: Query, key: string, { byKey, byForm }: Expanding): readonly ExpandedName[] | undefined {
  if (query.type === 'phrase') return undefined;
  const bare = query.type === 'word' ? bareNoun(query) : null;
  if (bare !== null) return byKey.get(indexText(bare));
  for (const form of nameForms(key)) {
    const found = byForm.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name of one word is found in its other forms too ("Путин", "Путина"). */
function aliasTerm(name: string): Query {
  return indexText(name).includes(' ') ? { type: 'phrase', text: name } : { type: 'word', word: name, prefix: false };
}
