/** The commands the window carries out itself; an open document takes its own before these. */

import { call, shell } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { importPicked, importSamples } from '@renderer/features/import/import-actions';
import { binDocuments } from '@renderer/features/library/document-actions';
import { changeSettings } from '@renderer/features/settings/settings-store';
import { type CommandHandler, dispatchCommand, onCommand } from '@renderer/ui/command-bus';
import { walkCommands } from '@renderer/ui/hit-walk-commands';
import { setTextSize, stepTextSize } from '@renderer/ui/text-size';
import { showToast } from '@renderer/ui/toasts';
import type { DocumentUid } from '@shared/model/ids';
import i18next from 'i18next';
import { useEffect, useEffectEvent } from 'react';
import type { CommandId } from './commands';
import { openDialog } from './dialogs';
import { toggleSideBar } from './layout-state';
import { newNote, openTodaysNote, saveAsTemplate } from './new-note';
import { noteFromOpenDocument, noteFromSearch } from './note-from-passages';
import { closeBeside, closeIfOpen, currentDocument, openBeside, showPane, useRoute } from './route';
import { narrowDown, searchHandlers } from './search-commands';

/** Undo and redo in a plain field: Chromium has them, but the native menu took the keys. */
function inField(command: 'undo' | 'redo'): CommandHandler {
  return () => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) return false;
    document.execCommand(command);
    return undefined;
  };
}

const doing =
  (work: () => void): CommandHandler =>
  () => {
    work();
  };

/** The open document, when nothing is selected in the list. */
async function binOpen(): Promise<void> {
  const uid = currentDocument(useRoute.getState());
  if (uid === null) return;
  const view = await tellingFailure(call('openDocument', { uid }));
  if (view === undefined || view.document.deletedAtMs !== null) return;
  if (await binDocuments([{ uid, title: view.document.title }])) closeIfOpen([uid]);
}

/** Puts the focus into a pane's text. */
function focusPane(pane: 'open' | 'beside'): void {
  showPane(pane);
  document.querySelector<HTMLElement>(`[data-pane="${pane}"] .editor-surface`)?.focus();
}

/** Opens a document beside the one that is open, or says why not. */
export function showBeside(uid: DocumentUid): void {
  if (!openBeside(uid)) showToast({ text: i18next.t('reading.alreadyOpen') });
}

function showHistory(): boolean {
  const uid = currentDocument(useRoute.getState());
  if (uid === null) return false;
  openDialog({ dialog: 'history', uid });
  return true;
}

/** The other document of two; false when there is one. */
function otherPane(): boolean {
  const { beside, pane } = useRoute.getState();
  if (beside === null) return false;
  focusPane(pane === 'open' ? 'beside' : 'open');
  return true;
}

function noFurtherHit(): void {
  showToast({ text: i18next.t('search.noMoreHits') });
}

const handlers: readonly (readonly [CommandId, CommandHandler])[] = [
  ['new-note', doing(() => void newNote())],
  ['note-from-template', doing(() => openDialog({ dialog: 'template' }))],
  ['todays-note', doing(() => void openTodaysNote())],
  ['save-as-template', doing(() => void saveAsTemplate())],
  ['note-from-passages', doing(() => void noteFromOpenDocument(false))],
  ['note-from-passages-by-kind', doing(() => void noteFromOpenDocument(true))],
  ['note-from-search', doing(() => void noteFromSearch())],
  ['import-files', doing(() => void importPicked('files', useRoute.getState().scope))],
  ['import-folder', doing(() => void importPicked('folder', useRoute.getState().scope))],
  ['watched-folder', doing(() => openDialog({ dialog: 'watched-folder' }))],
  ['similar-articles', doing(() => openDialog({ dialog: 'duplicates', of: null }))],
  ['paste-article', doing(() => openDialog({ dialog: 'paste' }))],
  ['load-samples', doing(() => void importSamples())],
  ['export', doing(() => openDialog({ dialog: 'export', documents: null }))],
  ['delete', doing(() => void binOpen())],
  ['verify', doing(() => openDialog({ dialog: 'verify' }))],
  ['backups', doing(() => openDialog({ dialog: 'backups' }))],
  ['privacy', doing(() => openDialog({ dialog: 'privacy' }))],
  ['recent-archives', doing(() => openDialog({ dialog: 'recent' }))],
  ['new-archive', doing(() => void shell().openArchive({ open: 'new' }))],
  ['open-archive', doing(() => void shell().openArchive({ open: 'picked' }))],
  ['move-archive', doing(() => void shell().moveArchive())],
  ['settings', doing(() => openDialog({ dialog: 'settings' }))],
  ['shortcuts', doing(() => openDialog({ dialog: 'shortcuts' }))],
  ['command-palette', doing(() => openDialog({ dialog: 'palette' }))],
  ['show-library', doing(toggleSideBar)],
  ['text-larger', doing(() => stepTextSize(1))],
  ['text-smaller', doing(() => stepTextSize(-1))],
  ['text-reset', doing(() => setTextSize(1))],
  ['theme-light', doing(() => void changeSettings({ theme: 'light' }))],
  ['theme-dark', doing(() => void changeSettings({ theme: 'dark' }))],
  ['history', showHistory],
  ['open-beside', doing(() => openDialog({ dialog: 'beside' }))],
  ['close-beside', closeBeside],
  ['other-pane', otherPane],
  ['next-hit', () => dispatchCommand(walkCommands.next) || noFurtherHit()],
  ['previous-hit', () => dispatchCommand(walkCommands.previous) || noFurtherHit()],
  ['narrow-down', doing(narrowDown)],
  ['aliases', doing(() => openDialog({ dialog: 'aliases', name: null }))],
  ...searchHandlers,
  ['undo', inField('undo')],
  ['redo', inField('redo')],
];

/** Registers them while the window stands; `focusSearch` puts the cursor into the search box. */
export function useShellCommands(focusSearch: () => void): void {
  const search = useEffectEvent(focusSearch);
  useEffect(() => {
    const stops = handlers.map(([id, handler]) => onCommand(id, handler));
    stops.push(onCommand('search', doing(search)));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
