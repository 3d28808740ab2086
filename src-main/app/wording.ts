/** What main itself says in native dialogs, in both languages. Windows have their own catalogue. */
import type { Language } from './settings';

/** Of one language. */
export interface Words {
  readonly openLinkTitle: string;
  readonly openLinkDetail: string;
  readonly openLink: string;
  readonly cancel: string;
  readonly importFiles: string;
  readonly importFolder: string;
  /** Over the dialog that asks for the file of an article that is here. */
  readonly articleFile: string;
  readonly watchedFolder: string;
  readonly articles: string;
  readonly allFiles: string;
  readonly exportTo: string;
  readonly newArchive: string;
  /** A file's name, to begin with. */
  readonly newArchiveName: string;
  readonly openArchive: string;
  readonly moveArchive: string;
  readonly copyArchive: string;
  readonly ok: string;
  readonly notMoved: string;
  readonly notMovedBecause: Readonly<Record<'diskFull' | 'readOnly' | 'damaged' | 'other', string>>;
  readonly stillThere: string;
  readonly moved: string;
  readonly watchLost: string;
  readonly movedToOtherDisk: string;
  readonly oldKept: (path: string) => string;
  readonly showOld: string;
  readonly backUpInto: string;
  readonly crashing: string;
  readonly crashingDetail: string;
  readonly hung: string;
  readonly hungDetail: string;
  readonly wait: string;
  readonly openAgain: string;
  readonly closeWindow: string;
  readonly ownFault: string;
  readonly ownFaultDetail: (file: string) => string;
  readonly showOwnFault: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    openLinkTitle: 'Open this address in your browser?',
    openLinkDetail: 'Postil itself never goes on line. The address opens in another program:',
    openLink: 'Open',
    cancel: 'Cancel',
    importFiles: 'Import files',
    importFolder: 'Import a folder',
    articleFile: 'The article’s file',
    watchedFolder: 'Folder to watch',
    articles: 'Articles and archives',
    allFiles: 'All files',
    exportTo: 'Export',
    newArchive: 'New archive',
    newArchiveName: 'Research.postil',
    openArchive: 'Open an archive',
    moveArchive: 'Move or rename the archive',
    copyArchive: 'Copy the archive',
    ok: 'OK',
    notMoved: 'The archive was not moved.',
    notMovedBecause: {
      diskFull: 'There is not enough room on that disk.',
      readOnly: 'That folder can’t be written to.',
      damaged: 'The copy could not be proven: the archive may be damaged. Verify it.',
      other: 'Something with that name is there already, or the folder can’t be used. Choose another.',
    },
    stillThere: 'It is open where it was; nothing was changed.',
    moved: 'The archive was moved.',
    watchLost:
      'Its watched folder is no longer watched, because Postil’s folder of settings can’t be written to. Choose the folder again with File ▸ Watched Folder….',
    movedToOtherDisk: 'The archive is on its new disk.',
    oldKept: (path) =>
      `It was copied, the copy was checked, and it is open now. The file it was copied from is kept as\n${path}\n\nBackups made so far stay where they are. Delete them yourself when you are sure.`,
    showOld: 'Show the old file',
    backUpInto: 'Folder for backups',
    crashing: 'This window has crashed several times in a row.',
    crashingDetail:
      'What you wrote is saved, but for the last second at most; the archive is not harmed. Open the window again, or close it and start Postil anew.',
    hung: 'This window does not answer.',
    hungDetail:
      'It may still be at work. What you wrote is saved, but for the last second before it stopped at most; the archive is not harmed. Wait, or open the window again.',
    wait: 'Wait',
    openAgain: 'Open it again',
    closeWindow: 'Close the window',
    ownFault: 'Something went wrong inside Postil.',
    ownFaultDetail: (file) =>
      `What you write goes on being saved. If a menu or a dialog no longer answers, close Postil and open it again.\n\nWhat happened is written down, without anything of your archive, in\n${file}`,
    showOwnFault: 'Show the file',
  },
  fr: {
    openLinkTitle: 'Ouvrir cette adresse dans votre navigateur ?',
    openLinkDetail: 'Postil lui-même ne va jamais en ligne. L’adresse s’ouvre dans un autre programme :',
    openLink: 'Ouvrir',
    cancel: 'Annuler',
    importFiles: 'Importer des fichiers',
    importFolder: 'Importer un dossier',
    articleFile: 'Fichier de l’article',
    watchedFolder: 'Dossier à surveiller',
    articles: 'Articles et archives',
    allFiles: 'Tous les fichiers',
    exportTo: 'Exporter',
    newArchive: 'Nouvelle archive',
    newArchiveName: 'Recherche.postil',
    openArchive: 'Ouvrir une archive',
    moveArchive: 'Déplacer ou renommer l’archive',
    copyArchive: 'Copier l’archive',
    ok: 'OK',
    notMoved: 'L’archive n’a pas été déplacée.',
    notMovedBecause: {
      diskFull: 'Il n’y a pas assez de place sur ce disque.',
      readOnly: 'Ce dossier n’est pas modifiable.',
      damaged: 'La copie n’a pas pu être prouvée : l’archive est peut-être endommagée. Vérifiez-la.',
      other: 'Quelque chose porte déjà ce nom, ou le dossier ne peut pas servir. Choisissez-en un autre.',
    },
    stillThere: 'Elle est ouverte là où elle était ; rien n’a été changé.',
    moved: 'L’archive a été déplacée.',
    watchLost:
      'Son dossier surveillé ne l’est plus, car le dossier des réglages de Postil n’est pas modifiable. Choisissez-le de nouveau avec Fichier ▸ Dossier surveillé….',
    movedToOtherDisk: 'L’archive est sur son nouveau disque.',
    oldKept: (path) =>
      `Elle a été copiée, la copie a été vérifiée, et elle est ouverte. Le fichier d’origine est gardé sous\n${path}\n\nLes sauvegardes déjà faites restent où elles sont. Supprimez-les vous-même quand vous êtes sûr.`,
    showOld: 'Afficher l’ancien fichier',
    backUpInto: 'Dossier des sauvegardes',
    crashing: 'Cette fenêtre s’est arrêtée brutalement plusieurs fois de suite.',
    crashingDetail:
      'Ce que vous avez écrit est enregistré, sauf au plus la dernière seconde ; l’archive n’a pas souffert. Rouvrez la fenêtre, ou fermez-la et relancez Postil.',
    hung: 'Cette fenêtre ne répond pas.',
    hungDetail:
      'Elle travaille peut-être encore. Ce que vous avez écrit est enregistré, sauf au plus la dernière seconde avant son arrêt ; l’archive n’a pas souffert. Attendez, ou rouvrez la fenêtre.',
    wait: 'Attendre',
    openAgain: 'La rouvrir',
    closeWindow: 'Fermer la fenêtre',
    ownFault: 'Quelque chose s’est mal passé dans Postil.',
    ownFaultDetail: (file) =>
      `Ce que vous écrivez continue d’être enregistré. Si un menu ou une fenêtre de dialogue ne répond plus, fermez Postil et rouvrez-le.\n\nCe qui s’est passé est noté, sans rien de votre archive, dans\n${file}`,
    showOwnFault: 'Afficher le fichier',
  },
};

/** The words of a language. */
export const wordsOf = (language: Language): Words => words[language];
