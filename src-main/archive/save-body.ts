/** Saving a body with where its annotations now lie, in one transaction. */
import { describe } from '@shared/anchors/describe';
import type { AnnotationUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { setPlace } from './annotations';
import type { ArchiveCalls } from './archive-api';
import { documentKey } from './lookup';
import { annotationsOf, type KeyedAnnotation, type Placed, placeIn } from './read-annotation';
import type { Store } from './store';
import { type PreparedBody, prepareBody, replaceBody } from './write-document';

type Place = { readonly start: number; readonly end: number } | null;

/** Where an annotation lies in the new text: as told, found again when not told, else nowhere. */
function newPlace(
  { annotation }: KeyedAnnotation,
  places: ReadonlyMap<AnnotationUid, Place>,
  body: PreparedBody,
): Placed {
  const place = places.get(annotation.uid);
  if (place === undefined) return placeIn(body.text, body.textHash, annotation.selector);
  if (place === null) return { selector: annotation.selector, orphaned: true };
  if (place.start >= place.end || place.end > body.text.length) {
    throw new Failure('annotation/bad-range', 'An annotation’s place lies outside the text. Nothing was saved.', {
      uid: annotation.uid,
      start: place.start,
      end: place.end,
    });
  }
  return { selector: describe(body.text, place.start, place.end, body.textHash), orphaned: false };
}

function saveBody(store: Store, input: Parameters<ArchiveCalls['saveBody']>[0]): ReturnType<ArchiveCalls['saveBody']> {
  const body = prepareBody(input.body);
  return store.write((changes) => {
    const document = documentKey(store, input.uid);
    if (document.revision !== input.revision) {
      throw new Failure(
        'archive/stale',
        'This document was changed elsewhere meanwhile. Open it again before saving.',
        {
          uid: input.uid,
          revision: document.revision,
        },
      );
    }
    const revision = replaceBody(store, document.id, body, store.nowMs(), changes);
    const places = new Map(input.places.map(({ uid, place }) => [uid, place]));
    for (const keyed of annotationsOf(store, document.id)) {
      const placed = newPlace(keyed, places, body);
      setPlace(store, keyed.id, keyed.annotation.selector, placed.selector, placed.orphaned);
    }
    changes.touch(document.uid);
    return { revision, annotations: annotationsOf(store, document.id).map(({ annotation }) => annotation) };
  });
}

export const saveBodyCalls = (store: Store): Pick<ArchiveCalls, 'saveBody'> => ({
  saveBody: (input) => saveBody(store, input),
});
