/** Runs a table of sentences and the date each names through the search. Used by tests only. */
import { expect, it } from 'vitest';
import { isEdtf } from '../edtf';
import { proposeDates } from '../propose-dates';

/** A sentence, the best proposal expected of it ('' for none), and what was said before it. */
export type Phrase = readonly [passage: string, expected: string, before?: string];

/** States of each sentence that the article's date turns it into the expected value, and nothing else comes first. */
export function namesDates(language: string, articleDate: string, phrases: readonly Phrase[]): void {
  it.each(phrases)(`with the article of “${articleDate}”: %s → %s`, (passage, expected, before = '') => {
    const proposals = proposeDates(passage, { before, language, articleDate });
    expect(proposals[0]?.edtf ?? '').toBe(expected);
    for (const { edtf, words } of proposals) {
      expect(isEdtf(edtf)).toBe(true);
      expect(passage).toContain(words);
    }
  });
}
