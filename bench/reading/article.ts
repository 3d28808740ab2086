/**
 * The article every contestant shows: 2,000 paragraphs, about 100,000 words in four languages,
 * and passages over it, some overlapping. Made from a seed: the same on every machine.
 */
import { languages, randomFrom, sentence, vocabularyOf } from '../corpus';

export interface BenchPassage {
  readonly paragraph: number;
  /** UTF-16 code units in its paragraph, half-open. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'claim' | 'source' | 'event';
}

export interface BenchArticle {
  readonly paragraphs: readonly string[];
  readonly passages: readonly BenchPassage[];
}

const paragraphCount = 2000;
const kinds = ['claim', 'source', 'event'] as const;

/** Makes the article with so many passages; fewer passages are the first of more. */
export function makeArticle(passageCount: number, seed = 20251027): BenchArticle {
  const random = randomFrom(seed);
  const vocabularies = languages.map((language) => vocabularyOf(language, random));
  const paragraphs = Array.from({ length: paragraphCount }, (_, index) => {
    const words = vocabularies[index % vocabularies.length] ?? [];
    return Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(words, random)).join(' ');
  });
  return { paragraphs, passages: passagesOver(paragraphs, passageCount, random) };
}

/** Two to twelve words each, anywhere; no passage twice. */
function passagesOver(paragraphs: readonly string[], count: number, random: () => number): readonly BenchPassage[] {
  const found = new Map<string, BenchPassage>();
  while (found.size < count) {
    const paragraph = Math.floor(random() * paragraphs.length);
    const words = [...(paragraphs[paragraph] ?? '').matchAll(/\S+/g)];
    const first = Math.floor(random() * (words.length - 2));
    const last = words[Math.min(words.length - 1, first + 1 + Math.floor(random() * 11))];
    const start = words[first]?.index ?? 0;
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'claim';
    found.set(`${paragraph}:${start}-${end}`, { paragraph, start, end, kind });
  }
  return [...found.values()];
}
