/** Puts a whole document on the clipboard, with the citations of what it quotes. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { currentLanguage } from '@renderer/i18n/i18n';
import { copyText } from '@renderer/ui/copy-text';
import { showToast } from '@renderer/ui/toasts';
import type { CopyForm } from '@shared/quotes/copied-quotes';
import i18next from 'i18next';
import type { PickedDocument } from './document-actions';

/** Says when it is there, or what went wrong. */
export async function copyDocument({ uid, title }: PickedDocument, form: CopyForm): Promise<void> {
  const copied = await tellingFailure(call('copyDocument', { uid, form, language: currentLanguage() }));
  if (copied === undefined) return;
  copyText(copied.text, copied.html);
  showToast({ text: i18next.t('library.copiedDocument', { title: title || i18next.t('library.untitled') }) });
}
