/** Mots du champ de recherche et de ses résultats. */

import type { Translation } from '../catalogue-type';
import type { search as en } from '../en/search';

export const search = {
  label: 'Chercher dans l’archive',
  placeholder: 'Chercher dans les articles, notes et passages',
  clear: 'Effacer la recherche',
  results: 'Résultats de la recherche',
  count_one: '{{count, number}} résultat',
  count_many: '{{count, number}} de résultats',
  count_other: '{{count, number}} résultats',
  took: '{{ms, number}} ms',
  sort: 'Ordre des résultats',
  relevance: 'Pertinence',
  date: 'Date',
  within: 'dans « {{scope}} »',
  everywhere: 'Chercher partout',
  none: 'Rien pour « {{query}} »',
  noneHint:
    'Essayez moins de mots, ou leur début suivi d’une étoile, comme « trait* ». Accents et majuscules sont sans effet.',
} as const satisfies Translation<typeof en>;
