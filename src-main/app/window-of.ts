/** The window a request came from: dialogs belong to it. */
import { BrowserWindow, type WebContents } from 'electron';

/** @throws Error when it is gone */
export function windowOf(sender: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(sender);
  if (window === null) throw new Error('The window that asked is gone.');
  return window;
}
