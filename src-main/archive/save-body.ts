/** Saving a body with where its annotations now lie, in one transaction. */
import type { ArchiveCalls } from './archive-api';
import { carryAnnotations } from './carry-annotations';
import { currentDocumentKey } from './lookup';
import { annotationsOf } from './read-annotation';
import type { Store } from './store';
import { prepareBody, replaceBody } from './write-document';

function saveBody(store: Store, input: Parameters<ArchiveCalls['saveBody']>[0]): ReturnType<ArchiveCalls['saveBody']> {
  const body = prepareBody(input.body);
  return store.write((changes) => {
    const document = currentDocumentKey(store, input.uid, input.revision);
    const revision = replaceBody(store, document.id, body, { savedAtMs: store.nowMs(), reason: 'edit' }, changes);
    carryAnnotations(store, document.id, body, new Map(input.places.map(({ uid, place }) => [uid, place])));
    changes.touch(document.uid);
    return { revision, annotations: annotationsOf(store, document.id).map(({ annotation }) => annotation) };
  });
}

export const saveBodyCalls = (store: Store): Pick<ArchiveCalls, 'saveBody'> => ({
  saveBody: (input) => saveBody(store, input),
});
