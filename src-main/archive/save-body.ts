/** Saving a body with where its annotations now lie, in one transaction. */
import type { ArchiveCalls } from './archive-api';
import { carryAnnotations, earlierText } from './carry-annotations';
import { currentDocumentKey } from './lookup';
import type { Store } from './store';
import { prepareBody, replaceBody } from './write-document';

function saveBody(store: Store, input: Parameters<ArchiveCalls['saveBody']>[0]): ReturnType<ArchiveCalls['saveBody']> {
  const body = prepareBody(input.body);
  return store.write((changes) => {
    const document = currentDocumentKey(store, input.uid, input.revision);
    const earlier = earlierText(store, document.id);
    const origin = { savedAtMs: store.nowMs(), reason: 'edit' } as const;
    const revision = replaceBody(store, document.id, body, origin, changes, 'later');
    const places = new Map(input.places.map(({ uid, place }) => [uid, place]));
    const { annotations } = carryAnnotations(store, document.id, body, earlier, places);
    changes.touch(document.uid);
    return { revision, annotations: input.annotationsWanted === false ? [] : annotations };
  });
}

export const saveBodyCalls = (store: Store): Pick<ArchiveCalls, 'saveBody'> => ({
  saveBody: (input) => saveBody(store, input),
});
