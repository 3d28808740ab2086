/** What the tables of sentences in the tests are made of, and what the search makes of a sentence. */
import { isEdtf } from '../edtf';
import { proposeDates } from '../propose-dates';

/** A sentence, the best proposal expected of it ('' for none), and what was said before it. */
export type Phrase = readonly [passage: string, expected: string, before?: string];

/** The best proposal ('' for none), and proposals that are no EDTF or quote words the sentence lacks. */
export function readPhrase(language: string, articleDate: string, [passage, , before = '']: Phrase) {
  const proposals = proposeDates(passage, { before, language, articleDate });
  const faulty = proposals.filter(({ edtf, words }) => !isEdtf(edtf) || words === '' || !passage.includes(words));
  return { best: proposals[0]?.edtf ?? '', faulty };
}
