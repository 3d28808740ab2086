/** What stands around a document when it is read: links, the notes that quote it, its collections. */
import type { DocumentView } from '@shared/contract/document-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { pictureSizes } from './assets';
import { collectionsOf } from './collections';
import { linksOf, linksToDocument } from './links';
import { backlinksOf } from './quotations';
import type { Store } from './store';

/** The parts of a document's view that are not the document itself. */
export function aroundDocument(
  store: Store,
  id: number,
  uid: DocumentUid,
): Pick<DocumentView, 'links' | 'documentLinks' | 'backlinks' | 'collections' | 'pictures'> {
  return {
    links: linksOf(store, id),
    documentLinks: linksToDocument(store, id),
    backlinks: backlinksOf(store, id, uid),
    collections: collectionsOf(store, id),
    pictures: pictureSizes(store, id),
  };
}
