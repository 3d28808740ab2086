/** Attaching an orphan to what is selected. */
import { failureWords } from '@renderer/features/document/saved-session';
import { showToast } from '@renderer/ui/toasts';
import type { Annotation } from '@shared/model/annotation';
import type { ReadingState } from './acts/reading-state';
import { trimmedSelection } from './use-selection';

/** Attaches an orphan to the selection, or says that something has to be selected first. */
export async function attachOrphan(
  state: ReadingState,
  orphan: Annotation,
  words: { readonly done: Parameters<typeof showToast>[0]; readonly selectFirst: string },
): Promise<void> {
  const range = trimmedSelection(state.session.text);
  if (range === null) {
    showToast({ text: words.selectFirst });
    return;
  }
  try {
    await state.actions.place(orphan, range);
    state.activate(orphan.uid);
    showToast(words.done);
  } catch (failed) {
    showToast({ text: failureWords(failed), tone: 'failed' });
  }
}
