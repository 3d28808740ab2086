/** Whether a Korean word is a noun as it stands, by what stands behind it in the archive. */
import { nounForms } from '@shared/query/korean-particles';
import { queryTokens } from '@shared/query/tokens';
import type { Store } from '../store';
import { termExpression } from './match-expression';
import { perVersion } from './per-version';
import { hitsUpTo } from './word-counts';

/** Documents with a particle behind the word that are counted. */
const mostCounted = 50;
/** Of so many documents with the word one at least has a particle behind it; fewer are slips of the pen. */
const oneIn = 20;

const expression = (word: string): string => termExpression(queryTokens(word));

const read = perVersion((store, word): boolean => {
  const forms = nounForms(word);
  if (forms.length === 0) return false;
  const asNoun = hitsUpTo(store, 'document_index', forms.map(expression).join(' OR '), mostCounted);
  if (asNoun === 0) return false;
  const enough = asNoun * oneIn;
  return asNoun === mostCounted || hitsUpTo(store, 'document_index', expression(word), enough + 1) <= enough;
});

/** Counted again only after a write. */
export const isKoreanNoun = (store: Store, word: string): boolean => nounForms(word).length > 0 && read(store, word);
