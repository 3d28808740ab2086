/**
 * Looks at what a journey has on screen. A journey of `npm test` sees it once, as it is; where POSTIL_PICTURES
 * names a folder it is shown in both languages, light and dark, and a picture of each is left there.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PostilBridge, Settings } from '../src-shared/contract/shell';
import { expect, type RunningApp } from './app';
import type { Language } from './pages/words';

declare const window: { readonly postil: PostilBridge };

const pictures = process.env.POSTIL_PICTURES;

/** Milliseconds for a journey of several looks, where pictures are wanted. */
export const picturesTimeoutMs = pictures === undefined ? 120_000 : 900_000;

const looks = [
  ['en', 'light'],
  ['fr', 'light'],
  ['en', 'dark'],
  ['fr', 'dark'],
] as const;

async function setLook({ page }: RunningApp, look: Pick<Settings, 'language' | 'theme'>): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { shell } = window.postil;
    await shell.saveSettings({ ...(await shell.settings()), ...wanted });
  }, look);
  await page.reload();
  // Keys pressed before there is anything to see go nowhere.
  await expect(page.getByRole('main').first()).toBeVisible();
}

/** `ready` brings it on screen in a language, again after each reload, and resolves when it is there. */
export async function inEveryLook(
  app: RunningApp,
  name: string,
  ready: (language: Language) => Promise<void>,
): Promise<void> {
  const { page, electron } = app;
  if (pictures === undefined) {
    await ready('en');
    return;
  }
  mkdirSync(pictures, { recursive: true });
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  for (const [language, theme] of looks) {
    await setLook(app, { language, theme });
    await ready(language);
    await page.screenshot({ path: path.join(pictures, `${name.replaceAll(/\W+/g, '-')}-${language}-${theme}.png`) });
  }
  await setLook(app, { language: 'en', theme: 'light' });
  await ready('en');
}
