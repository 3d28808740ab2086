/** Pictures pasted or dropped into a note: kept in the archive, or said why not. */
import { CallError, call } from '@renderer/client/client';
import { type KeptPicture, takePictures } from '@renderer/editor/take-pictures';
import type { TextSession } from '@renderer/editor/text-session';
import { showFailure } from '@renderer/features/document/saved-session';
import { assetLimits } from '@shared/model/asset';
import type { DocumentUid } from '@shared/model/ids';
import { useEffect } from 'react';

/** Takes pictures while the note is shown. */
export function useNotePictures({ editor }: TextSession, document: DocumentUid): void {
  useEffect(() => takePictures(editor, (picture) => keepPicture(document, picture)), [editor, document]);
}

async function keepPicture(document: DocumentUid, picture: File): Promise<KeptPicture | null> {
  try {
    if (picture.size > assetLimits.bytes) throw new CallError({ code: 'picture/too-large', message: '', params: {} });
    return await call('keepPicture', { document, base64: await base64Of(picture) });
  } catch (failed) {
    showFailure(failed);
    return null;
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file can’t be read.')));
    // behind the comma of a `data:` address
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.readAsDataURL(file);
  });
}
