/** What main itself says in native dialogs, in both languages. Windows have their own catalogue. */
import type { ErrorData } from '@shared/outcome/outcome';
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
  readonly cannotOpenTitle: string;
  readonly tryAgain: string;
  readonly showFile: string;
  readonly quit: string;
  readonly diedTitle: string;
  readonly diedDetail: string;
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
    cannotOpenTitle: 'The archive could not be opened',
    tryAgain: 'Try Again',
    showFile: 'Show the File',
    quit: 'Quit',
    diedTitle: 'The archive keeps stopping',
    diedDetail:
      'The part of Postil that keeps your archive stopped three times in half a minute. What was saved is on disk. Try again; if it stops again, make a copy of the archive file before anything else:',
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
    cannotOpenTitle: 'L’archive n’a pas pu être ouverte',
    tryAgain: 'Réessayer',
    showFile: 'Montrer le fichier',
    quit: 'Quitter',
    diedTitle: 'L’archive s’arrête sans cesse',
    diedDetail:
      'La partie de Postil qui tient votre archive s’est arrêtée trois fois en une demi-minute. Ce qui était enregistré est sur le disque. Réessayez ; si elle s’arrête encore, faites d’abord une copie du fichier de l’archive :',
  },
};

/** The words of a language. */
export const wordsOf = (language: Language): Words => words[language];

/** Why the archive can't be opened and what to do, as a person reads it. */
export function openingTrouble(error: ErrorData, archivePath: string, language: Language): string {
  const sentence = language === 'fr' ? (frenchTrouble[error.code] ?? frenchTrouble.internal) : error.message;
  return `${sentence ?? error.message}\n\n${archivePath}`;
}

/** The failures of opening; English has the archive's own sentence. */
const frenchTrouble: Readonly<Partial<Record<ErrorData['code'], string>>> = {
  'archive/not-found': 'Le fichier de l’archive n’est plus là. Remettez-le à sa place, ou restaurez une sauvegarde.',
  'archive/not-an-archive':
    'Ce fichier n’est pas une archive de Postil. Rien n’y a été changé ; choisissez-en un autre.',
  'archive/from-future':
    'Cette archive vient d’une version plus récente de Postil. Rien n’y a été changé ; mettez Postil à jour.',
  'archive/locked': 'Un autre programme tient cette archive. Fermez-le et réessayez.',
  'archive/damaged':
    'Le fichier de l’archive est endommagé. Rien n’y a été changé ; faites-en une copie, puis restaurez une sauvegarde.',
  'archive/cannot-open':
    'L’archive n’a pas pu être ouverte. Vérifiez que le dossier est là et que vous pouvez y écrire.',
  'archive/disk-full': 'Le disque est plein. Faites de la place et réessayez ; rien n’est perdu.',
  'archive/read-only': 'Le dossier de l’archive ne peut pas être écrit. Vérifiez vos droits et réessayez.',
  internal: 'Quelque chose a mal tourné en ouvrant l’archive. Rien n’y a été changé ; réessayez.',
};
