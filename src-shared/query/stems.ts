/**
 * What the forms of a word have in common: "accords" and "accord", "договора" and
 * "договор". Index, query and marks in a text use the one function below.
 */
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { fold } from '../text/fold';
import { ownCopy } from '../text/own-copy';

/** Languages whose words are brought to stems. */
export const stemLanguages = ['fr', 'en', 'ru', 'de', 'es'] as const;
export type StemLanguage = (typeof stemLanguages)[number];

/** The language of a BCP 47 tag, when its words have stems here. */
export function stemLanguageOf(tag: string): StemLanguage | null {
  const primary = tag.toLowerCase().split('-')[0];
  return stemLanguages.find((language) => language === primary) ?? null;
}

/** Nouns like Корея: Snowball takes some of their forms for adjectives and loses the е. */
const russianYaNoun = /^(.+е)(?:я|и|ю|ей)$/;
const russianYaDative = /^(коре|иде|музе)е$/;

function russianStem(word: string): string {
  const folded = fold(word);
  return (russianYaNoun.exec(folded) ?? russianYaDative.exec(folded))?.[1] ?? russian(folded);
}

/** Without accents Snowball leaves an e ("decidees" → "decide"): what is typed plainly loses it here. */
const frenchStem = (word: string): string => fold(french(word)).replace(/(?<=.{4})e+$/, '');

/** "negociacion", typed plainly, is "negociación". */
const spanishStem = (word: string): string => fold(spanish(word)).replace(/(?<=.{3})acion$/, '');

const stemmers: Readonly<Record<StemLanguage, (word: string) => string>> = {
  fr: frenchStem,
  en: (word) => fold(english(word)),
  ru: russianStem,
  de: (word) => fold(german(word)),
  es: spanishStem,
};

/** Stemming takes 4 to 22 µs and words recur; a text of unheard-of words can't fill the memory. */
const known = new Map<StemLanguage, Map<string, string>>(stemLanguages.map((language) => [language, new Map()]));
const mostKnown = 100_000;
/** Shorter words have no endings to lose, shorter stems say nothing, longer words are none. */
const shortest = 3;
const longest = 40;

const joiners = /\u00ad|\u200c|\u200d|\u2060/g;
const latin = /^[\p{Script=Latin}\p{M}]+$/u;
const cyrillic = /^[\p{Script=Cyrillic}\p{M}]+$/u;

/** The folded stem of a word as it stands in a text; null for a word that has none in this language. */
export function stemOf(word: string, language: StemLanguage): string | null {
  const stems = known.get(language);
  if (stems === undefined || word.length < shortest || word.length > longest) return null;
  let stem = stems.get(word);
  if (stem === undefined) {
    const plain = word.replace(joiners, '').normalize('NFC').toLowerCase();
    stem = (language === 'ru' ? cyrillic : latin).test(plain) ? stemmers[language](plain) : '';
    if (stem.length < shortest) stem = '';
    if (stems.size >= mostKnown) stems.clear();
    stems.set(ownCopy(word), stem);
  }
  return stem === '' ? null : stem;
}

/** The stem of a word in a text of some language: Cyrillic words in a text of another of these languages are Russian. */
export function stemInText(word: string, language: StemLanguage): string | null {
  return stemOf(word, language) ?? (language === 'ru' ? null : stemOf(word, 'ru'));
}

/** The stems of a word of unknown language, each once. */
export function stemsOfWord(word: string, languages: readonly StemLanguage[] = stemLanguages): readonly string[] {
  const stems = new Set<string>();
  for (const language of languages) {
    const stem = stemOf(word, language);
    if (stem !== null) stems.add(stem);
  }
  return [...stems];
}
