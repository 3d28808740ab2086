/** The names of the interface's controls in both languages, as its own catalogues have them. */
import { en } from '../../src-renderer/i18n/en/index';
import { fr } from '../../src-renderer/i18n/fr/index';

export type Language = 'en' | 'fr';

/** The catalogue of a language. French has more plurals; the names are the same. */
export function wordsOf(language: Language): typeof en | typeof fr {
  return language === 'fr' ? fr : en;
}

/** Fills a sentence's places: `{{title}}` and `{{count, number}}`. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)(?:, \w+)?\}\}/g, (_place, name: string) => String(values[name] ?? ''));
}

/** Fills a sentence's places with anything: to find a control whose exact name does not matter. */
export function pattern(sentence: string): RegExp {
  const parts = sentence
    .split(/\{\{[^}]+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
