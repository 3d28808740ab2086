/** Saving a body, whole or by what an edit changed of it, with where its annotations now lie, in one transaction. */
import type { Body } from '@shared/model/block';
import type { ArchiveCalls } from './archive-api';
import { carryAnnotations, earlierText } from './carry-annotations';
import { carryThroughEdit } from './carry-through-edit';
import { editBody } from './edited-text';
import { currentDocumentKey } from './lookup';
import { unpackText } from './packing';
import type { Store } from './store';
import { prepareBody, prepareStored, replaceBody } from './write-document';

type Input<N extends keyof ArchiveCalls> = Parameters<ArchiveCalls[N]>[0];

const byUid = ({ places }: Pick<Input<'saveBody'>, 'places'>) => new Map(places.map(({ uid, place }) => [uid, place]));

function saveBody(store: Store, input: Input<'saveBody'>): ReturnType<ArchiveCalls['saveBody']> {
  const body = prepareBody(input.body);
  return store.write((changes) => {
    const document = currentDocumentKey(store, input.uid, input.revision);
    const earlier = earlierText(store, document.id);
    const origin = { savedAtMs: store.nowMs(), reason: 'edit' } as const;
    const revision = replaceBody(store, document.id, body, origin, changes, 'later');
    const { annotations } = carryAnnotations(store, document.id, body, earlier, byUid(input));
    changes.touch(document.uid);
    return { revision, annotations: input.annotationsWanted === false ? [] : annotations };
  });
}

function saveEdit(store: Store, input: Input<'saveEdit'>): ReturnType<ArchiveCalls['saveEdit']> {
  return store.write((changes) => {
    const document = currentDocumentKey(store, input.uid, input.revision);
    const earlier = earlierText(store, document.id);
    const edited = editBody(storedBody(store, document.id), input);
    if (edited === null || earlier.text.length + edited.by !== input.length) return { revision: null };
    const body = prepareStored(edited.body);
    const origin = { savedAtMs: store.nowMs(), reason: 'edit' } as const;
    const revision = replaceBody(store, document.id, body, origin, changes, 'later');
    carryThroughEdit(store, document.id, body, earlier, edited, byUid(input));
    changes.touch(document.uid);
    return { revision };
  });
}

function storedBody(store: Store, document: number): Body {
  const row = store.sql<[number], { body: Uint8Array }>('SELECT body FROM bodies WHERE document = ?').get(document);
  if (row === undefined) throw new Error(`No body of document ${document}`);
  return JSON.parse(unpackText(row.body));
}

export const saveBodyCalls = (store: Store): Pick<ArchiveCalls, 'saveBody' | 'saveEdit'> => ({
  saveBody: (input) => saveBody(store, input),
  saveEdit: (input) => saveEdit(store, input),
});
