/**
 * Entry of Electron's main process: joins windows, menu, protocol, settings and the
 * archive process. No SQL, no parsing; what must happen before the app is ready comes first.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { helloChannel } from '@shared/contract/shell-channels';
import { app, BrowserWindow, dialog, ipcMain, type MessageBoxOptions, nativeTheme, session } from 'electron';
import { defaultArchivePath, userDataFolder } from '../services/default-archive';
import { registerSchemes, serveApp, serveAssets } from './app-protocol';
import { type ArchiveDesk, createArchiveDesk } from './archive-desk';
import { type ArchivesStore, createArchivesStore } from './archives-store';
import { appOrigin } from './content-policy';
import { createGrants, type Grants } from './grants';
import { choseToStop, type Leaving, leavingQuestion } from './leaving';
import { lockDownChromium, lockDownPages, lockDownSession } from './lock-down';
import { showMenu } from './menu';
import { archiveNamedIn } from './named-archive';
import { watchOwnFaults } from './own-faults';
import { createSettingsStore, type Language, resolveLanguage, type SettingsStore } from './settings';
import { shellRequests } from './shell-requests';
import type { UnderWay } from './supervisor';
import { answerRequests } from './trusted-ipc';
import { isTrustedSender } from './trusted-sender';
import { type AppWindows, createAppWindows } from './windows';
import { type Words, wordsOf } from './wording';

const here = import.meta.dirname;
const devServer = devServerOf(process.env.ELECTRON_RENDERER_URL);
const origin = devServer ?? appOrigin;

app.setName('Postil');
// The same folder the command line looks in; whoever names another profile gets an archive of its own there.
const ownProfile = app.commandLine.hasSwitch('user-data-dir');
if (!ownProfile) app.setPath('userData', userDataFolder(process.env, process.platform, homedir()));
// macOS names a double-clicked archive before the app is ready.
let openedFile: string | null = null;
app.once('open-file', (event, path) => {
  event.preventDefault();
  openedFile = path;
});

/** Known once the app is ready. */
let ownSettings: SettingsStore | null = null;
watchOwnFaults(logsFolder(), () => ownSettings && wordsOf(languageOf(ownSettings)));

let quitting = false;
/** On macOS an app outlives its windows, unless it was told to quit. */
const endsWithWindows = (): boolean => quitting || process.platform !== 'darwin';

lockDownChromium(devServer);
lockDownPages(devServer);
registerSchemes();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run);
} else {
  app.quit();
}

interface Parts {
  readonly settings: SettingsStore;
  readonly grants: Grants;
  readonly windows: AppWindows;
  readonly desk: ArchiveDesk;
}

function run(): void {
  const profile = app.getPath('userData');
  const settings = createSettingsStore(join(profile, 'settings.json'));
  ownSettings = settings;
  nativeTheme.themeSource = settings.get().theme;
  lockDownSession(session.defaultSession, devServer);
  serveApp(session.defaultSession, join(here, '../renderer'));
  // The archive opens while the window is being made: neither waits for the other.
  const parts: Parts = { settings, ...makeParts(profile, settings) };
  serveAssets(session.defaultSession, parts.desk.readAsset);
  listen(parts);
  parts.windows.open();
  menuIn(parts);
}

function makeParts(profile: string, settings: SettingsStore): Omit<Parts, 'settings'> {
  const mayLeave = (leaving: Leaving, work: readonly UnderWay[], window?: BrowserWindow): Promise<boolean> =>
    askBeforeLeaving(leavingQuestion(work, leaving, languageOf(settings)), window);
  const windows = createAppWindows({
    preloadFile: join(here, '../preload/preload.cjs'),
    stateFile: join(profile, 'window.json'),
    page: devServer === null ? `${appOrigin}/` : `${devServer}/`,
    // On macOS the app outlives its window, and its work goes on.
    mayClose: async (window) => (endsWithWindows() ? mayLeave('quit', desk.work(), window) : true),
    mayOpenAgain: (window) => askToOpenAgain(window, wordsOf(languageOf(settings))),
    mayEndHung: (window, signal) => askToEndHung(window, signal, wordsOf(languageOf(settings))),
  });
  const store = createArchivesStore(join(profile, 'archives.json'));
  const grants: Grants = createGrants((grant, paths) => desk.grant(grant, paths));
  const desk: ArchiveDesk = createArchiveDesk(firstArchive(store), {
    hostFile: join(here, 'host.js'),
    paths: {
      samplesFolder: join(app.isPackaged ? process.resourcesPath : join(here, '../../resources'), 'samples'),
      logsFolder: logsFolder(),
      workerFile: join(here, 'worker.js'),
      verifyWorkerFile: join(here, 'verify-worker.js'),
      recoverWorkerFile: join(here, 'recover-worker.js'),
    },
    store,
    watchesFolder: join(profile, 'watched'),
    windows,
    grants: grants.all,
    nowMs: Date.now,
    backUpFirst: () => settings.get().backUpFirst,
    mayLeave: (work) => mayLeave('archive', work),
  });
  return { windows, grants, desk };
}

