/**
 * Words for what exports lose and what a verification checks: the archive says them in
 * English, as the command line does; here they are put into the person's language.
 */
import { lossWords } from '@shared/outcome/loss-words';
import type { UiLanguage } from './i18n';

/** Keys are the sentences and names exactly as exporters and `verify` give them. */
const french: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.values(lossWords).map(({ en, fr }): [string, string] => [en, fr]),
  ['structure', 'structure du fichier'],
  ['references', 'références entre fiches'],
  ['bodies', 'textes des documents'],
  ['originals', 'originaux et leurs empreintes'],
  ['pictures', 'images et leurs empreintes'],
  ['anchors', 'places des passages'],
  ['lists', 'listes et citations'],
  ['seals', 'données, annotations, liens et dates'],
  ['index', 'index de recherche'],
  ['fields', 'valeurs des champs'],
  ['history', 'versions antérieures'],
  ['search index', 'index de recherche'],
]);

/** The sentence or name in the language; English when it has no other words yet. */
export function reportWords(english: string, language: UiLanguage): string {
  return language === 'fr' ? (french.get(english) ?? english) : english;
}
