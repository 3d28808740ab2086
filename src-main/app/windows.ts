/**
 * The app's windows: made dark or light from the first frame, placed where they stood,
 * asked to save before they close. One window for now; nothing relies on that.
 */
import type { ShellEvent } from '@shared/contract/shell';
import { eventChannel, portChannel, portLostChannel } from '@shared/contract/shell-channels';
import { BrowserWindow, type MessagePortMain, nativeTheme, type Rectangle, screen, type WebContents } from 'electron';
import { readJsonFile, writeJsonFile } from './json-file';
import { askWhenHung, reviveAfterCrash, type WindowLifeOptions } from './window-life';
import { placeWindow, smallestWindow, windowStateSchema } from './window-state';

/** Time a window has to save what it holds before it closes, in milliseconds. */
const flushBudgetMs = 2_000;

export interface WindowsOptions extends WindowLifeOptions {
  readonly preloadFile: string;
  readonly stateFile: string;
  /** Address of the page. */
  readonly page: string;
  /** Asks the person, where closing would cut work short; false keeps the window. */
  readonly mayClose: (window: BrowserWindow) => Promise<boolean>;
}

export interface AppWindows {
  /** Opens a window, or brings the one there is to the front. */
  readonly open: () => void;
  readonly send: (event: ShellEvent) => void;
  /** Sends to the window the person is in. */
  readonly sendToFocused: (event: ShellEvent) => void;
  readonly givePort: (contents: WebContents, newPort: () => MessagePortMain) => void;
  /** Gives every window a new port; a page that is being made anew asks for its own. */
  readonly givePorts: (newPort: () => MessagePortMain) => void;
  readonly losePorts: () => void;
  readonly flushed: (contents: WebContents) => void;
  /** Has every window save what it holds; resolves when they have, or their time is up. */
  readonly flushAll: () => Promise<void>;
  /** Makes every window's page anew, as after another archive was opened. */
  readonly reload: () => void;
}

/** Paper by day and by night, as the page's own tokens have it: no flash before its first paint. */
const paper = { light: '#fbfaf7', dark: '#191a1c' } as const;
const paperNow = (): string => (nativeTheme.shouldUseDarkColors ? paper.dark : paper.light);

/** Makes the keeper of windows; opens none yet. */
export function createAppWindows(options: WindowsOptions): AppWindows {
  const windows = new Set<BrowserWindow>();
  const flushes = new Map<number, () => void>();

  const open = (): void => {
    const [existing] = windows;
    if (existing !== undefined) {
      bringToFront(existing);
      return;
    }
    const window = makeWindow(options);
    windows.add(window);
    closeAfterSaving(window, flushes, options);
    reviveAfterCrash(window, options);
    askWhenHung(window, options);
    stayOn(window, options.page);
    window.on('closed', () => windows.delete(window));
    void window.loadURL(options.page);
  };

  nativeTheme.on('updated', () => {
    for (const window of windows) window.setBackgroundColor(paperNow());
  });

  const pages = (): readonly WebContents[] => [...windows].map(({ webContents }) => webContents).filter(isAlive);
  const send = (event: ShellEvent): void => {
    for (const page of pages()) page.send(eventChannel, event);
  };
  return {
    open,
    send,
    sendToFocused: (event) => {
      const page = (BrowserWindow.getFocusedWindow() ?? [...windows][0])?.webContents;
      if (page !== undefined && isAlive(page)) page.send(eventChannel, event);
    },
    givePort: (contents, newPort) => {
      if (isAlive(contents)) contents.postMessage(portChannel, null, [newPort()]);
    },
    givePorts: (newPort) => {
      for (const page of pages()) page.postMessage(portChannel, null, [newPort()]);
    },
    losePorts: () => {
      for (const page of pages()) page.send(portLostChannel);
    },
    flushed: (contents) => flushes.get(contents.id)?.(),
    flushAll: async () => {
      await Promise.all([...windows].map(({ webContents }) => flush(webContents, flushes)));
    },
    reload: () => {
      for (const { webContents } of windows) webContents.reload();
    },
  };
}

/** Chromium asks nobody before it goes to `about:blank`: a page that went there is brought back at once. */
function stayOn({ webContents }: BrowserWindow, page: string): void {
  webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(page)) void webContents.loadURL(page);
  });
}

function makeWindow({ preloadFile, stateFile }: WindowsOptions): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const areas: [Rectangle, ...Rectangle[]] = [primary.workArea, ...others.map(({ workArea }) => workArea)];
  const { bounds, maximized } = placeWindow(readJsonFile(stateFile, windowStateSchema), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Postil',
    backgroundColor: paperNow(),
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}

/** Closing waits until the person has agreed, and the page says it has saved or its time is up. */
function closeAfterSaving(
  window: BrowserWindow,
  flushes: Map<number, () => void>,
  { mayClose, stateFile }: WindowsOptions,
): void {
  let closing = false;
  const close = async (): Promise<void> => {
    closing = await mayClose(window);
    if (!closing || window.isDestroyed()) return;
    remember(window, stateFile);
    await flush(window.webContents, flushes);
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close();
  });
}

/** Sending to a page that is not there throws. */
const isAlive = (contents: WebContents): boolean => !contents.isDestroyed() && !contents.isCrashed();

/** Has a page save what it holds; a dead one is not waited for. */
function flush(contents: WebContents, flushes: Map<number, () => void>): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      flushes.delete(contents.id);
      resolve();
    };
    const timer = setTimeout(end, flushBudgetMs);
    if (!isAlive(contents)) {
      end();
      return;
    }
    flushes.set(contents.id, end);
    contents.send(eventChannel, { type: 'flush' } satisfies ShellEvent);
  });
}

function remember(window: BrowserWindow, stateFile: string): void {
  try {
    writeJsonFile(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  } catch {
    // A profile that can't be written costs the remembered place, not the closing.
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
