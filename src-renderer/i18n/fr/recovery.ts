/** Mots de l’écran d’une archive qui ne peut pas être ouverte. */

import type { Translation } from '../catalogue-type';
import type { recovery as en } from '../en/recovery';

export const recovery = {
  title: {
    'archive/damaged': 'L’archive est endommagée',
    'archive/not-found': 'L’archive n’est plus à sa place',
    'archive/from-future': 'L’archive vient d’un Postil plus récent',
    'archive/held': 'Un autre Postil a ouvert cette archive',
    'archive/locked': 'Un autre programme écrit dans l’archive',
    'archive/not-an-archive': 'Ce fichier n’est pas une archive de Postil',
    'archive/read-only': 'L’archive ne peut pas être modifiée',
    'archive/disk-full': 'Le disque est plein',
    'archive/keeps-stopping': 'L’archive s’arrête sans cesse',
    empty: 'Le fichier de l’archive est vide',
    refused: 'Vous n’avez pas le droit d’ouvrir ce fichier',
    other: 'L’archive n’a pas pu être ouverte',
  },
  what: {
    'archive/damaged':
      'Une partie du fichier n’est pas ce que Postil a écrit, peut-être après une erreur du disque, une coupure de courant ou une copie interrompue. Postil n’y a rien changé.',
    'cut-short':
      'Le fichier est plus court qu’il ne le dit : il a été tronqué, peut-être par une copie interrompue ou un programme de synchronisation. Postil n’y a rien changé.',
    'empty-with-log':
      'Le fichier est vide, mais le fichier « -wal » à côté contient des données. L’ouvrir les effacerait, Postil ne l’a donc pas fait. Gardez les deux fichiers.',
    'archive/not-found':
      'Son fichier a disparu : déplacé, renommé, ou sur un disque qui n’est pas branché. Branchez le disque ou remettez le fichier et réessayez, ou ouvrez-le là où il est maintenant.',
    'archive/from-future':
      'Ce Postil est trop ancien pour y écrire sans risque, il ne l’a donc pas ouverte. Mettez Postil à jour pour continuer à y travailler. Rien n’a été changé.',
    'archive/held': 'Allez à sa fenêtre, ou fermez-la là-bas, puis réessayez. Rien n’a été changé.',
    'archive/locked': 'Attendez un instant ou fermez ce programme, puis réessayez. Rien n’a été changé.',
    'archive/not-an-archive': 'Il contient autre chose, ou un autre programme l’a écrasé. Postil n’y a rien changé.',
    empty:
      'Il ne contient rien : une copie ou une synchronisation a peut-être été interrompue, ou un disque s’est rempli. Postil n’a rien changé.',
    refused:
      'Il appartient à quelqu’un d’autre, ou ses droits vous en écartent. Demandez à la personne qui gère cette machine, ou changez cela dans les propriétés du fichier. Rien n’a été changé.',
    'archive/read-only':
      'Le fichier, son dossier ou son disque est en lecture seule, ou appartient à quelqu’un d’autre, et Postil écrit pendant que vous travaillez. Travaillez sur une copie dans un dossier à vous, ou changez cela et réessayez.',
    'archive/disk-full':
      'Il n’y a pas assez de place pour l’ouvrir sans risque. Rien n’est perdu : libérez de la place et réessayez, ou travaillez sur une copie sur un autre disque.',
    'archive/keeps-stopping':
      'La partie de Postil qui la tient s’est arrêtée plusieurs fois en une demi-minute. Ce qui était enregistré est sur le disque. Réessayez ; si cela ne suffit pas, le fichier est peut-être endommagé.',
    other: 'Le disque est peut-être débranché ou défaillant. Vérifiez-le et réessayez. Rien n’a été changé.',
  },
  file: 'Fichier',
  nothingDeleted: 'Quel que soit votre choix ici, aucun fichier n’est supprimé.',
  choices: 'Ce que vous pouvez faire',
  tryAgain: 'Réessayer',
  showFile: 'Afficher dans le dossier',
  openBackup: 'Ouvrir à côté la dernière bonne sauvegarde',
  openBackupHint:
    'Une copie de la sauvegarde du {{when}} s’ouvre comme nouvelle archive. Ce qui est là maintenant reste tel quel.',
  restore: 'Mettre une sauvegarde à sa place…',
  restoreHint: 'Vous voyez d’abord ce qu’elle contient. Le fichier qui est là est gardé sous un autre nom.',
  openBackupGoneHint: 'Une copie de la sauvegarde du {{when}} s’ouvre comme nouvelle archive.',
  restoreGoneHint: 'Vous voyez d’abord ce qu’elle contient. Elle prend ensuite la place de l’archive.',
  rebuild: 'Reconstruire l’index de recherche',
  rebuildHint: 'Utile si seul l’index est endommagé. Sinon, rien n’est changé.',
  salvage: 'Sauver ce qui peut être lu',
  salvageHint:
    'Lit le fichier morceau par morceau dans une nouvelle archive, et dit ce qui est perdu. Peut prendre des minutes.',
  copyKnown: 'Copier ce que ce Postil connaît dans une nouvelle archive',
  copyKnownHint:
    'Pour lire et exporter en attendant. Ce que seul le Postil plus récent connaît n’est pas dans la copie ; l’archive reste telle quelle.',
  copyElsewhere: 'Travailler sur une copie ailleurs…',
  copyElsewhereHint: 'Vous choisissez où. La copie est vérifiée, puis ouverte ; l’archive reste telle quelle.',
  makeNew: 'Créer ici une nouvelle archive vide',
  makeNewHint: 'Seulement si l’ancienne ne revient pas.',
  openOther: 'Ouvrir une autre archive…',
  recent: 'Archives récentes',
  quit: 'Quitter Postil',
  surveying: 'Examen des sauvegardes…',
  noBackup: 'Il n’y a pas de sauvegarde dans « {{folder}} ».',
  folderGone:
    'Le dossier de ses sauvegardes, « {{folder}} », ne peut pas être lu : son disque n’est peut-être pas branché, ou il n’est pas à vous.',
  noGoodBackup: 'Toutes les sauvegardes qui sont là sont endommagées.',
  someDamaged_one: '{{count, number}} sauvegarde plus récente est endommagée.',
  someDamaged_many: '{{count, number}} de sauvegardes plus récentes sont endommagées.',
  someDamaged_other: '{{count, number}} sauvegardes plus récentes sont endommagées.',
  working: 'Travail en cours…',
  stages: {
    copying: 'Copie du fichier…',
    checking: 'Vérification de la copie…',
    reading: 'Lecture de ce qui peut être lu…',
    indexing: 'Construction de l’index de recherche…',
  },
  stopHint: 'Vous pouvez arrêter à tout moment : rien n’est changé, et rien d’inachevé n’est gardé.',
  chooseBackup: 'Quelle sauvegarde ?',
  damagedBackup: 'Cette sauvegarde est endommagée. Choisissez-en une autre.',
  holds: 'Elle contient',
  done: 'Terminé',
  openNow: 'Ouvrir l’archive',
  openNew: 'Ouvrir la nouvelle archive',
  rebuiltNow_one: 'L’index a été reconstruit à partir de {{count, number}} document, et le fichier est sain.',
  rebuiltNow_many: 'L’index a été reconstruit à partir de {{count, number}} de documents, et le fichier est sain.',
  rebuiltNow_other: 'L’index a été reconstruit à partir de {{count, number}} documents, et le fichier est sain.',
  copied: 'La sauvegarde a été copiée dans « {{name}} ».',
  salvaged: 'Ce qui a pu être lu est dans « {{name}} ». Le fichier endommagé est resté tel quel.',
  kept: 'Sauvé',
  lostNothing: 'Autant qu’on puisse le dire, rien n’est perdu.',
  lost: 'Perdu',
  lostRows_one: '{{what}} : {{count, number}} élément',
  lostRows_many: '{{what}} : {{count, number}} d’éléments',
  lostRows_other: '{{what}} : {{count, number}} éléments',
  lostUnknown: '{{what}} : personne ne peut dire combien',
  lostDocuments: 'Documents dont le texte a disparu',
  poorerDocuments: 'Documents avec un texte plus ancien, ou sans mise en forme',
  altered: 'Repris, mais pas tels qu’ils ont été écrits : à vérifier',
  andMore_one: 'et {{count, number}} autre',
  andMore_many: 'et {{count, number}} d’autres',
  andMore_other: 'et {{count, number}} autres',
  tables: {
    documents: 'Documents',
    bodies: 'Textes',
    revisions: 'Versions antérieures',
    originals: 'Originaux',
    pictures: 'Images',
    annotations: 'Passages',
    links: 'Liens',
    labels: 'Étiquettes',
    collections: 'Collections',
    quotations: 'Citations dans les notes',
  },
} as const satisfies Translation<typeof en>;
