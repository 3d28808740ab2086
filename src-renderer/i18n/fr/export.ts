/** Mots de l’exportation et de la vérification. */

import type { Translation } from '../catalogue-type';
import type { exporting as en } from '../en/export';

export const exporting = {
  title: 'Exporter',
  what: 'Contenu',
  document: 'Le document ouvert',
  documentNamed: '« {{title}} »',
  selection_one: 'La sélection ({{count, number}} document)',
  selection_many: 'La sélection ({{count, number}} de documents)',
  selection_other: 'La sélection ({{count, number}} documents)',
  query: 'Les résultats de « {{query}} »',
  all: 'Toute l’archive',
  format: 'Format',
  wholeOnly: 'Ce format n’exporte que l’archive entière.',
  lossesTitle: 'Ce que ce format ne peut pas contenir',
  noLosses: 'Ce format contient tout.',
  checking: 'Recherche de ce qui serait perdu…',
  submit: 'Choisir où…',
  running: 'Exportation de « {{name}} »…',
  done_one: '{{count, number}} fichier écrit dans « {{name}} »',
  done_many: '{{count, number}} de fichiers écrits dans « {{name}} »',
  done_other: '{{count, number}} fichiers écrits dans « {{name}} »',
  showInFolder: 'Afficher dans le dossier',
  verifyTitle: 'Vérifier l’archive',
  verifying: 'Vérification des originaux, des passages et des index…',
  verifyOk: 'Tout est en ordre.',
  verifyBad: 'Cette archive présente une anomalie',
  verifyBadHint: 'Avant toute chose, gardez une copie du fichier de l’archive, puis exportez ce qu’il vous faut.',
  checkPassed: 'réussi',
  checkFailed: 'échoué',
} as const satisfies Translation<typeof en>;
