/**
 * Proposes EDTF dates for a passage from its own words and its article's date, offline. Finds what the
 * words say, works out what they leave unsaid, and puts the most exact first. Imports chrono-node, so
 * only the archive process loads it.
 */
import type { DateProposal } from '@shared/contract/document-shapes';
import { type ChronoLanguage, chronoMentions } from './chrono-mentions';
import { daySpan, type EdtfPoint, parseEdtf } from './edtf';
import { findMentions, plainSpaced } from './find-mentions';
import { anyLanguage } from './languages/any-language';
import { english } from './languages/english';
import { french } from './languages/french';
import { korean } from './languages/korean';
import { russian } from './languages/russian';
import { leaningAt } from './leaning';
import type { DateLanguage, Mention } from './mention';
import { type Ground, resolveMeaning, type SaidEarlier } from './resolve-mention';

/** What a passage stands in. */
export interface PassageContext {
  /** Text before the passage, a few sentences; settles only a month or year said earlier. */
  readonly before: string;
  /** BCP 47 tag of the article; fr, en, ru and ko are read, of others only ISO dates. */
  readonly language: string;
  /** EDTF date of the article, perhaps only its month or year; empty when not known. */
  readonly articleDate: string;
}

interface Reading {
  readonly language: DateLanguage;
  readonly chrono: ChronoLanguage | null;
}

const readings: Readonly<Record<string, Reading>> = {
  fr: { language: french, chrono: 'fr' },
  en: { language: english, chrono: 'en' },
  ru: { language: russian, chrono: 'ru' },
  ko: { language: korean, chrono: null },
};

/** How far back a month or year said earlier still holds, in code units: two sentences or so. */
const earlierReach = 300;

function readArticleDate(text: string): EdtfPoint | null {
  const value = parseEdtf(text.trim().replace(/T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/, ''));
  return value?.type === 'point' ? { ...value, qualifier: '' } : null;
}

function mentionsIn(text: string, { language, chrono }: Reading, article: EdtfPoint | null): readonly Mention[] {
  const isDay = article !== null && article.day !== null && !article.day.includes('X');
  const articleDay = isDay ? `${article.year}-${article.month}-${article.day}` : null;
  return findMentions(text, language, chrono === null ? [] : chronoMentions(text, chrono, articleDay));
}

/** What a date, once worked out, lets later ones leave unsaid. */
function saidBy({ meaning }: Mention, edtf: string, previous: SaidEarlier | null): SaidEarlier | null {
  const value = parseEdtf(edtf);
  if (value?.type !== 'point' || value.year.includes('X') || meaning.type === 'between') return previous;
  const month = Number(value.month);
  const named = meaning.type === 'parts' && meaning.year !== undefined && !meaning.approximate;
  const year = Number(value.year);
  const inherits = previous?.yearWasNamed === true && previous.year === year;
  return { year, month: month >= 1 && month <= 12 ? month : null, yearWasNamed: named || inherits };
}

interface Found {
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
}

function resolveAll(text: string, reading: Reading, article: EdtfPoint | null): readonly Found[] {
  let said: SaidEarlier | null = null;
  const found: Found[] = [];
  for (const mention of mentionsIn(text, reading, article)) {
    const ground: Ground = { article, said, leaning: leaningAt(text, mention, reading.language) };
    const edtf = resolveMeaning(mention.meaning, ground);
    if (edtf === null) continue;
    said = saidBy(mention, edtf, said);
    found.push({ edtf, start: mention.start, end: mention.end });
  }
  return found;
}

/** Days a value leaves open, all months alike; an open interval comes right after its one known end. */
function vagueness(edtf: string): number {
  const value = parseEdtf(edtf);
  if (value === null) return Number.POSITIVE_INFINITY;
  if (value.type === 'point' && value.month !== null && value.day === null) return value.month > '12' ? 92 : 31;
  const { first, last } = daySpan(value);
  if (first !== null && last !== null) return last - first + 1;
  return vagueness(edtf.replace(/^\.\.\/|\/\.\.$/g, '')) + 0.5;
}

/**
 * Dates that the passage names, the most exact first, then as they stand; each value once.
 * Empty when the passage names none or there is too little to work it out from.
 */
export function proposeDates(passage: string, context: PassageContext): readonly DateProposal[] {
  const reading = readings[context.language.toLowerCase().split('-')[0] ?? ''] ?? {
    language: anyLanguage,
    chrono: null,
  };
  const article = readArticleDate(context.articleDate);
  const words = passage.normalize('NFC');
  const before = plainSpaced(context.before.normalize('NFC').slice(-earlierReach));
  // A space keeps the last word said before from growing into the passage's first.
  const text = `${before} ${plainSpaced(words)}`;
  const passageStart = before.length + 1;
  const seen = new Set<string>();
  return resolveAll(text, reading, article)
    .filter(({ start }) => start >= passageStart)
    .toSorted((a, b) => vagueness(a.edtf) - vagueness(b.edtf) || a.start - b.start)
    .filter(({ edtf }) => !seen.has(edtf) && seen.add(edtf))
    .map(({ edtf, start, end }) => ({ edtf, words: words.slice(start - passageStart, end - passageStart) }));
}
