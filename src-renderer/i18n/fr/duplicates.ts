/** Mots des articles semblables : presque le même texte, côte à côte. */

import type { Translation } from '../catalogue-type';
import type { duplicates as en } from '../en/duplicates';

export const duplicates = {
  title: 'Articles semblables',
  pairs: 'Paires d’articles semblables',
  compare: 'Les deux articles',
  texts: 'Les deux textes',
  looking: 'Comparaison des articles : {{done, number}} sur {{total, number}}',
  stopped: 'Arrêté après {{done, number}} articles sur {{total, number}}.',
  found_one: '{{count, number}} paire au texte presque identique.',
  found_many: '{{count, number}} de paires au texte presque identique.',
  found_other: '{{count, number}} paires au texte presque identique.',
  lookThroughAll: 'Comparer tous les articles',
  none: 'Aucun article semblable',
  noneHint: 'Aucune paire d’articles ne partage la moitié de son texte, hors celles que vous gardez.',
  nearlySame: 'Texte presque identique ({{share}}).',
  muchSame: 'Texte en grande partie identique ({{share}}).',
  legend: 'Ce que dit l’un des deux seulement est souligné.',
  keepThis: 'Garder celui-ci',
  keepThisNamed: 'Garder « {{title}} » et y fusionner l’autre',
  keepHint:
    'Celui que vous gardez reçoit les passages, liens, étiquettes et collections de l’autre, qui va à la corbeille.',
  keepBoth: 'Garder les deux',
  keptBoth: 'Les deux sont gardés. Cette paire ne sera plus montrée.',
  merged: 'Fusionné dans « {{title}} » ; l’autre est à la corbeille.',
  carried_one: '{{count, number}} passage repris.',
  carried_many: '{{count, number}} de passages repris.',
  carried_other: '{{count, number}} passages repris.',
  orphaned_one: '{{count, number}} passage sans place dans le texte.',
  orphaned_many: '{{count, number}} de passages sans place dans le texte.',
  orphaned_other: '{{count, number}} passages sans place dans le texte.',
  reportTitle_one: '{{count, number}} ressemble à un article déjà présent',
  reportTitle_many: '{{count, number}} ressemblent à des articles déjà présents',
  reportTitle_other: '{{count, number}} ressemblent à des articles déjà présents',
  like: 'texte presque identique à « {{title}} » ({{share}})',
  alikeTold: '« {{title}} » importé. Il ressemble à un article déjà présent.',
  reason: 'texte presque identique ({{share}})',
  showPair: 'Comparer',
  showPairNamed: 'Comparer avec « {{title}} »',
} as const satisfies Translation<typeof en>;
