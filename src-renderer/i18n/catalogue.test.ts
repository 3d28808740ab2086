/** Holds the two catalogues together: same keys, same parameters, French spacing. */
import { errorCodes } from '@shared/outcome/outcome';
import { describe, expect, it } from 'vitest';
import { en } from './en/index';
import { fr } from './fr/index';

function wordsOf(node: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof node === 'string') return new Map([[path, node]]);
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is neither words nor a group`);
  return new Map(
    Object.entries(node).flatMap(([key, value]) => [...wordsOf(value, path === '' ? key : `${path}/${key}`)]),
  );
}

const english = wordsOf(en);
const french = wordsOf(fr);
const parameters = (words: string) =>
  [...new Set(words.match(/\{\{\s*\w+/g) ?? [])].map((one) => one.replace(/\W/g, '')).sort();

describe('the catalogues', () => {
  it('say everything in both languages', () => {
    const wanted = new Set([
      ...english.keys(),
      ...[...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/, '_many')),
    ]);
    expect([...french.keys()].sort()).toEqual([...wanted].sort());
  });

  it('leave nothing blank', () => {
    for (const [key, words] of [...english, ...french]) expect(words.trim(), key).not.toBe('');
  });

  it('take no parameter in French that the English words do not have', () => {
    for (const [key, words] of french) {
      const original = english.get(key.replace(/_many$/, '_other')) ?? '';
      const plural = english.get(key.replace(/_(one|many)$/, '_other')) ?? '';
      const known = new Set([
        ...parameters(original),
        ...parameters(plural),
        ...parameters(english.get(key.replace(/_(many|other)$/, '_one')) ?? ''),
      ]);
      for (const parameter of parameters(words)) expect(known, key).toContain(parameter);
    }
  });

  it('set French signs apart with a space that does not break', () => {
    for (const [key, words] of french) {
      const plain = words.replace(/\{\{[^}]*\}\}/g, 'x').replace(/https?:\S+/g, '');
      expect(plain, key).not.toMatch(/[^\u202f\u00a0]»|«[^\u202f\u00a0]|[\p{L}x][;!?]| [:;!?]/u);
    }
  });

  it('use the typographic apostrophe', () => {
    for (const [key, words] of [...english, ...french]) expect(words, key).not.toContain("'");
  });

  it('word every failure', () => {
    for (const code of errorCodes) expect(en.errors[code].length, code).toBeGreaterThan(20);
  });
});
