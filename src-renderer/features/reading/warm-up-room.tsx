/**
 * Draws the reading room once where nobody sees it, as features/document/warm-up does with the text: its parts are many,
 * and the first article opened would otherwise be what they run on first.
 */
import { queryClient } from '@renderer/client/queries';
import { SavedSession } from '@renderer/features/document/saved-session';
import { practiceView } from '@renderer/features/document/warm-up';
import { WordsProvider } from '@renderer/i18n/words';
import { unpackView } from '@shared/contract/packed-view';
import { QueryClientProvider } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ReadingDesk } from './ReadingDesk';

/** Takes some hundredths of a second, begun and ended at once: no key or click can reach the room. */
export async function warmUpRoom(): Promise<void> {
  const view = unpackView(practiceView());
  const session = new SavedSession(view, false);
  const root = createRoot(document.createElement('div'));
  flushSync(() =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          <ReadingDesk view={view} session={session} onOpen={() => {}} />
        </WordsProvider>
      </QueryClientProvider>,
    ),
  );
  flushSync(() => root.unmount());
  await session.close();
}
