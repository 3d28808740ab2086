/**
 * A seeded corpus of news-like articles in four languages, and queries for it.
 * The same seed gives the same bytes on every machine. Words follow Zipf's law, as
 * in real text, so that common words are common and rare ones rare.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Language = 'fr' | 'en' | 'ru' | 'ko';
export const languages: readonly Language[] = ['fr', 'en', 'ru', 'ko'];

/** Mulberry32: small, seeded, good enough for choosing words. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables: Readonly<Record<Language, readonly string[]>> = {
  fr: 'ré mon ta tion dé pré ve eau cor al len chan mi nis tère gou ver né té sé cu ri pour par lan'.split(' '),
  en: 're port min ist er gov ern sec tion al low ing press un der stand trade sum mit est ab lish ment'.split(' '),
  ru: 'пра ви тель ство ми нис тер но вос ти го род доро гра ни ца пе ре го вор встре ча ё ж'.split(' '),
  ko: '정 부 대 통 령 회 담 협 력 경 제 군 사 북 한 러 시 아 중 국 무 역 도 로 철 교 외'.split(' '),
};
const openers: Readonly<Record<Language, readonly string[]>> = {
  fr: ['la', 'le', 'de', 'l’entente', 'd’alliance', 'Corée', 'et', 'les', 'un', 'qu’il', 'président', 'été'],
  en: ['the', 'of', 'and', 'to', 'in', 'president', 'said', 'a', 'border', 'trade', 'was', 'for'],
  ru: ['и', 'в', 'на', 'что', 'президент', 'Корея', 'ещё', 'по', 'с', 'Москва', 'года', 'он'],
  ko: ['북한은', '러시아', '정부는', '대통령이', '그', '이', '회담을', '협력', '오늘', '지난', '평양', '모스크바'],
};
const vocabularySize = 12_000;

/** The words of a language, most used first. */
export function vocabularyOf(language: Language, random: () => number): readonly string[] {
  const words = new Set<string>(openers[language]);
  const parts = syllables[language];
  while (words.size < vocabularySize) {
    const length = 2 + Math.floor(random() * 3);
    let word = '';
    for (let index = 0; index < length; index++) word += parts[Math.floor(random() * parts.length)] ?? '';
    words.add(word);
  }
  return [...words];
}

/** A rank drawn from 1/rank over the vocabulary, by inverting the logarithmic sum. */
const zipfRank = (random: () => number): number =>
  Math.min(vocabularySize - 1, Math.floor(vocabularySize ** random()) - 1);

export interface Corpus {
  readonly folder: string;
  readonly files: readonly string[];
  /** UTF-8 bytes of all the articles' text. */
  readonly textBytes: number;
  readonly queries: readonly { readonly kind: string; readonly query: string }[];
}

/** A sentence of 8 to 21 words. */
export function sentence(words: readonly string[], random: () => number): string {
  const count = 8 + Math.floor(random() * 14);
  const chosen = Array.from({ length: count }, () => words[zipfRank(random)] ?? '');
  return `${chosen.join(' ')}.`;
}

/** Writes `count` Markdown articles of about 450 words into a folder and makes the queries for them. */
export function writeCorpus(folder: string, count: number, seed = 20251027): Corpus {
  const random = randomFrom(seed);
  const vocabularies = new Map(languages.map((language) => [language, vocabularyOf(language, random)] as const));
  const files: string[] = [];
  const phrases: string[] = [];
  let textBytes = 0;
  for (let index = 0; index < count; index++) {
    const language = languages[index % languages.length] ?? 'en';
    const words = vocabularies.get(language) ?? [];
    const paragraphs = Array.from({ length: 6 }, () =>
      Array.from({ length: 5 }, () => sentence(words, random)).join(' '),
    );
    if (index % 97 === 0) phrases.push((paragraphs[2] ?? '').split(' ').slice(3, 7).join(' ').replace(/\./g, ''));
    const body = paragraphs.join('\n\n');
    textBytes += Buffer.byteLength(body);
    const day = `20${10 + (index % 16)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const title = `${sentence(words, random).slice(0, 60)} ${index}`;
    const subfolder = path.join(folder, String(Math.floor(index / 1000)));
    if (index % 1000 === 0) mkdirSync(subfolder, { recursive: true });
    const file = path.join(subfolder, `${index}.md`);
    writeFileSync(
      file,
      `---\ntitle: "${title}"\ndate: ${day}\nlang: ${language}\nsite: Courier ${index % 40}\n---\n\n${body}\n`,
    );
    files.push(file);
  }
  return { folder, files, textBytes, queries: queriesFor(vocabularies, phrases, random) };
}

function queriesFor(
  vocabularies: ReadonlyMap<Language, readonly string[]>,
  phrases: readonly string[],
  random: () => number,
): Corpus['queries'] {
  const pick = (language: Language, from: number, to: number): string =>
    vocabularies.get(language)?.[from + Math.floor(random() * (to - from))] ?? '';
  const any = (from: number, to: number): string => pick(languages[Math.floor(random() * 3)] ?? 'en', from, to);
  const makers: Readonly<Record<string, () => string>> = {
    rare: () => any(6000, vocabularySize),
    common: () => any(0, 12),
    and: () => {
      const language = languages[Math.floor(random() * 3)] ?? 'en';
      return `${pick(language, 12, 200)} ${pick(language, 12, 200)}`;
    },
    phrase: () => `"${phrases[Math.floor(random() * phrases.length)] ?? ''}"`,
    prefix: () => `${any(40, 4000).slice(0, 3)}*`,
    accents: () =>
      pick('fr', 12, 3000)
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, ''),
    elision: () => ['entente', 'alliance', 'il', 'l’entente'][Math.floor(random() * 4)] ?? '',
    korean: () => pick('ko', 12, 4000).slice(0, 2),
    russian: () => pick('ru', 12, 4000),
    none: () => `zzq${Math.floor(random() * 1e6)}`,
  };
  return Object.entries(makers).flatMap(([kind, make]) => Array.from({ length: 20 }, () => ({ kind, query: make() })));
}
