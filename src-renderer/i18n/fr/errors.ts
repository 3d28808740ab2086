/** Chaque échec prévu en mots : ce qui s’est passé, et que faire ensuite. */

import type { Translation } from '../catalogue-type';
import type { errors as en } from '../en/errors';

export const errors = {
  'archive/not-found': 'Le fichier de l’archive n’est plus à sa place. Remettez-le, ou ouvrez une autre archive.',
  'archive/not-an-archive': 'Ce fichier n’est pas une archive de Postil. Choisissez-en un qui finit par « .postil ».',
  'archive/from-future':
    'Cette archive vient d’une version plus récente de Postil. Mettez Postil à jour pour l’ouvrir ; rien n’a été changé.',
  'archive/locked': 'Un autre programme écrit dans l’archive. Attendez un instant, puis réessayez.',
  'archive/held':
    'Cette archive est ouverte dans un autre Postil. Allez à sa fenêtre, ou fermez-la là-bas, puis réessayez.',
  'archive/damaged':
    'Le fichier de l’archive est endommagé. Rien n’a été écrasé ; gardez-en une copie et ouvrez votre dernière sauvegarde.',
  'archive/cannot-open':
    'L’archive ne peut pas être ouverte. Vérifiez que vous pouvez lire et écrire dans son dossier.',
  'archive/disk-full':
    'Le disque est plein. Libérez de la place, puis réessayez ; rien de ce qui est enregistré n’est perdu.',
  'archive/read-only': 'L’archive ne peut pas être modifiée ici. Déplacez-la dans un dossier où vous pouvez écrire.',
  'archive/interrupted': 'L’archive s’est arrêtée avant de répondre. Elle se rouvre ; refaites votre dernière action.',
  'archive/stale': 'Ce document a été modifié ailleurs entre-temps. Il est relu ; refaites votre dernier changement.',
  'archive/keeps-stopping':
    'La partie de Postil qui tient l’archive s’est arrêtée plusieurs fois de suite. Ce qui était enregistré est sur le disque ; réessayez.',
  'archive/cannot-move':
    'L’archive n’a pas été déplacée, elle est à sa place. Choisissez un nom libre, dans un dossier où vous pouvez écrire.',
  'archive/nothing-to-save':
    'Plus rien ne peut être lu dans ce fichier, aucune archive n’a donc été faite. Le fichier est resté tel quel.',
  'recovery/cancelled': 'Arrêté. Rien n’a été changé, et rien d’inachevé n’a été gardé.',
  'index/cancelled':
    'La reconstruction de l’index a été arrêtée. La recherche reste incomplète tant qu’elle n’est pas refaite.',
  'verify/cancelled': 'La vérification a été arrêtée. Elle n’a rien changé.',
  'backup/cancelled': 'La sauvegarde a été arrêtée. Rien n’a été écrit.',
  'backup/not-proven':
    'La sauvegarde n’a pas pu être vérifiée, elle n’a donc pas été gardée. Vérifiez le disque, puis recommencez.',
  'backup/not-found': 'Cette sauvegarde n’est plus dans son dossier. Regardez de nouveau la liste.',
  'backup/folder':
    'Le dossier des sauvegardes ne peut pas servir : il est peut-être parti avec son disque, ou n’est pas à vous. Branchez le disque, ou choisissez un autre dossier dans Sauvegardes.',
  'document/not-found': 'Ce document n’est plus dans l’archive. Il a peut-être été supprimé définitivement.',
  'picture/unknown':
    'Ce n’est pas une image qui puisse être gardée. Enregistrez-la en PNG, JPEG, GIF, WebP, AVIF ou SVG, puis réessayez.',
  'picture/too-large':
    'L’image est trop grande : 32 Mo et 64 millions de pixels au plus, et 256 Mo pour un document. Enregistrez-la plus petite, puis réessayez.',
  'document/not-in-bin':
    'Seuls les documents de la corbeille se suppriment définitivement. Mettez-le d’abord à la corbeille.',
  'revision/not-found': 'Cette version n’est plus conservée. Choisissez-en une autre dans l’historique.',
  'annotation/not-found': 'Ce passage n’est plus dans l’archive.',
  'annotation/bad-range': 'Ce passage ne se trouve pas dans le texte. Sélectionnez-le de nouveau.',
  'annotation/quote-not-found': 'Ces mots ne se trouvent pas dans le texte. Vérifiez la citation.',
  'annotation/quote-ambiguous':
    'Ces mots se trouvent plusieurs fois dans le texte. Donnez une citation plus longue, ou ce qui la précède.',
  'link/to-itself': 'Un passage ne peut pas être lié à lui-même. Choisissez-en un autre.',
  'link/exists': 'Ce lien existe déjà.',
  'link/not-found': 'Ce lien n’est plus dans l’archive.',
  'collection/not-found': 'Cette collection n’est plus dans l’archive.',
  'collection/cycle': 'Une collection ne peut pas être rangée dans elle-même. Choisissez une autre place.',
  'import/unsupported':
    'Postil ne lit pas encore ce type de fichier. Enregistrez-le en page web, Markdown ou texte brut.',
  'import/empty': 'Le fichier est vide. Vérifiez qu’il a été enregistré en entier.',
  'import/binary': 'Le fichier ne contient pas de texte lisible. Enregistrez-le en page web, Markdown ou texte brut.',
  'import/too-large': 'Le fichier est trop gros. Découpez-le, ou n’en importez que le texte.',
  'import/unreadable': 'Le fichier ne peut pas être lu. Vérifiez qu’il est toujours là et que vous pouvez l’ouvrir.',
  'import/broken':
    'Le fichier est endommagé ou n’est pas ce que dit son nom. Enregistrez-le de nouveau depuis son origine.',
  'import/no-text': 'Aucun article n’a été trouvé dans cette page. Copiez son texte et collez-le.',
  'import/not-one-article':
    'Ce n’est pas le texte d’un seul article. Choisissez le fichier de l’article lui-même : page, PDF ou document.',
  'import/not-an-article':
    'Un fichier ne peut pas prendre la place d’une note. Importez-le comme article à part entière.',
  'watch/unreadable':
    'Ce dossier ne peut pas être lu. Vérifiez qu’il est là et que vous pouvez l’ouvrir, ou choisissez-en un autre.',
  'import/cancelled': 'L’importation a été arrêtée. Ce qui était déjà importé est conservé.',
  'export/cannot-write':
    'L’export ne peut pas être écrit là. Choisissez un autre dossier, et vérifiez qu’il reste de la place.',
  'export/nothing': 'Il n’y a rien à exporter. Choisissez autre chose.',
  'export/unknown-format': 'Ce format d’export n’existe pas. Choisissez-en un autre.',
  'export/needs-window': 'Ce format ne se fait que dans la fenêtre de Postil.',
  'export/cannot-print':
    'Le document n’a pas pu être imprimé en PDF. Exportez-le en HTML et imprimez-le depuis un navigateur.',
  'export/cancelled': 'L’exportation a été arrêtée. Les fichiers déjà écrits sont entiers.',
  'request/invalid':
    'Postil a envoyé à l’archive une demande qu’elle ne comprend pas. Rien n’a été changé ; signalez-le, s’il vous plaît.',
  'request/unknown':
    'Postil a envoyé à l’archive une demande qu’elle ne connaît pas. Rien n’a été changé ; signalez-le, s’il vous plaît.',
  'request/too-large': 'C’est trop à la fois. Procédez par parties plus petites.',
  internal: 'Un incident imprévu s’est produit. Rien de ce qui est enregistré n’est perdu ; réessayez.',
} as const satisfies Translation<typeof en>;
