/** The calls that write a document's body. Declared like all others (calls.ts). */
import { z } from 'zod';
import type { Annotation } from '../model/annotation';
import { type AssetInfo, assetLimits } from '../model/asset';
import { call, command } from './call';
import type { RevisionInfo, RevisionView } from './document-shapes';
import { annotationId, blocksSchema, bodySchema, count, documentId, offset } from './schemas';

/** Where annotations lie in a text (UTF-16 code units); `null` for one that stands there no more. */
const places = z
  .array(z.strictObject({ uid: annotationId, place: z.strictObject({ start: offset, end: offset }).nullable() }))
  .max(200_000)
  .readonly();

export const bodyCalls = {
  /** Saves a body and where its annotations now lie, in one transaction. Fails with `archive/stale` unless `revision` is current. */
  saveBody: command(
    z.strictObject({
      uid: documentId,
      revision: count,
      body: bodySchema,
      /** One left out is found again by its selector, `null` orphans it. */
      places,
      /** False: the answer leaves them out, which thousands of them make slow. */
      annotationsWanted: z.boolean().optional(),
    }),
  )<{ readonly revision: number; readonly annotations: readonly Annotation[] }>(),
  /**
   * As `saveBody`, by what an edit changed: `blocks` stand in the place of `removed` ones from the index `from` on.
   * Annotations left out go along with the text around the edit; orphans stay orphans. `revision` is null, and nothing
   * is saved, when the archive holds another body than the edit was made to: send it whole then.
   */
  saveEdit: command(
    z.strictObject({
      uid: documentId,
      revision: count,
      from: count,
      removed: count,
      blocks: blocksSchema,
      /** How many blocks there are once that is done, and the length of the text in UTF-16 code units. */
      count,
      length: count,
      places,
    }),
  )<{ readonly revision: number | null }>(),
  /** Keeps a picture that is put into a document; a body may name it from then on. Fails with `picture/…`. */
  keepPicture: command(
    z.strictObject({ document: documentId, base64: z.base64().max(Math.ceil(assetLimits.bytes / 3) * 4) }),
  )<Omit<AssetInfo, 'mediaType'>>(),
  /** What is kept of a document's history, newest first; the first is how it stands now. */
  listRevisions: call(z.strictObject({ uid: documentId }))<readonly RevisionInfo[]>(),
  readRevision: call(z.strictObject({ uid: documentId, revision: count }))<RevisionView>(),
  /** Makes an earlier body the newest one; its annotations are found again in it. Fails with `archive/stale` unless `current` is. */
  restoreRevision: command(z.strictObject({ uid: documentId, revision: count, current: count }))<{
    readonly revision: number;
  }>(),
};
