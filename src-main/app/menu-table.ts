/**
 * The menu as data: which commands stand where, their words and keys. The native menu
 * is derived from it (menu.ts); nothing here knows Electron.
 */
import type { MenuCommand } from '@shared/contract/shell';
import type { Wording } from '@shared/kinds/kinds';

/** Roles the platform carries out by itself, with our words for them. */
export type PlatformRole =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'minimize'
  | 'close'
  | 'quit'
  | 'togglefullscreen'
  | 'zoom'
  | 'front';

export type MenuEntry =
  | { readonly type: 'command'; readonly command: MenuCommand; readonly label: Wording; readonly keys?: string }
  | { readonly type: 'role'; readonly role: PlatformRole; readonly label: Wording; readonly on?: 'mac' | 'other' }
  /** The archives opened before, in a menu of their own. */
  | { readonly type: 'recent'; readonly label: Wording; readonly none: Wording }
  | { readonly type: 'line' };

export interface MenuColumn {
  readonly id: 'file' | 'edit' | 'view' | 'window' | 'help';
  readonly label: Wording;
  readonly entries: readonly MenuEntry[];
}

const command = (name: MenuCommand, en: string, fr: string, keys?: string): MenuEntry => ({
  type: 'command',
  command: name,
  label: { en, fr },
  ...(keys === undefined ? {} : { keys }),
});
const role = (name: PlatformRole, en: string, fr: string, on?: 'mac' | 'other'): MenuEntry => ({
  type: 'role',
  role: name,
  label: { en, fr },
  ...(on === undefined ? {} : { on }),
});
const line: MenuEntry = { type: 'line' };

/** Keys are Electron accelerators; `&` marks the letter Alt reaches on Windows and Linux. */
export const menuTable: readonly MenuColumn[] = [
  {
    id: 'file',
    label: { en: '&File', fr: '&Fichier' },
    entries: [
      command('new-note', 'New Note', 'Nouvelle note', 'CmdOrCtrl+N'),
      command('note-from-template', 'New Note from Template…', 'Nouvelle note d’après un modèle…', 'CmdOrCtrl+Shift+N'),
      command('todays-note', 'Today’s Note', 'Note du jour', 'CmdOrCtrl+Shift+D'),
      line,
      command('import-files', 'Import Files…', 'Importer des fichiers…', 'CmdOrCtrl+O'),
      command('import-folder', 'Import Folder…', 'Importer un dossier…', 'CmdOrCtrl+Shift+O'),
      command('import-again', 'Import the Open Article Again…', 'Importer de nouveau l’article ouvert…'),
      command('watched-folder', 'Watched Folder…', 'Dossier surveillé…'),
      command('paste-article', 'Paste as Article', 'Coller comme article', 'CmdOrCtrl+Shift+V'),
      command('export', 'Export…', 'Exporter…', 'CmdOrCtrl+Shift+E'),
      line,
      command('new-archive', 'New Archive…', 'Nouvelle archive…'),
      command('open-archive', 'Open Archive…', 'Ouvrir une archive…'),
      {
        type: 'recent',
        label: { en: 'Open Recent', fr: 'Ouvrir une archive récente' },
        none: { en: 'No Other Archive Yet', fr: 'Aucune autre archive' },
      },
      command('recent-archives', 'Recent Archives…', 'Archives récentes…'),
      command('move-archive', 'Move or Rename Archive…', 'Déplacer ou renommer l’archive…'),
      line,
      command('backups', 'Backups…', 'Sauvegardes…'),
      command('similar-articles', 'Similar Articles…', 'Articles semblables…'),
      command('verify', 'Check the Archive', 'Vérifier l’archive'),
      command('settings', 'Settings…', 'Réglages…', 'CmdOrCtrl+,'),
      line,
      role('close', 'Close Window', 'Fermer la fenêtre', 'mac'),
      role('quit', 'Quit', 'Quitter', 'other'),
    ],
  },
  {
    id: 'edit',
    label: { en: '&Edit', fr: 'É&dition' },
    entries: [
      // Commands, not roles: Chromium's own undo knows nothing of annotations and of the editor's history.
      command('undo', 'Undo', 'Annuler', 'CmdOrCtrl+Z'),
      command('redo', 'Redo', 'Rétablir', 'CmdOrCtrl+Shift+Z'),
      line,
      role('cut', 'Cut', 'Couper'),
      role('copy', 'Copy', 'Copier'),
      role('paste', 'Paste', 'Coller'),
      role('selectAll', 'Select All', 'Tout sélectionner'),
      line,
      command('find-in-document', 'Find in Document', 'Rechercher dans le document', 'CmdOrCtrl+F'),
      command('replace-in-document', 'Replace in Document', 'Remplacer dans le document', 'CmdOrCtrl+H'),
      command('toggle-editing', 'Edit Text', 'Modifier le texte', 'CmdOrCtrl+E'),
      command('history', 'Versions…', 'Versions…', 'CmdOrCtrl+Shift+H'),
      command('delete', 'Move to Bin', 'Mettre à la corbeille'),
    ],
  },
  {
    id: 'view',
    label: { en: '&View', fr: '&Affichage' },
    entries: [
      command('command-palette', 'All Commands…', 'Toutes les commandes…', 'CmdOrCtrl+Shift+P'),
      command('search', 'Search', 'Rechercher', 'CmdOrCtrl+K'),
      command('show-library', 'Library', 'Bibliothèque', 'CmdOrCtrl+L'),
      command('passage-list', 'Passages and Outline', 'Passages et plan', 'CmdOrCtrl+Shift+L'),
      command('open-beside', 'Open Beside…', 'Ouvrir à côté…', 'CmdOrCtrl+\\'),
      line,
      command('text-larger', 'Larger Text', 'Texte plus grand', 'CmdOrCtrl+Plus'),
      command('text-smaller', 'Smaller Text', 'Texte plus petit', 'CmdOrCtrl+-'),
      command('text-reset', 'Usual Text Size', 'Taille de texte habituelle', 'CmdOrCtrl+0'),
      line,
      role('togglefullscreen', 'Full Screen', 'Plein écran'),
    ],
  },
  {
    id: 'window',
    label: { en: '&Window', fr: 'Fe&nêtre' },
    entries: [
      role('minimize', 'Minimise', 'Réduire'),
      role('zoom', 'Zoom', 'Agrandir', 'mac'),
      role('front', 'Bring All to Front', 'Tout mettre au premier plan', 'mac'),
      role('close', 'Close', 'Fermer', 'other'),
    ],
  },
  {
    id: 'help',
    label: { en: '&Help', fr: 'A&ide' },
    entries: [
      command('shortcuts', 'Keyboard Shortcuts', 'Raccourcis clavier', 'CmdOrCtrl+/'),
      command('privacy', 'Privacy and Safety', 'Confidentialité et sûreté'),
    ],
  },
];
