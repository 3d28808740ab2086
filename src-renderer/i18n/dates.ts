/** Moments and languages in words. Pure; dates of documents are worded in the shared dates. */
import { dateFormat, relativeFormat } from '@shared/text/intl-formats';

const dayMs = 86_400_000;

/** A moment as a reader would say it: "today", "yesterday", else the day. Local time. */
export function formatMoment(atMs: number, nowMs: number, locale: string): string {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(atMs) - midnight(nowMs)) / dayMs);
  if (days <= 0 && days > -2) return relativeFormat(locale).format(days, 'day');
  return dateFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(atMs);
}

/** By locale: making one takes milliseconds. */
const languageNames = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const names = languageNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  languageNames.set(locale, names);
  return names;
}

/** Name of a language from its BCP 47 tag ("ko" → "coréen"); the tag itself when unknown. */
export function languageName(tag: string, locale: string): string {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return tag;
  return namesIn(locale).of(tag) ?? tag;
}
