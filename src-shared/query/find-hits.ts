/**
 * Where a query's words stand in a text: the same tokens as the index, so every hit
 * the index counts can be shown. Used for snippets and to mark hits in the reader.
 */
import { assertNever } from '../outcome/outcome';
import { bareNoun } from './korean-nouns';
import type { Query } from './query';
import { stemTerms, withoutElision } from './query-stems';
import { stemsOfWord } from './stems';
import { queryTokens, type SearchTerm, scanTokens, type TokenVisitor } from './tokens';
import { wordStarts } from './word-starts';

/** One place where a term stands (UTF-16, half-open). */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Index of the term found. */
  readonly term: number;
}

/** The words and phrases a query looks for in texts; what it excludes and its fields are left out. */
export function termsOf(query: Query): readonly SearchTerm[] {
  switch (query.type) {
    case 'word':
      return wordTerms(query);
    case 'phrase':
      return [queryTokens(query.text)];
    case 'near':
      return nearTerms(query.text);
    case 'field':
    case 'not':
      return [];
    case 'and':
    case 'or':
      return query.operands.flatMap(termsOf);
    default:
      return assertNever(query);
  }
}

function wordTerms(query: Query & { readonly type: 'word' }): readonly SearchTerm[] {
  const { word: typed, prefix, unfinished, mode } = query;
  if (mode === 'exact') return [queryTokens(typed, prefix)];
  const word = withoutElision(typed);
  const term = queryTokens(word, prefix);
  if (prefix && !unfinished) return [term];
  const [stemmed] = stemTerms(word);
  if (stemmed?.stems === undefined) {
    const bare = bareNoun(query);
    // What has the noun with the particle has the noun: one mark for both.
    return [bare === null ? term : queryTokens(bare)];
  }
  return term.tokens.length === 1 ? [{ ...term, stems: stemmed.stems }] : [term, stemmed];
}

/** The words of `"…"~n`, each of which may stand anywhere. */
export function nearTerms(text: string): readonly SearchTerm[] {
  return text
    .split(/\s+/)
    .map((word) => queryTokens(word))
    .filter(({ tokens }) => tokens.length > 0);
}

interface Started {
  readonly term: SearchTerm;
  readonly index: number;
  readonly start: number;
  next: number;
}

function matches(term: SearchTerm, position: number, token: string): boolean {
  const wanted = term.tokens[position];
  if (wanted === undefined) return false;
  return term.prefix && position === term.tokens.length - 1 ? token.startsWith(wanted) : token === wanted;
}

/**
 * Letters a word shares with its stem, which saves stemming most words of a text: a stemmer takes an ending off and
 * puts at most three letters in its place (-amment → -ant, -ational → -ate, -ución → -u).
 */
const sharedLetters = (stem: string): number => Math.max(2, stem.length - 3);

/** What {@link matchesStem} asks of most words. */
const beginningsOf = ({ stems }: SearchTerm): readonly string[] => [
  ...new Set(stems?.map((stem) => stem.slice(0, sharedLetters(stem)))),
];

/** Whether a word as it stands, the part of a text from `start` to `end`, is another form of one with these stems. */
function matchesStem(stems: readonly string[], token: string, text: string, start: number, end: number): boolean {
  return stems.includes(token) || stemsOfWord(text.slice(start, end)).some((stem) => stems.includes(stem));
}

/** Terms begun before this token that it goes on; those it completes become hits. */
function goneOn(started: readonly Started[], token: string, end: number, hits: Hit[]): Started[] {
  const going: Started[] = [];
  for (const one of started) {
    if (!matches(one.term, one.next, token)) continue;
    one.next++;
    if (one.next === one.term.tokens.length) hits.push({ start: one.start, end, term: one.index });
    else going.push(one);
  }
  return going;
}

type Finder = (text: string) => Iterable<number> | null;

/** The same terms are looked for in twenty texts of a page, or in one as it changes. */
const finders = new WeakMap<readonly SearchTerm[], Finder | null>();

/** How to pass over the words of a text that are no hits; null when terms take a look at each. */
function finderFor(terms: readonly SearchTerm[], wanted: readonly SearchTerm[]): Finder | null {
  const before = finders.get(terms);
  if (before !== undefined) return before;
  const single = wanted.every(({ tokens }) => tokens.length === 1);
  const finder = single ? wordStarts(wanted.flatMap((term) => [...term.tokens, ...beginningsOf(term)])) : null;
  finders.set(terms, finder);
  return finder;
}

/**
 * Finds the terms in a text, in order of where they end.
 *
 * @param most Stops after so many hits.
 * @param reach Stops so many code units after the beginning of the first hit.
 */
export function findHits(
  text: string,
  terms: readonly SearchTerm[],
  most = 1000,
  reach = Number.POSITIVE_INFINITY,
): readonly Hit[] {
  const wanted = terms.filter((term) => term.tokens.length > 0);
  if (wanted.length === 0) return [];
  const hits: Hit[] = [];
  const beginnings = wanted.map(beginningsOf);
  let started: Started[] = [];
  const visit = (token: string, start: number, end: number): boolean => {
    const first = hits[0];
    if (first !== undefined && start - first.start >= reach) return false;
    if (started.length > 0) started = goneOn(started, token, end, hits);
    for (let index = 0; index < wanted.length; index++) {
      const term = wanted[index];
      if (term === undefined) continue;
      if (!matches(term, 0, token)) {
        if (!beginnings[index]?.some((beginning) => token.startsWith(beginning))) continue;
        if (!matchesStem(term.stems ?? [], token, text, start, end)) continue;
      }
      if (term.tokens.length === 1) hits.push({ start, end, term: index });
      else started.push({ term, index, start, next: 1 });
    }
    return hits.length < most;
  };
  const starts = finderFor(terms, wanted)?.(text) ?? null;
  if (starts === null) scanTokens(text, visit);
  else visitWords(text, starts, visit);
  return hits;
}

/** Visits the words that begin at some offsets. */
function visitWords(text: string, starts: Iterable<number>, visit: TokenVisitor): void {
  for (const start of starts) {
    let goesOn = true;
    const visitOne: TokenVisitor = (...word) => {
      goesOn = visit(...word);
      return false;
    };
    scanTokens(text, visitOne, start);
    if (!goesOn) return;
  }
}
