/** Mots de la page de confidentialité. */

import type { Translation } from '../catalogue-type';
import type { privacy as en } from '../en/privacy';

export const privacy = {
  networkTitle: 'Rien ne quitte cette machine',
  network:
    'Postil n’utilise jamais le réseau : ni compte, ni synchronisation, ni mise à jour automatique, ni rapport. Ce qu’une page capturée chargerait d’ailleurs n’est jamais chargé. Un lien ne s’ouvre dans votre navigateur qu’après votre accord sur son adresse.',
  filesTitle: 'Où se trouve votre travail',
  files:
    'Tout est dans un seul fichier, l’archive : textes, originaux, images, passages, notes, historique. Le profil de Postil contient vos réglages, l’endroit où vous lisiez, les chemins des archives ouvertes, le dossier surveillé et les noms de ses fichiers, vos recherches récentes (vous pouvez les effacer, ou n’en garder aucune), les noms que vous avez dits différents et un journal d’erreurs qui ne cite rien.',
  watchedTitle: 'Ce que Postil lit de lui-même',
  watched:
    'Rien, sauf si vous faites surveiller un dossier\u00a0: les nouveaux articles de ce seul dossier sont alors lus et importés tant que l’archive est ouverte. Ses fichiers ne sont jamais modifiés ni supprimés. Suspendez-le ou arrêtez-le sous «\u00a0Dossier surveillé…\u00a0».',
  file: 'Cette archive',
  pictures: 'Images qu’elle contient',
  picturesAre: '{{count, number}}, {{size}}',
  backups: 'Ses sauvegardes',
  showArchive: 'Montrer l’archive',
  showBackups: 'Montrer les sauvegardes',
  besideTitle: 'Ce qui se trouve à côté',
  beside:
    '« -wal » et « -shm » font partie de l’archive tant qu’elle est ouverte : ne déplacez jamais l’un sans les autres. « .lock » est vide et tient deux Postil à distance. « .reserve » est de la place gardée pour le jour où le disque est plein. « .replaced-… » est une archive qu’une restauration a remplacée, « .moved-… » une archive copiée sur un autre disque, « .before-schema-… » une archive telle qu’avant une mise à jour : chacune est entière, avec tous vos mots. Supprimez-les vous-même quand vous êtes sûr.',
  deletingTitle: 'Ce que veut dire supprimer',
  deleting:
    'La corbeille garde ce que vous y mettez jusqu’à la suppression définitive. Ensuite, l’archive ne le contient plus, mais des traces peuvent rester dans le fichier tant qu’elles ne sont pas recouvertes, dans les sauvegardes tant qu’elles ne sont pas élaguées, et dans vos copies.',
  notTitle: 'Ce que Postil ne fait pas',
  not: 'Il ne chiffre pas. Qui peut ouvrir vos fichiers, ou s’assied à votre machine déverrouillée, peut lire l’archive et ses sauvegardes. Activez le chiffrement du disque de votre système (FileVault, BitLocker, LUKS), verrouillez votre écran, et gardez sur un disque chiffré les sauvegardes qui quittent cette machine.',
  cloudTitle: 'Dossiers synchronisés',
  cloud:
    'Ne gardez pas une archive ouverte dans un dossier synchronisé : ces programmes copient des fichiers à moitié écrits, et le fournisseur du service peut les lire.',
} as const satisfies Translation<typeof en>;
