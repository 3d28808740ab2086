/** Opens an archive in the present one's place, as with File ▸ Open Archive… */
import type { PostilBridge } from '../src-shared/contract/shell';
import { answerDialogs, type RunningApp } from './app';

declare const window: { readonly postil: PostilBridge };

/** @param save - answers the dialog that asks where a copy goes, should one come */
export async function openPicked({ electron, page }: RunningApp, file: string, save?: string): Promise<void> {
  await answerDialogs(electron, { open: [file], ...(save === undefined ? {} : { save }) });
  await page.evaluate(() => void window.postil.shell.openArchive({ open: 'picked' }));
}
