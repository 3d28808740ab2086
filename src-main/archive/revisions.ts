/** The history of a document: what is kept of it, reading it, bringing an earlier body back. */
import type { RevisionView } from '@shared/contract/document-shapes';
import { Failure } from '@shared/outcome/outcome';
import { textOf } from '@shared/text/canonical-text';
import type { ArchiveCalls } from './archive-api';
import { carryAnnotations, earlierText } from './carry-annotations';
import { currentDocumentKey, type DocumentKey, documentKey } from './lookup';
import { readDocument } from './read-document';
import { earlierBody, historyOf } from './revision-rows';
import type { Store } from './store';
import { prepareBody, replaceBody } from './write-document';

/** @throws Failure `revision/not-found` for one that was let go or never was. */
function readRevision(store: Store, document: DocumentKey, revision: number): RevisionView {
  const info = historyOf(store, document.id).find((each) => each.revision === revision);
  const body = revision === document.revision ? readDocument(store, document.id).document.body : undefined;
  const found = body ?? earlierBody(store, document.id, revision);
  if (info === undefined || found === undefined) {
    throw new Failure(
      'revision/not-found',
      'This version is not kept any more. Open the history again and choose another one.',
      { uid: document.uid, revision },
    );
  }
  return { ...info, body: found, text: textOf(found) };
}

function restoreRevision(
  store: Store,
  { uid, revision, current }: Parameters<ArchiveCalls['restoreRevision']>[0],
): ReturnType<ArchiveCalls['restoreRevision']> {
  return store.write((changes) => {
    const document = currentDocumentKey(store, uid, current);
    if (revision === current) return { revision };
    const body = prepareBody(readRevision(store, document, revision).body);
    const origin = { savedAtMs: store.nowMs(), reason: 'restore' } as const;
    const earlier = earlierText(store, document.id);
    const newest = replaceBody(store, document.id, body, origin, changes);
    carryAnnotations(store, document.id, body, earlier);
    changes.touch(uid);
    return { revision: newest };
  });
}

export function revisionCalls(store: Store): Pick<ArchiveCalls, 'listRevisions' | 'readRevision' | 'restoreRevision'> {
  return {
    listRevisions: ({ uid }) => store.read(() => historyOf(store, documentKey(store, uid).id)),
    readRevision: ({ uid, revision }) => store.read(() => readRevision(store, documentKey(store, uid), revision)),
    restoreRevision: (input) => restoreRevision(store, input),
  };
}
