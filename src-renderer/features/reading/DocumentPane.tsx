/** The reading room: shows one document. */
import type { DocumentUid } from '@shared/model/ids';
import { useArchive } from '@renderer/client/queries';
import type { ReadingTarget } from './reading-target';

/** What the shell passes: the document, where to go in it, and how to open another. */
export interface DocumentPaneProps {
  readonly uid: DocumentUid;
  readonly target?: ReadingTarget;
  readonly onOpen: (uid: DocumentUid, target?: ReadingTarget) => void;
}

/** Title and text of a document. */
export function DocumentPane({ uid }: DocumentPaneProps) {
  const view = useArchive('openDocument', { uid });
  const document = view.data?.document;
  if (document === undefined) return null;
  return (
    <article lang={document.metadata.language || undefined} style={{ padding: '34px 44px 40px 64px', whiteSpace: 'pre-wrap' }}>
      <h1>{document.title}</h1>
      {document.text}
    </article>
  );
}
