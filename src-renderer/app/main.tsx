/** Where the window starts: settings, words, then the interface. */
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';
import '@renderer/ui/controls.css';
import '@renderer/ui/overlays.css';
import '@renderer/ui/messages.css';
import '@renderer/ui/document-line.css';
import './app.css';
import { followArchiveState } from '@renderer/client/archive-state';
import { followArchive, queryClient } from '@renderer/client/queries';
import { followFlush } from '@renderer/features/document/pending-saves';
import { readSettings } from '@renderer/features/settings/settings-store';
import { startWords } from '@renderer/i18n/i18n';
import { WordsProvider } from '@renderer/i18n/words';
import { restoreReadingLook } from '@renderer/ui/reading-look';
import { restoreTextSize } from '@renderer/ui/text-size';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './Root';

async function start(): Promise<void> {
  await startWords(await readSettings());
  restoreTextSize();
  restoreReadingLook();
  followArchive();
  followArchiveState();
  // For the life of the window: it is asked to save before it closes, whether a document is open or not.
  followFlush();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html lacks #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          <Root />
        </WordsProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

await start();
