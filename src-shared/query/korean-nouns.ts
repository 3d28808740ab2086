/** Korean words of a query that end like a particle and are nouns as they stand ("김정은", "전문의"). Pure. */
import { assertNever } from '../outcome/outcome';
import { withoutParticle } from './korean-particles';
import type { Query } from './query';

/** The noun to look for besides a word as typed; null when there is none. */
export const bareNoun = ({ word, noun }: Query & { readonly type: 'word' }): string | null =>
  noun === true ? null : withoutParticle(word);

/** The query with its nouns told. What is wanted exactly, or ends with a star, loses nothing anyway. */
export function withNouns(query: Query, isNoun: (word: string) => boolean): Query {
  switch (query.type) {
    case 'word':
      return query.mode === 'exact' || (query.prefix && query.unfinished !== true) || !isNoun(query.word)
        ? query
        : { ...query, noun: true };
    case 'phrase':
    case 'near':
    case 'field':
      return query;
    case 'not':
      return { type: 'not', operand: withNouns(query.operand, isNoun) };
    case 'and':
    case 'or':
      return { type: query.type, operands: query.operands.map((operand) => withNouns(operand, isNoun)) };
    default:
      return assertNever(query);
  }
}
