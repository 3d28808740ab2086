/**
 * Words for what exports lose and what a verification checks: the archive says them in
 * English, as the command line does; here they are put into the person's language.
 */
import type { UiLanguage } from './i18n';

/** Keys are the sentences and names exactly as exporters and `verify` give them. */
const french: ReadonlyMap<string, string> = new Map([
  [
    'original files (only their names and hashes are written)',
    'fichiers originaux (seuls leurs noms et empreintes sont écrits)',
  ],
  ['collections', 'collections'],
  ['pictures (only their descriptions are written)', 'images (seules leurs descriptions sont écrites)'],
  [
    'table cells with lists, code or several paragraphs (made one line)',
    'cellules de tableau avec listes, code ou plusieurs paragraphes (mises sur une ligne)',
  ],
  [
    'links whose other end is not in the selection (named by its id only)',
    'liens dont l’autre bout n’est pas dans la sélection (nommé par son seul identifiant)',
  ],
  [
    'megabytes beyond what one file can bring back (export in parts)',
    'mégaoctets de trop pour qu’un seul fichier puisse les ramener (exportez en plusieurs parties)',
  ],
  ['structure', 'structure du fichier'],
  ['references', 'références entre fiches'],
  ['bodies', 'textes des documents'],
  ['originals', 'originaux et leurs empreintes'],
  ['anchors', 'places des passages'],
  ['index', 'index de recherche'],
  ['fields', 'valeurs des champs'],
  ['history', 'versions antérieures'],
  ['search index', 'index de recherche'],
]);

/** The sentence or name in the language; English when it has no other words yet. */
export function reportWords(english: string, language: UiLanguage): string {
  return language === 'fr' ? (french.get(english) ?? english) : english;
}
