/**
 * What main does for a window: dialogs, settings, addresses, the file manager. Paths
 * go from a dialog into a grant and never to the window.
 */
import { dirname, join } from 'node:path';
import { type Grant, type ImportPick, importPicks } from '@shared/contract/shell';
import { app, dialog, type OpenDialogOptions, shell, type WebContents } from 'electron';
import { z } from 'zod';
import { type ArchiveRequestsOptions, archiveRequests } from './archive-requests';
import { lastExportFolder, rememberExportFolder } from './export-folder';
import { outwardAddress } from './external-address';
import type { Grants } from './grants';
import { type Language, type SettingsStore, settingsSchema } from './settings';
import { safeSuggestion, withExtension } from './suggested-name';
import type { RequestHandlers } from './trusted-ipc';
import { windowOf } from './window-of';
import { wordsOf } from './wording';

export interface ShellOptions extends ArchiveRequestsOptions {
  readonly settings: SettingsStore;
  readonly systemLanguage: () => Language;
  /** A window has saved all it had to. */
  readonly onFlushed: (sender: WebContents) => void;
}

const path = z.string().min(1).max(32_768);
const exportTarget = z.strictObject({
  target: z.enum(['file', 'folder']),
  suggestedName: z.string().max(255),
  extension: z.string().regex(/^[a-z0-9]{0,16}$/),
});

/** The handlers of all requests of the bridge. */
export function shellRequests(options: ShellOptions): RequestHandlers {
  const { settings, grants, language } = options;
  return {
    ...archiveRequests(options),
    settings: { input: z.null(), answer: () => settings.get() },
    saveSettings: {
      input: settingsSchema,
      answer: (next) => {
        settings.set(next);
        return null;
      },
    },
    systemLanguage: { input: z.null(), answer: () => options.systemLanguage() },
    pickImport: {
      input: z.enum(importPicks),
      answer: (what, sender) => pickImport(what, sender, grants, language()),
    },
    grantDropped: {
      input: z.array(path).max(10_000).readonly(),
      answer: (paths) => (paths.length === 0 ? null : grants.add(paths)),
    },
    pickExportTarget: {
      input: exportTarget,
      answer: (wish, sender) => pickExportTarget(wish, sender, grants, language()),
    },
    openExternal: {
      input: z.string().max(65_536),
      answer: (address, sender) => openExternal(address, sender, language()),
    },
    revealGrant: {
      input: z.string().max(64),
      answer: (grant) => {
        const [first] = grants.pathsOf(grant);
        if (first !== undefined) shell.showItemInFolder(first);
        return null;
      },
    },
    flushed: {
      input: z.null(),
      answer: (_input, sender) => {
        options.onFlushed(sender);
        return null;
      },
    },
    screenReader: { input: z.null(), answer: () => app.accessibilitySupportEnabled },
    platform: { input: z.null(), answer: platform },
  };
}

const pickProperties: Readonly<Record<ImportPick, NonNullable<OpenDialogOptions['properties']>>> = {
  files: ['openFile', 'multiSelections'],
  folder: ['openDirectory', 'multiSelections'],
  file: ['openFile'],
  watched: ['openDirectory'],
};

async function pickImport(
  what: ImportPick,
  sender: WebContents,
  grants: Grants,
  language: Language,
): Promise<Grant | null> {
  const words = wordsOf(language);
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(sender), {
    title: {
      files: words.importFiles,
      folder: words.importFolder,
      file: words.articleFile,
      watched: words.watchedFolder,
    }[what],
    // Where browsers put what they save.
    ...(what === 'watched' ? { defaultPath: app.getPath('downloads') } : {}),
    properties: pickProperties[what],
  });
  return canceled || filePaths.length === 0 ? null : grants.add(filePaths);
}

async function pickExportTarget(
  wish: z.output<typeof exportTarget>,
  sender: WebContents,
  grants: Grants,
  language: Language,
): Promise<Grant | null> {
  const title = wordsOf(language).exportTo;
  const memory = join(app.getPath('userData'), 'export-folder.json');
  const begin = lastExportFolder(memory, app.getPath('documents'));
  if (wish.target === 'folder') {
    const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(sender), {
      title,
      defaultPath: begin,
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return null;
    rememberExportFolder(memory, folder);
    return grants.add([folder]);
  }
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(sender), {
    title,
    defaultPath: join(begin, safeSuggestion(wish.suggestedName, wish.extension)),
    filters: wish.extension === '' ? [] : [{ name: wish.extension.toUpperCase(), extensions: [wish.extension] }],
  });
  if (canceled || !filePath) return null;
  rememberExportFolder(memory, dirname(filePath));
  return grants.add([withExtension(filePath, wish.extension)]);
}

async function openExternal(address: string, sender: WebContents, language: Language): Promise<null> {
  const outward = outwardAddress(address);
  if (outward === null) return null;
  const words = wordsOf(language);
  const { response } = await dialog.showMessageBox(windowOf(sender), {
    type: 'question',
    message: words.openLinkTitle,
    detail: `${words.openLinkDetail}\n\n${outward}`,
    buttons: [words.openLink, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(outward);
  return null;
}

function platform(): 'darwin' | 'win32' | 'linux' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
