/** What is dragged inside the window: documents and collections, by uid. */
import { type CollectionUid, collectionUid, type DocumentUid, documentUid, isUid } from '@shared/model/ids';

const documentsType = 'application/x-postil-documents';
const collectionType = 'application/x-postil-collection';

/** Puts documents into a drag. */
export function dragDocuments(data: DataTransfer, uids: readonly DocumentUid[]): void {
  data.setData(documentsType, uids.join(','));
  data.effectAllowed = 'copy';
}

/** Puts a collection into a drag. */
export function dragCollection(data: DataTransfer, uid: CollectionUid): void {
  data.setData(collectionType, uid);
  data.effectAllowed = 'move';
}

/** What a drag holds as far as may be known before it is dropped. */
export function dragHolds(data: DataTransfer): 'documents' | 'collection' | 'other' {
  if (data.types.includes(documentsType)) return 'documents';
  return data.types.includes(collectionType) ? 'collection' : 'other';
}

/** The documents dropped. */
export function droppedDocuments(data: DataTransfer): readonly DocumentUid[] {
  return data.getData(documentsType).split(',').filter(isUid).map(documentUid);
}

/** The collection dropped, if any. */
export function droppedCollection(data: DataTransfer): CollectionUid | null {
  const uid = data.getData(collectionType);
  return isUid(uid) ? collectionUid(uid) : null;
}
