/**
 * Errors in main that nobody expected. Electron's own answer is a dialog in English that halts main, and with it menus,
 * dialogs and the close button, until somebody presses it: here they are written down, told once, and main goes on.
 * What is typed is safe meanwhile: windows save through the archive process, not through main.
 */
import { dialog, shell } from 'electron';
import { createHostLog, logFile } from '../host/host-log';
import type { Words } from './wording';

/** Watches from now on; nothing is told before `words` can be asked, which is when the app is ready. */
export function watchOwnFaults(logsFolder: string, words: () => Words | null): void {
  const log = createHostLog(logsFolder, 'main');
  let isTold = false;
  const met = (where: string, error: unknown): void => {
    log.bug(where, error);
    // For whoever develops: the message is left out of the log, as it may quote what a person wrote.
    console.error(where, error);
    const given = words();
    if (isTold || given === null) return;
    isTold = true;
    void tell(given, logFile(logsFolder, 'main'));
  };
  process.on('uncaughtException', (error) => met('uncaught', error));
  process.on('unhandledRejection', (reason) => met('unhandled', reason));
}

async function tell(words: Words, file: string): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: words.ownFault,
    detail: words.ownFaultDetail(file),
    buttons: [words.ok, words.showOwnFault],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) shell.showItemInFolder(file);
}
