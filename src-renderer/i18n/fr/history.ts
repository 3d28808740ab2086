/** Mots de l’historique d’un document, et de toute différence montrée. */
import type { Translation } from '../catalogue-type';
import type { history as english } from '../en/history';

export const history: Translation<typeof english> = {
  title: 'Versions de « {{title}} »',
  versions: 'Versions',
  now: 'Tel qu’il est maintenant',
  reasons: { edit: 'Modifié', import: 'Importé', again: 'Importé de nouveau', restore: 'Rétabli' },
  length_one: '{{count, number}} caractère',
  length_many: '{{count, number}} caractères',
  length_other: '{{count, number}} caractères',
  against: 'Comparer',
  againstOf: { before: 'avec la version précédente', now: 'avec l’état actuel' },
  changes: 'Ce qui a changé',
  first: 'La plus ancienne version conservée : tout le texte.',
  same: 'Pas un mot ne diffère ; seule la mise en forme, ou rien.',
  isNow: 'C’est l’état actuel du document.',
  titleWas: 'Son titre était alors « {{title}} ».',
  legend: 'Souligné : dans la version plus récente. Barré : seulement dans la plus ancienne.',
  restore: 'Rétablir cette version',
  restoreHint: 'Rien n’est perdu : l’état actuel reste dans cette liste et se rétablit de la même façon.',
  restored: 'Rétabli tel qu’il était le {{when}}. La version d’avant reste dans l’historique.',
  unchanged_one: '{{count, number}} caractère inchangé',
  unchanged_many: '{{count, number}} caractères inchangés',
  unchanged_other: '{{count, number}} caractères inchangés',
  show: 'Afficher',
  none: 'Ouvrez un document pour voir ses versions.',
};
