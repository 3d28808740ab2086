/** A fresh note, opened and ready to be typed into, for rows that kill processes under a person who types. */
import type { ElectronApplication } from '@playwright/test';

export type OpenedNote = { readonly uid: string; readonly error?: never } | { readonly error: string };

/**
 * Makes a note and opens it from the list. Carried out in the main process: the driver's own page object does not
 * outlive its process.
 */
export function openFreshNote(electron: ElectronApplication, title: string): Promise<OpenedNote> {
  return electron.evaluate(({ BrowserWindow }, given) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return { error: 'no window' };
    return window.webContents.executeJavaScript(`(async () => {
      const wait = (ms) => new Promise((done) => setTimeout(done, ms));
      const until = async (found) => {
        for (let turn = 0; turn < 800; turn++) {
          const it = found();
          if (it) return it;
          await wait(25);
        }
        return null;
      };
      const title = ${JSON.stringify(given)};
      if (!(await until(() => document.querySelector('[role=searchbox], input[type=search]')))) return { error: 'the window did not come back' };
      const made = await window.postil.call('createNote', { title });
      if (!made.ok) return { error: made.error.message };
      const row = await until(() => [...document.querySelectorAll('[role=grid] [role=row]')].find((one) => one.textContent.includes(title)));
      if (!row) return { error: 'the note is not in the list' };
      row.click();
      row.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      row.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      const isShown = () => [...document.querySelectorAll('input, textarea')].some((one) => one.value === title);
      const field = await until(() => isShown() && document.querySelector('[contenteditable=true]'));
      if (!field) return { error: 'the note did not open' };
      // The title of a note without words takes the focus by itself, a moment after it is shown.
      let kept = 0;
      const isFocused = await until(() => {
        kept = document.activeElement === field ? kept + 1 : 0;
        if (kept === 0) field.focus();
        return kept > 10;
      });
      return isFocused ? { uid: made.value.uid } : { error: 'the note took no focus' };
    })()`);
  }, title);
}
