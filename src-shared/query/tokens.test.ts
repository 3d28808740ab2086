import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexText } from './index-text';
import { queryTokens, scanTokens } from './tokens';

test('words are split at apostrophes and hyphens, and folded', () => {
  expect(indexText('L’Entente nord-coréenne, aujourd’hui: œuvre n° 7')).toBe(
    'l entente nord coreenne aujourd hui oeuvre n 7',
  );
});

test('runs of Hangul, Han and kana become pairs, with the last character alone at the end', () => {
  expect(indexText('북한은 AI')).toBe('북한 한은 은 ai');
  expect(indexText('2025년 北京で')).toBe('2025 년 北京 京で で');
});

test('a query leaves the end of a run open for particles', () => {
  expect(queryTokens('북한')).toEqual({ tokens: ['북한'], prefix: false });
  expect(queryTokens('러시아')).toEqual({ tokens: ['러시', '시아'], prefix: false });
  expect(queryTokens('북')).toEqual({ tokens: ['북'], prefix: true });
});

test('a soft hyphen or a joiner inside a word does not split it', () => {
  expect(indexText('rap\u00adproche\u200dment')).toBe('rapprochement');
});

test('combining marks without a composed form fold like the others', () => {
  expect(indexText('ключево\u0301й')).toBe(indexText('ключевой'));
});

test('tokens hold no space, nothing the index would split again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      scanTokens(text, (token, start, end) => {
        expect(token).toMatch(/^[^\s!-/:-@[-`{-~]+$/);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        return true;
      });
    }),
  );
});

test('any two neighbouring characters of a Korean run are found in its tokens', () => {
  const hangul = fc.string({ unit: fc.constantFrom('북', '한', '러', '시', '아', '은'), minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(hangul, fc.nat(), (run, seed) => {
      const at = seed % (run.length - 1);
      expect(indexText(run).split(' ')).toContain(queryTokens(run.slice(at, at + 2)).tokens[0]);
    }),
  );
});

test('a word is told the same whatever stands around it, and none is left out', () => {
  const characters = fc.constantFrom(
    ...['a', 'b', 'É', 'é', 'ж', 'ё', '7', ' ', '-', '’', '\u00ad', '\u0301', '북', '한', '𝐀', '\ud835'],
  );
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const covered = new Set<number>();
      scanTokens(text, (token, start, end) => {
        expect(indexText(text.slice(start, end)).split(' ')).toContain(token);
        for (let at = start; at < end; at++) covered.add(at);
        return true;
      });
      for (const [at, character] of [...text.split('')].entries())
        if (indexText(character) !== '') expect(covered.has(at)).toBe(true);
    }),
  );
});