function listen(parts: Parts): void {
  const { settings, grants, windows, desk } = parts;
  ipcMain.on(helloChannel, ({ sender, senderFrame }) => {
    if (isTrustedSender(senderFrame, origin)) windows.givePort(sender, desk.newPort);
  });
  const language = (): Language => languageOf(settings);
  answerRequests(
    shellRequests({ settings, grants, desk, language, systemLanguage, onFlushed: windows.flushed }),
    origin,
  );
  desk.onRecentChanged(() => menuIn(parts));
  settings.onChange(({ theme, backUpFirst }) => {
    nativeTheme.themeSource = theme;
    desk.backUpFirst(backUpFirst);
    menuIn(parts);
  });
  openWhatIsNamed(parts);
  app.on('activate', windows.open);
  app.on('accessibility-support-changed', (_event, isOn) => windows.send({ type: 'screenReader', isOn }));
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (endsWithWindows()) app.quit();
  });
  closeArchiveAtQuit(desk);
}

/** Asks in the system's own dialog: the page may be gone or hang. Keeping going calls a quit off. */
async function askBeforeLeaving(
  question: ReturnType<typeof leavingQuestion>,
  window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0],
): Promise<boolean> {
  if (question === null) return true;
  const answer = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question));
  if (choseToStop(answer)) return true;
  quitting = false;
  return false;
}

/** Of a page that keeps crashing; without asking, an empty window would be left. */
async function askToOpenAgain(window: BrowserWindow, words: Words): Promise<boolean> {
  const buttons = [words.openAgain, words.closeWindow];
  const pressed = await warn(window, { message: words.crashing, detail: words.crashingDetail, buttons, cancelId: 1 });
  return pressed === 0;
}

/** Of a page that does not answer: it may come round, so that waiting is what happens when nothing is chosen. */
async function askToEndHung(window: BrowserWindow, signal: AbortSignal, words: Words): Promise<boolean> {
  const buttons = [words.wait, words.openAgain];
  const asked = { message: words.hung, detail: words.hungDetail, buttons, cancelId: 0, signal };
  return (await warn(window, asked)) === 1;
}

/** Tells of a window's trouble. Gives the button pressed: the first is the one proposed. */
async function warn(window: BrowserWindow, asked: MessageBoxOptions): Promise<number> {
  const { response } = await dialog.showMessageBox(window, { type: 'warning', defaultId: 0, noLink: true, ...asked });
  return response;
}

/** A double-clicked archive, while the app runs: told by a second start, or by macOS. */
function openWhatIsNamed({ windows, desk }: Parts): void {
  const open = (path: string | null): void => {
    windows.open();
    if (path !== null) void desk.open(path, false);
  };
  app.on('second-instance', (_event, args, folder) => open(archiveNamedIn(args.slice(1), folder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
}

function menuIn({ settings, windows, desk }: Parts): void {
  showMenu({
    language: languageOf(settings),
    send: (command) => windows.sendToFocused({ type: 'command', command }),
    recent: desk.recent(),
    openRecent: (id) => void desk.openKnown(id),
  });
}

/** All windows are gone and have saved; the archive gets its time, then the app exits. */
function closeArchiveAtQuit(desk: ArchiveDesk): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void desk.stop().then(() => app.exit());
  });
}

function logsFolder(): string {
  return join(app.getPath('userData'), 'logs');
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

/** The archive to begin with: the one the command line or the environment names, else the last one, else the profile's own. */
function firstArchive(store: ArchivesStore): string {
  const named = archiveNamedIn(process.argv.slice(1), process.cwd()) ?? openedFile ?? process.env.POSTIL_ARCHIVE;
  if (named) return resolve(named);
  const [last] = store.all();
  if (last !== undefined) return last.path;
  if (ownProfile) return join(app.getPath('userData'), 'archive.postil');
  return defaultArchivePath(process.env, process.platform, homedir());
}

/** The development server's origin; only an unpacked app listens to the environment. */
function devServerOf(address: string | undefined): string | null {
  if (app.isPackaged || address === undefined || !URL.canParse(address)) return null;
  return new URL(address).origin;
}
