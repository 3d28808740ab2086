import { readdirSync, readFileSync } from 'node:fs';
import { stemsOfWord } from '@shared/query/stems';
import { fold } from '@shared/text/fold';
import { expect, test } from 'vitest';

const samples = new URL('../../../resources/samples/', import.meta.url);

test('a word has all but the last three letters of its stems, as marking its other forms takes for granted', () => {
  const texts = readdirSync(samples).map((name) => readFileSync(new URL(name, samples), 'utf8').normalize('NFC'));
  const words = new Set(texts.join(' ').match(/[\p{L}\p{M}]+/gu));
  expect(words.size).toBeGreaterThan(800);
  for (const word of words)
    for (const stem of stemsOfWord(word))
      expect(fold(word)).toMatch(new RegExp(`^${stem.slice(0, Math.max(2, stem.length - 3))}`, 'u'));
});
