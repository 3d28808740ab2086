/**
 * Entry of Electron's main process: joins windows, menu, protocol, settings and the
 * archive process. No SQL, no parsing; what must happen before the app is ready comes first.
 */
import { homedir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { helloChannel } from '@shared/contract/shell-channels';
import type { ErrorData } from '@shared/outcome/outcome';
import { app, dialog, ipcMain, nativeTheme, session, shell } from 'electron';
import { defaultArchivePath, userDataFolder } from '../services/default-archive';
import { registerAppScheme, serveApp } from './app-protocol';
import { appOrigin } from './content-policy';
import { createGrants, type Grants } from './grants';
import { lockDownChromium, lockDownPages, lockDownSession } from './lock-down';
import { showMenu } from './menu';
import { createSettingsStore, type Language, resolveLanguage, type SettingsStore } from './settings';
import { shellRequests } from './shell-requests';
import { createSupervisor, type Supervisor } from './supervisor';
import { answerRequests } from './trusted-ipc';
import { isTrustedSender } from './trusted-sender';
import { type AppWindows, createAppWindows } from './windows';
import { openingTrouble, wordsOf } from './wording';

const here = import.meta.dirname;
const devServer = devServerOf(process.env.ELECTRON_RENDERER_URL);
const origin = devServer ?? appOrigin;

app.setName('Postil');
// The same folder the command line looks in; whoever names another profile gets an archive of its own there.
const ownProfile = app.commandLine.hasSwitch('user-data-dir');
if (!ownProfile) app.setPath('userData', userDataFolder(process.env, process.platform, homedir()));
const archivePath = archiveOf(process.env.POSTIL_ARCHIVE);

lockDownChromium(devServer);
lockDownPages(devServer);
registerAppScheme();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run);
} else {
  app.quit();
}

interface Parts {
  readonly settings: SettingsStore;
  readonly grants: Grants;
  readonly windows: AppWindows;
  readonly supervisor: Supervisor;
}

function run(): void {
  const profile = app.getPath('userData');
  const settings = createSettingsStore(join(profile, 'settings.json'));
  nativeTheme.themeSource = settings.get().theme;
  const parts: Parts = { settings, ...makeParts(profile, () => languageOf(settings)) };
  const { windows, supervisor } = parts;

  lockDownSession(session.defaultSession, devServer);
  serveApp(session.defaultSession, join(here, '../renderer'));
  listen(parts);
  // The archive opens while the window is being made: neither waits for the other.
  supervisor.start();
  windows.open();
  menuIn(parts);
}

function makeParts(profile: string, language: () => Language): Omit<Parts, 'settings'> {
  const windows = createAppWindows({
    preloadFile: join(here, '../preload/preload.cjs'),
    stateFile: join(profile, 'window.json'),
    page: devServer === null ? `${appOrigin}/` : `${devServer}/`,
  });
  const grants: Grants = createGrants((grant, paths) => supervisor.grant(grant, paths));
  const supervisor: Supervisor = createSupervisor({
    hostFile: join(here, 'host.js'),
    paths: {
      archive: archivePath,
      samplesFolder: join(app.isPackaged ? process.resourcesPath : join(here, '../../resources'), 'samples'),
      logsFolder: join(profile, 'logs'),
      workerFile: join(here, 'worker.js'),
      verifyWorkerFile: join(here, 'verify-worker.js'),
      backupsFolder: backupsFolderOf(archivePath),
    },
    grants: grants.all,
    onLost: windows.losePorts,
    onRestarted: () => {
      windows.givePorts(supervisor.newPort);
      windows.send({ type: 'archiveRestarted' });
    },
    onFailed: (error) => void tellCannotOpen(error, language(), supervisor),
    onGivenUp: () => void tellGivenUp(language(), supervisor),
  });
  return { windows, grants, supervisor };
}

function listen(parts: Parts): void {
  const { settings, grants, windows, supervisor } = parts;
  ipcMain.on(helloChannel, ({ sender, senderFrame }) => {
    if (isTrustedSender(senderFrame, origin)) windows.givePort(sender, supervisor.newPort());
  });
  const language = (): Language => languageOf(settings);
  answerRequests(shellRequests({ settings, grants, language, systemLanguage, onFlushed: windows.flushed }), origin);
  settings.onChange(({ theme }) => {
    nativeTheme.themeSource = theme;
    menuIn(parts);
  });
  app.on('second-instance', windows.open);
  app.on('activate', windows.open);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeArchiveAtQuit(supervisor);
}

function menuIn({ settings, windows }: Parts): void {
  showMenu(languageOf(settings), (command) => windows.sendToFocused({ type: 'command', command }));
}

/** All windows are gone and have saved; the archive gets its time, then the app exits. */
function closeArchiveAtQuit(supervisor: Supervisor): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void supervisor.stop().then(() => app.exit());
  });
}

async function tellCannotOpen(error: ErrorData, language: Language, supervisor: Supervisor): Promise<void> {
  await tellTrouble(
    wordsOf(language).cannotOpenTitle,
    openingTrouble(error, archivePath, language),
    language,
    supervisor,
  );
}

async function tellGivenUp(language: Language, supervisor: Supervisor): Promise<void> {
  const { diedTitle, diedDetail } = wordsOf(language);
  await tellTrouble(diedTitle, `${diedDetail}\n\n${archivePath}`, language, supervisor);
}

/** Says what is wrong; the person tries again, looks at the file, or quits. Nothing is changed meanwhile. */
async function tellTrouble(message: string, detail: string, language: Language, supervisor: Supervisor): Promise<void> {
  const { tryAgain, showFile, quit } = wordsOf(language);
  const buttons = [tryAgain, showFile, quit];
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  if (response === 0) {
    supervisor.start();
    return;
  }
  if (response === 1) shell.showItemInFolder(archivePath);
  app.quit();
}

function systemLanguage(): Language {
  const chosen = app.commandLine.getSwitchValue('lang');
  return resolveLanguage('system', [
    ...(chosen === '' ? [] : [chosen]),
    ...app.getPreferredSystemLanguages(),
    app.getLocale(),
  ]);
}

function languageOf(settings: SettingsStore): Language {
  const { language } = settings.get();
  return language === 'system' ? systemLanguage() : language;
}

/** Beside the archive, where the person finds them: `Name backups`. */
const backupsFolderOf = (archive: string): string =>
  join(dirname(archive), `${basename(archive, extname(archive))} backups`);

/** The archive to open: the one named, else the profile's own. */
function archiveOf(named: string | undefined): string {
  if (named) return resolve(named);
  if (ownProfile) return join(app.getPath('userData'), 'archive.postil');
  return defaultArchivePath(process.env, process.platform, homedir());
}

/** The development server's origin; only an unpacked app listens to the environment. */
function devServerOf(address: string | undefined): string | null {
  if (app.isPackaged || address === undefined || !URL.canParse(address)) return null;
  return new URL(address).origin;
}
