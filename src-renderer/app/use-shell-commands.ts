/** The commands the window carries out itself; an open document takes its own before these. */

import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { importPicked, importSamples } from '@renderer/features/import/import-actions';
import { binDocuments } from '@renderer/features/library/document-actions';
import { changeSettings } from '@renderer/features/settings/settings-store';
import { type CommandHandler, onCommand } from '@renderer/ui/command-bus';
import { setTextSize, stepTextSize } from '@renderer/ui/text-size';
import { useEffect, useEffectEvent } from 'react';
import type { CommandId } from './commands';
import { openDialog } from './dialogs';
import { toggleSideBar } from './layout-state';
import { newNote } from './new-note';
import { closeIfOpen, useRoute } from './route';

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
  const { open } = useRoute.getState();
  if (open === null) return;
  const view = await tellingFailure(call('openDocument', { uid: open.uid }));
  if (view === undefined || view.document.deletedAtMs !== null) return;
  if (await binDocuments([{ uid: open.uid, title: view.document.title }])) closeIfOpen([open.uid]);
}

const handlers: readonly (readonly [CommandId, CommandHandler])[] = [
  ['new-note', doing(() => void newNote())],
  ['import-files', doing(() => void importPicked('files', useRoute.getState().scope))],
  ['import-folder', doing(() => void importPicked('folder', useRoute.getState().scope))],
  ['paste-article', doing(() => openDialog({ dialog: 'paste' }))],
  ['load-samples', doing(() => void importSamples())],
  ['export', doing(() => openDialog({ dialog: 'export', documents: null }))],
  ['delete', doing(() => void binOpen())],
  ['verify', doing(() => openDialog({ dialog: 'verify' }))],
  ['settings', doing(() => openDialog({ dialog: 'settings' }))],
  ['shortcuts', doing(() => openDialog({ dialog: 'shortcuts' }))],
  ['command-palette', doing(() => openDialog({ dialog: 'palette' }))],
  ['show-library', doing(toggleSideBar)],
  ['text-larger', doing(() => stepTextSize(1))],
  ['text-smaller', doing(() => stepTextSize(-1))],
  ['text-reset', doing(() => setTextSize(1))],
  ['theme-light', doing(() => void changeSettings({ theme: 'light' }))],
  ['theme-dark', doing(() => void changeSettings({ theme: 'dark' }))],
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
