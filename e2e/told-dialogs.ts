/** Native dialogs a journey reads: each is answered at once with one button, and what it said is kept in main. */
import type { ElectronApplication } from '@playwright/test';
import type { MessageBoxOptions } from 'electron';

declare global {
  var keptDialogs: MessageBoxOptions[];
}

/** Answers every message box from now on with the button of this number, whether it belongs to a window or not. */
export const answerMessages = (electron: ElectronApplication, button: number): Promise<void> =>
  electron.evaluate(({ dialog }, response) => {
    globalThis.keptDialogs = [];
    const told = async (...given: readonly unknown[]) => {
      globalThis.keptDialogs.push(given.at(-1) as MessageBoxOptions);
      return { response, checkboxChecked: false };
    };
    dialog.showMessageBox = told as typeof dialog.showMessageBox;
  }, button);

/** What they said so far. */
export const toldDialogs = (electron: ElectronApplication): Promise<readonly MessageBoxOptions[]> =>
  electron.evaluate(() => globalThis.keptDialogs);
