/**
 * Every command of the window, declared once: the palette, the keys, the sheet of keys and
 * the native menu's events derive from this list. Who carries one out registers on the bus.
 */

import { dispatchCommand } from '@renderer/ui/command-bus';
import type { MenuCommand } from '@shared/contract/shell';

/** Groups of the sheet of keys. */
export type CommandGroup = 'document' | 'library' | 'archive' | 'view';

/** Commands the native menu does not have. */
type WindowCommand =
  | 'load-samples'
  | 'new-collection'
  | 'theme-light'
  | 'theme-dark'
  | 'close-beside'
  | 'other-pane'
  | 'save-as-template'
  | 'note-from-passages'
  | 'note-from-passages-by-kind'
  | 'note-from-search'
  | 'check-quotations'
  | 'next-hit'
  | 'previous-hit'
  | 'save-search'
  | 'search-within'
  | 'export-result'
  | 'copy-result'
  | 'narrow-down'
  | 'aliases';
export type CommandId = MenuCommand | WindowCommand;

/** A command; its words are `settings.commands.<id>`. */
export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** Bindings in tinykeys' syntax; the first one is shown. */
  readonly keys: readonly string[];
  /** The keys are told but not bound: fields and editors have their own hand on them. */
  readonly ownKeys?: boolean;
}

export const commands: readonly Command[] = [
  { id: 'new-note', group: 'document', keys: ['$mod+n'] },
  { id: 'note-from-template', group: 'document', keys: ['$mod+Shift+n'] },
  { id: 'todays-note', group: 'document', keys: ['$mod+Shift+d'] },
  { id: 'save-as-template', group: 'document', keys: [] },
  { id: 'note-from-passages', group: 'document', keys: [] },
  { id: 'note-from-passages-by-kind', group: 'document', keys: [] },
  { id: 'note-from-search', group: 'document', keys: [] },
  { id: 'check-quotations', group: 'document', keys: [] },
  { id: 'find-in-document', group: 'document', keys: ['$mod+f'] },
  { id: 'replace-in-document', group: 'document', keys: ['$mod+h'] },
  { id: 'toggle-editing', group: 'document', keys: ['$mod+e'] },
  { id: 'passage-list', group: 'document', keys: ['$mod+Shift+l'] },
  { id: 'history', group: 'document', keys: ['$mod+Shift+h'] },
  { id: 'open-beside', group: 'document', keys: ['$mod+Backslash'] },
  { id: 'close-beside', group: 'document', keys: ['$mod+Shift+Backslash'] },
  { id: 'other-pane', group: 'document', keys: ['F6'] },
  { id: 'undo', group: 'document', keys: ['$mod+z'], ownKeys: true },
  { id: 'redo', group: 'document', keys: ['$mod+Shift+z'], ownKeys: true },
  { id: 'search', group: 'library', keys: ['$mod+k', '$mod+Shift+f'] },
  { id: 'next-hit', group: 'library', keys: ['F3'] },
  { id: 'previous-hit', group: 'library', keys: ['Shift+F3'] },
  { id: 'narrow-down', group: 'library', keys: ['$mod+Shift+j'] },
  { id: 'save-search', group: 'library', keys: ['$mod+Shift+s'] },
  { id: 'search-within', group: 'library', keys: [] },
  { id: 'export-result', group: 'library', keys: [] },
  { id: 'copy-result', group: 'library', keys: [] },
  { id: 'aliases', group: 'library', keys: [] },
  { id: 'import-files', group: 'library', keys: ['$mod+o'] },
  { id: 'import-folder', group: 'library', keys: ['$mod+Shift+o'] },
  { id: 'import-again', group: 'document', keys: [] },
  { id: 'watched-folder', group: 'library', keys: [] },
  { id: 'paste-article', group: 'library', keys: ['$mod+Shift+v'] },
  { id: 'similar-articles', group: 'library', keys: [] },
  { id: 'load-samples', group: 'library', keys: [] },
  { id: 'new-collection', group: 'library', keys: [] },
  { id: 'delete', group: 'library', keys: [] },
  { id: 'export', group: 'archive', keys: ['$mod+Shift+e'] },
  { id: 'backups', group: 'archive', keys: [] },
  { id: 'verify', group: 'archive', keys: [] },
  { id: 'new-archive', group: 'archive', keys: [] },
  { id: 'open-archive', group: 'archive', keys: [] },
  { id: 'recent-archives', group: 'archive', keys: [] },
  { id: 'move-archive', group: 'archive', keys: [] },
  { id: 'privacy', group: 'archive', keys: [] },
  { id: 'show-library', group: 'view', keys: ['$mod+l'] },
  { id: 'text-larger', group: 'view', keys: ['$mod+Equal', '$mod+Shift+Equal'] },
  { id: 'text-smaller', group: 'view', keys: ['$mod+Minus'] },
  { id: 'text-reset', group: 'view', keys: ['$mod+Digit0'] },
  { id: 'theme-light', group: 'view', keys: [] },
  { id: 'theme-dark', group: 'view', keys: [] },
  { id: 'settings', group: 'archive', keys: ['$mod+,'] },
  { id: 'shortcuts', group: 'archive', keys: ['$mod+Slash'] },
  { id: 'command-palette', group: 'archive', keys: ['$mod+Shift+p'] },
];

/** Carries a command out, if somebody takes it. */
export function runCommand(id: CommandId): boolean {
  return dispatchCommand(id);
}
