/** Puts a reader who opened a document by a key into its text, so that the next key acts there. */
import type { TextSession } from '@renderer/editor/text-session';
import { useEffect } from 'react';

/** Once per `target`; the place the text is shown at stays. */
export function useTextFocus(text: TextSession, target: { readonly focus?: boolean } | undefined): void {
  useEffect(() => {
    if (target?.focus === true) text.editor.getRootElement()?.focus({ preventScroll: true });
  }, [text, target]);
}
