/**
 * The only way a window reaches main: a request is answered only for the top frame of
 * a page of ours, and only when its argument is exactly of its schema.
 */
import { requestChannel, type ShellRequest, type ShellRequests } from '@shared/contract/shell-channels';
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import { isTrustedSender } from './trusted-sender';

type Answer<N extends ShellRequest> = ReturnType<ShellRequests[N]>;
type Input<N extends ShellRequest> = Parameters<ShellRequests[N]>[0];

/** A request's schema and what answers it. */
export interface RequestHandler<N extends ShellRequest> {
  readonly input: z.ZodType<Input<N>>;
  readonly answer: (input: Input<N>, sender: WebContents) => Answer<N> | Promise<Answer<N>>;
}
export type RequestHandlers = { readonly [N in ShellRequest]: RequestHandler<N> };

/** Registers all requests for pages of `origin`. */
export function answerRequests(handlers: RequestHandlers, origin: string): void {
  const register = <N extends ShellRequest>(name: N, handler: RequestHandler<N>): void => {
    ipcMain.handle(requestChannel(name), (event: IpcMainInvokeEvent, input: unknown) => {
      if (!isTrustedSender(event.senderFrame, origin)) throw new Error('Refused: not a page of Postil.');
      const parsed = handler.input.safeParse(input);
      if (!parsed.success) throw new Error(`Refused: “${name}” was asked for in a way it is not meant.`);
      return handler.answer(parsed.data, event.sender);
    });
  };
  register('settings', handlers.settings);
  register('saveSettings', handlers.saveSettings);
  register('systemLanguage', handlers.systemLanguage);
  register('pickImport', handlers.pickImport);
  register('grantDropped', handlers.grantDropped);
  register('pickExportTarget', handlers.pickExportTarget);
  register('openExternal', handlers.openExternal);
  register('revealGrant', handlers.revealGrant);
  register('archiveState', handlers.archiveState);
  register('recentArchives', handlers.recentArchives);
  register('openArchive', handlers.openArchive);
  register('moveArchive', handlers.moveArchive);
  register('backUpInto', handlers.backUpInto);
  register('showFile', handlers.showFile);
  register('recover', handlers.recover);
  register('stopRecovery', handlers.stopRecovery);
  register('quit', handlers.quit);
  register('flushed', handlers.flushed);
  register('screenReader', handlers.screenReader);
  register('platform', handlers.platform);
}
