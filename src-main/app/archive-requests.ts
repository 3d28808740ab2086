/** What main does for a window about archives as a whole: its dialogs name the files, the desk does the rest. */
import { basename, dirname, join } from 'node:path';
import type { ArchiveChoice } from '@shared/contract/shell';
import { success } from '@shared/outcome/outcome';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { z } from 'zod';
import type { ArchiveDesk } from './archive-desk';
import type { Grants } from './grants';
import type { Language } from './settings';
import { tellMoved } from './tell-moved';
import type { RequestHandlers } from './trusted-ipc';
import { windowOf } from './window-of';
import { wordsOf } from './wording';

type ArchiveRequest =
  | 'archiveState'
  | 'recentArchives'
  | 'openArchive'
  | 'moveArchive'
  | 'backUpInto'
  | 'showFile'
  | 'recover'
  | 'stopRecovery'
  | 'quit';

export interface ArchiveRequestsOptions {
  readonly desk: ArchiveDesk;
  readonly grants: Grants;
  readonly language: () => Language;
}

const name = z.string().min(1).max(1_024);
const choice = z.discriminatedUnion('open', [
  z.strictObject({ open: z.literal('new') }),
  z.strictObject({ open: z.literal('picked') }),
  z.strictObject({ open: z.literal('recent'), id: z.string().max(64) }),
  z.strictObject({ open: z.literal('beside'), name }),
  z.strictObject({ open: z.literal('again') }),
  z.strictObject({ open: z.literal('made-new') }),
]);
const shownFile = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal(['archive', 'backups']) }),
  z.strictObject({ show: z.literal('backup'), name }),
  z.strictObject({ show: z.literal('beside'), name }),
]);
const wish = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('survey') }),
  z.strictObject({ do: z.literal('look-into'), name }),
  z.strictObject({ do: z.literal('copy-backup'), name }),
  z.strictObject({ do: z.literal('restore'), name }),
  z.strictObject({ do: z.literal('rebuild-index') }),
  z.strictObject({ do: z.literal('salvage') }),
  z.strictObject({ do: z.literal('copy-elsewhere') }),
]);

/** The handlers of these requests. */
export function archiveRequests({
  desk,
  grants,
  language,
}: ArchiveRequestsOptions): Pick<RequestHandlers, ArchiveRequest> {
  return {
    archiveState: { input: z.null(), answer: desk.state },
    recentArchives: { input: z.null(), answer: desk.recent },
    openArchive: {
      input: choice,
      answer: async (chosen, sender) => openChosen(chosen, desk, windowOf(sender), language()),
    },
    moveArchive: {
      input: z.null(),
      answer: async (_input, sender) => {
        const window = windowOf(sender);
        const to = await askWhere(wordsOf(language()).moveArchive, desk.path(), window);
        if (to === null) return null;
        // The page is made anew at the end, so main says what came of it.
        await tellMoved(await desk.move(to), window, wordsOf(language()));
        return null;
      },
    },
    backUpInto: {
      input: z.enum(['chosen', 'beside']),
      answer: async (where, sender) => {
        if (where === 'beside') {
          desk.backUpInto(null);
          return null;
        }
        const folder = await askFolder(wordsOf(language()).backUpInto, windowOf(sender));
        if (folder === null) return null;
        desk.backUpInto(folder);
        return grants.add([folder]);
      },
    },
    showFile: {
      input: shownFile,
      answer: (file) => {
        const place = desk.placeOf(file);
        if (place !== null) shell.showItemInFolder(place);
        return null;
      },
    },
    recover: {
      input: wish,
      answer: async (wanted, sender) => {
        if (wanted.do !== 'copy-elsewhere') return desk.recover(wanted);
        const suggested = join(app.getPath('documents'), basename(desk.path()));
        const to = await askWhere(wordsOf(language()).copyArchive, suggested, windowOf(sender));
        return to === null ? success({ did: 'copy-elsewhere', copied: false }) : desk.copyElsewhere(to);
      },
    },
    stopRecovery: {
      input: z.null(),
      answer: () => {
        desk.stopRecovery();
        return null;
      },
    },
    quit: {
      input: z.null(),
      answer: () => {
        app.quit();
        return null;
      },
    },
  };
}

async function openChosen(
  chosen: ArchiveChoice,
  desk: ArchiveDesk,
  window: BrowserWindow,
  language: Language,
): Promise<boolean> {
  const words = wordsOf(language);
  const go = async (path: string | null | undefined, mayCreate: boolean): Promise<boolean> => {
    if (path === null || path === undefined) return false;
    await desk.open(path, mayCreate);
    return true;
  };
  switch (chosen.open) {
    case 'new':
      return go(await askWhere(words.newArchive, join(app.getPath('documents'), words.newArchiveName), window), true);
    case 'picked':
      return go(await askArchive(words.openArchive, dirname(desk.path()), window), false);
    case 'recent':
      return desk.openKnown(chosen.id);
    case 'beside':
      return go(desk.placeOf({ show: 'beside', name: chosen.name }), false);
    case 'again':
    case 'made-new':
      desk.openAgain(chosen.open === 'made-new');
      return true;
  }
}

const filters = [{ name: 'Postil', extensions: ['postil'] }];

async function askWhere(title: string, defaultPath: string, window: BrowserWindow): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath,
    filters,
  });
  if (canceled || !filePath) return null;
  return filePath.endsWith('.postil') ? filePath : `${filePath}.postil`;
}

async function askArchive(title: string, defaultPath: string, window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    defaultPath,
    filters,
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function askFolder(title: string, window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
