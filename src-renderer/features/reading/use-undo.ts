/** Undo and redo in the reading room: text and annotations in one order, shown where it happened. */
import { type SavedSession, showFailure } from '@renderer/features/document/saved-session';
import { useTranslation } from '@renderer/i18n/words';
import { usePaneCommands } from '@renderer/ui/panes';
import { showToast } from '@renderer/ui/toasts';
import { type KeyboardEvent, useEffect, useEffectEvent } from 'react';
import type { Range } from './text-view';

/** The step a key asks for: Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y (⌘ on a Mac). */
export function undoKeyOf(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'key'>,
): 'undo' | 'redo' | null {
  if (!event.ctrlKey && !event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}

/** Whether the focus is in a field that undoes its own typing. */
function inField({ text }: SavedSession): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) return true;
  const root = text.editor.getRootElement();
  return focused instanceof HTMLElement && focused.isContentEditable && root?.contains(focused) !== true;
}

/** Takes the commands while mounted; `onRestored` is told where the text changed by them. */
export function useUndo(session: SavedSession, onRestored: (place: Range) => void): void {
  const { t } = useTranslation();
  const onCommand = usePaneCommands();
  useEffect(() => {
    const { text, history } = session;
    const say = (words: string): void => {
      // Whoever is typing sees it happen.
      if (!(text.editor.isEditable() && document.activeElement === text.editor.getRootElement()))
        showToast({ text: words });
    };
    const stops = [
      onCommand('undo', () => {
        if (inField(session)) return false;
        history.undo().then((did) => say(t(did ? 'reading.undone' : 'reading.nothingToUndo')), showFailure);
      }),
      onCommand('redo', () => {
        if (inField(session)) return false;
        history.redo().then((did) => say(t(did ? 'reading.redone' : 'reading.nothingToRedo')), showFailure);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, onCommand, t]);
  const restored = useEffectEvent(onRestored);
  useEffect(() => session.text.onRestored((place) => restored(place)), [session]);
}
