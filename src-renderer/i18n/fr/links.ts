/** Liens entre passages, et avec des documents entiers. */
import type { Translation } from '../catalogue-type';
import type { links as english } from '../en/links';

export const links: Translation<typeof english> = {
  link: 'Lier à un autre passage',
  pickerTitle: 'Lier « {{quote}} »',
  relation: 'Ce passage…',
  relationHint: 'Les flèches choisissent, Entrée passe à l’autre extrémité.',
  target: 'À quoi ?',
  targetPlaceholder: 'Mots d’un passage ou d’un titre',
  targets: 'Passages et documents',
  here: 'Dans ce document',
  elsewhere: 'Dans d’autres documents',
  documents: 'Documents entiers',
  nothingFound: 'Rien trouvé. Essayez d’autres mots.',
  nothingYet: 'Aucun autre passage ici. Tapez des mots pour chercher dans l’archive.',
  already: 'déjà lié',
  make: 'Lier',
  made: 'Lien créé.',
  removed: 'Lien retiré.',
  unlink: 'Retirer le lien : {{relation}} « {{quote}} »',
  quote: '« {{quote}} »',
  quoteIn: '« {{quote}} », {{title}}',
  ofDocument: 'Passages liés à ce document',
  dragHandle: 'Glisser sur une autre carte, ou sur un document de la liste, pour lier',
  deleteTitle_one: 'Supprimer ce passage ?',
  deleteTitle_many: 'Supprimer ces {{count}} passages ?',
  deleteTitle_other: 'Supprimer ces {{count}} passages ?',
  deleteText_one: '{{count}} lien avec d’autres passages ou documents disparaît aussi. Annuler le rétablit.',
  deleteText_many: '{{count}} liens avec d’autres passages ou documents disparaissent aussi. Annuler les rétablit.',
  deleteText_other: '{{count}} liens avec d’autres passages ou documents disparaissent aussi. Annuler les rétablit.',
  deleteConfirm: 'Supprimer',
};
