import { Failure } from '@shared/outcome/outcome';
import { describe, expect, it } from 'vitest';
import { findQuote } from './find-quote';

const code = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error instanceof Failure ? `${error.data.code} ${Object.values(error.data.params).join()}`.trim() : error;
  }
  return 'found';
};

describe('findQuote', () => {
  it('counts in UTF-16, past emoji and Hangul', () => {
    const text = '🕊️ 북한 외무상\nquasiment 600 militaires';
    expect(findQuote(text, { quote: 'quasiment 600' })).toEqual({ start: 11, end: 24 });
    expect(findQuote(text, { quote: '외무상'.normalize('NFD') })).toEqual({ start: 7, end: 10 });
  });

  it('prefers the quote as it stands, then forgives blanks and typographic signs', () => {
    const text = "l’entente parfaite, l'entente\u00a0parfaite";
    expect(findQuote(text, { quote: "l'entente\u00a0parfaite" }).start).toBe(20);
    expect(findQuote('d’une\nseule « voix » – forte', { quote: "d'une seule « voix » - forte" })).toEqual({
      start: 0,
      end: 28,
    });
  });

  it('does not forgive case or accents', () => {
    expect(code(() => findQuote('Corée', { quote: 'coree' }))).toBe('annotation/quote-not-found 0');
  });

  it('never chooses between two places', () => {
    expect(code(() => findQuote('Kim a dit. Kim a fait.', { quote: 'Kim' }))).toBe('annotation/quote-ambiguous 2');
    expect(code(() => findQuote('aaa', { quote: 'aa' }))).toBe('annotation/quote-ambiguous 2');
    expect(findQuote('Kim a dit. Kim a fait.', { quote: 'Kim', suffix: ' a fait' }).start).toBe(11);
    expect(findQuote('Kim a dit. Kim a fait.', { quote: 'Kim', prefix: 'dit.' }).start).toBe(11);
  });

  it('says when the quote is there but its context is not', () => {
    expect(code(() => findQuote('Kim a dit', { quote: 'Kim', prefix: 'selon' }))).toBe('annotation/quote-not-found 1');
  });

  it('takes signs of regular expressions for themselves', () => {
    expect(findQuote('a (b|c)* [d] $ ^ \\ .', { quote: '(b|c)* [d] $ ^ \\ .' }).start).toBe(2);
    expect(code(() => findQuote('abc', { quote: '.*' }))).toBe('annotation/quote-not-found 0');
  });

  it('refuses an empty quote', () => {
    expect(code(() => findQuote('abc', { quote: ' \n' }))).toBe('request/invalid');
  });
});
