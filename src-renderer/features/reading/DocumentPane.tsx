/** Shows one document: an article in the reading room, a note in its editor. */

import { CallError } from '@renderer/client/client';
import { queryClient, useArchive } from '@renderer/client/queries';
import { pendingSave } from '@renderer/features/document/pending-saves';
import { failureWords } from '@renderer/features/document/saved-session';
import { NotePane } from '@renderer/features/note/NotePane';
import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import { Button } from '@renderer/ui/Button';
import type { DocumentUid } from '@shared/model/ids';
import { FileX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ReadingRoom } from './ReadingRoom';
import type { ReadingTarget } from './reading-target';

/** What the shell passes: the document, where to go in it, and how to open another. */
export interface DocumentPaneProps {
  readonly uid: DocumentUid;
  readonly target?: ReadingTarget | undefined;
  readonly onOpen: (uid: DocumentUid, target?: ReadingTarget) => void;
}

/** A document's last save may still be going on when it is opened again: waits for it. */
function useSettled(uid: DocumentUid): boolean {
  const [settled, setSettled] = useState<DocumentUid | null>(pendingSave(uid) === undefined ? uid : null);
  useEffect(() => {
    let current = true;
    const saving = pendingSave(uid);
    if (saving === undefined) setSettled(uid);
    else
      void saving.then(async () => {
        await queryClient.invalidateQueries({ queryKey: ['openDocument', { uid }] });
        if (current) setSettled(uid);
      });
    return () => {
      current = false;
    };
  }, [uid]);
  return settled === uid;
}

/** The pane beside the list. */
export function DocumentPane({ uid, target, onOpen }: DocumentPaneProps) {
  const { t } = useTranslation();
  const settled = useSettled(uid);
  const { data: view, error, refetch } = useArchive('openDocument', { uid }, { enabled: settled });
  if (error instanceof CallError) {
    return (
      <Blank icon={FileX} title={t('reading.cannotOpen')} hint={failureWords(error)}>
        <Button onPress={() => void refetch()}>{t('common.tryAgain')}</Button>
      </Blank>
    );
  }
  // While another document is read, the answer kept is the previous one's.
  if (!settled || view?.document.uid !== uid) return <div className="pane-waiting" aria-busy="true" />;
  const goTo = target === undefined ? {} : { target };
  return view.document.type === 'note' ? (
    <NotePane key={uid} view={view} onOpen={onOpen} {...goTo} />
  ) : (
    <ReadingRoom key={uid} view={view} onOpen={onOpen} {...goTo} />
  );
}
