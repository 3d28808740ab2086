/** What main itself says in native dialogs, in both languages. Windows have their own catalogue. */
import type { Language } from './settings';

interface Words {
  readonly openLinkTitle: string;
  readonly openLinkDetail: string;
  readonly openLink: string;
  readonly cancel: string;
  readonly importFiles: string;
  readonly importFolder: string;
  readonly articles: string;
  readonly allFiles: string;
  readonly exportTo: string;
  readonly newArchive: string;
  /** A file's name, to begin with. */
  readonly newArchiveName: string;
  readonly openArchive: string;
  readonly moveArchive: string;
  readonly backUpInto: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    openLinkTitle: 'Open this address in your browser?',
    openLinkDetail: 'Postil itself never goes on line. The address opens in another program:',
    openLink: 'Open',
    cancel: 'Cancel',
    importFiles: 'Import files',
    importFolder: 'Import a folder',
    articles: 'Articles and archives',
    allFiles: 'All files',
    exportTo: 'Export',
    newArchive: 'New archive',
    newArchiveName: 'Research.postil',
    openArchive: 'Open an archive',
    moveArchive: 'Move or rename the archive',
    backUpInto: 'Folder for backups',
  },
  fr: {
    openLinkTitle: 'Ouvrir cette adresse dans votre navigateur ?',
    openLinkDetail: 'Postil lui-même ne va jamais en ligne. L’adresse s’ouvre dans un autre programme :',
    openLink: 'Ouvrir',
    cancel: 'Annuler',
    importFiles: 'Importer des fichiers',
    importFolder: 'Importer un dossier',
    articles: 'Articles et archives',
    allFiles: 'Tous les fichiers',
    exportTo: 'Exporter',
    newArchive: 'Nouvelle archive',
    newArchiveName: 'Recherche.postil',
    openArchive: 'Ouvrir une archive',
    moveArchive: 'Déplacer ou renommer l’archive',
    backUpInto: 'Dossier des sauvegardes',
  },
};

/** The words of a language. */
export const wordsOf = (language: Language): Words => words[language];
