/** Says in the system's own dialog what came of moving an archive: the window's page was made anew meanwhile. */
import type { ErrorCode } from '@shared/outcome/outcome';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { Moved } from './move-archive';
import type { Words } from './wording';

/** Nothing for a plain move, which shows by itself, and for one the person stopped. */
export async function tellMoved(moved: Moved, window: BrowserWindow, words: Words): Promise<void> {
  if (moved.was === 'refused' && moved.error.code !== 'recovery/cancelled') {
    await dialog.showMessageBox(window, {
      type: 'warning',
      message: words.notMoved,
      detail: `${reasonOf(moved.error.code, words)} ${words.stillThere}`,
      buttons: [words.ok],
      noLink: true,
    });
  }
  if (moved.was === 'moved' && moved.isWatchLost)
    await dialog.showMessageBox(window, {
      type: 'warning',
      message: words.moved,
      detail: words.watchLost,
      buttons: [words.ok],
      noLink: true,
    });
  if (moved.was !== 'copied') return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    message: words.movedToOtherDisk,
    detail: [words.oldKept(moved.old), ...(moved.isWatchLost ? [words.watchLost] : [])].join('\n\n'),
    buttons: [words.ok, words.showOld],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) shell.showItemInFolder(moved.old);
}

function reasonOf(code: ErrorCode, { notMovedBecause }: Words): string {
  switch (code) {
    case 'archive/disk-full':
      return notMovedBecause.diskFull;
    case 'archive/read-only':
      return notMovedBecause.readOnly;
    case 'archive/damaged':
      return notMovedBecause.damaged;
    default:
      return notMovedBecause.other;
  }
}
