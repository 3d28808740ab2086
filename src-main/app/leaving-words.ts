/** What main says of work that leaving an archive would cut short, in both languages. */
import type { Language } from './settings';

/** Of one language. Counts come in words already. */
export interface LeavingWords {
  readonly mayQuit: string;
  readonly mayLeaveArchive: string;
  readonly keepGoing: string;
  readonly stopAndQuit: string;
  readonly stopAndLeave: string;
  readonly importBegun: string;
  readonly importAt: (done: string, total: string) => string;
  readonly backingUpFirst: string;
  readonly exporting: string;
  readonly backingUp: string;
  readonly indexing: string;
  readonly restoring: string;
  readonly recovering: string;
}

/** By language. */
export const leavingWords: Readonly<Record<Language, LeavingWords>> = {
  en: {
    mayQuit: 'Postil is still at work. Stop and quit?',
    mayLeaveArchive: 'Postil is still at work in this archive. Stop and leave it?',
    keepGoing: 'Keep going',
    stopAndQuit: 'Stop and quit',
    stopAndLeave: 'Stop and leave',
    importBegun: 'An import has begun; no file is in yet.',
    importAt: (done, total) =>
      `Import: ${done} of ${total} files are done. What is in stays; importing the same files again brings in the rest.`,
    backingUpFirst: 'A backup is being made first; nothing else has begun. Stopped half-way, it is not kept.',
    exporting: 'Export: each file is written whole or not at all; those written already stay.',
    backingUp: 'Backup: stopped half-way, it is not kept. Earlier backups stay.',
    indexing: 'The search index is being made anew. It begins again by itself at the next start.',
    restoring:
      'A backup is being put in this archive’s place. Stopped, the archive is as it was, or is the whole backup; nothing is lost either way.',
    recovering:
      'An archive is being saved or copied. Stopped half-way, the copy is not kept; the archive itself stays as it is.',
  },
  fr: {
    mayQuit: 'Postil travaille encore. Arrêter et quitter\u00a0?',
    mayLeaveArchive: 'Postil travaille encore dans cette archive. Arrêter et la quitter\u00a0?',
    keepGoing: 'Continuer',
    stopAndQuit: 'Arrêter et quitter',
    stopAndLeave: 'Arrêter et quitter l’archive',
    importBegun: 'Une importation commence\u00a0; aucun fichier n’est encore entré.',
    importAt: (done, total) =>
      `Importation\u00a0: ${done} fichiers traités sur ${total}. Ce qui est entré reste\u00a0; importer de nouveau les mêmes fichiers apportera le reste.`,
    backingUpFirst:
      'Une sauvegarde se fait d’abord\u00a0; rien d’autre n’a commencé. Interrompue, elle n’est pas gardée.',
    exporting:
      'Exportation\u00a0: chaque fichier est écrit en entier ou pas du tout\u00a0; ceux qui sont déjà écrits restent.',
    backingUp: 'Sauvegarde\u00a0: interrompue, elle n’est pas gardée. Les sauvegardes précédentes restent.',
    indexing: 'L’index de recherche est en cours de réfection. Il reprendra de lui-même au prochain démarrage.',
    restoring:
      'Une sauvegarde est mise à la place de cette archive. Interrompue, l’archive reste telle qu’elle était, ou devient la sauvegarde entière\u00a0; dans les deux cas rien n’est perdu.',
    recovering:
      'Une archive est en cours de sauvetage ou de copie. Interrompue, la copie n’est pas gardée\u00a0; l’archive elle-même reste telle qu’elle est.',
  },
};
