/**
 * A document as a window reads it (contract/packed-view.ts), written as JSON with as little made into
 * objects on the way as can be: a body is stored as JSON, and SQLite writes the passages'.
 */
import { JsonOf } from '@shared/contract/json-of';
import type { PackedView } from '@shared/contract/packed-view';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { textOfDocument } from './annotations';
import type { ArchiveCalls } from './archive-api';
import { aroundDocument } from './around-document';
import { documentKey } from './lookup';
import { unpackBytes } from './packing';
import { placeIn, resolvable, strayAnnotationsOf } from './read-annotation';
import { readFacts } from './read-document';
import { sha256Of } from './sha256';
import type { Store } from './store';

export const viewCalls = (store: Store): Pick<ArchiveCalls, 'readView'> => ({
  readView: ({ uid }) => store.read(() => readView(store, documentKey(store, uid).id)),
});

function readView(store: Store, id: number): JsonOf<PackedView> {
  const document = readFacts(store, id);
  const { bodyJson, textHash } = storedBody(store, id);
  const small = {
    document,
    textHash,
    labels: passageLabels(store, id),
    others: strays(store, id, textHash),
    ...aroundDocument(store, id, document.uid),
  } satisfies Omit<PackedView, 'body' | 'passages'>;
  const rest = JSON.stringify(small).slice(1);
  return new JsonOf(`{"body":${bodyJson},"passages":${passagesJson(store, id, textHash)},${rest}`);
}

/** A body as it was written, byte for byte. @throws Failure `archive/damaged` when it is not. */
function storedBody(store: Store, id: number): { readonly bodyJson: string; readonly textHash: string } {
  const row = store
    .sql<[number], { text_hash: string; body_sha256: string; body: Uint8Array }>(
      'SELECT text_hash, body_sha256, body FROM bodies WHERE document = ?',
    )
    .get(id);
  if (row === undefined) throw new Error(`No body of document ${id}`);
  const bytes = unpackBytes(row.body);
  if (sha256Of(bytes) !== row.body_sha256)
    throw new Failure('archive/damaged', 'The text of this document is damaged in the archive. Restore a backup.', {});
  return { bodyJson: bytes.toString('utf8'), textHash: row.text_hash };
}

/**
 * The passages that stand in the present text, in order of place. Written first and then put in order: SQLite sorts
 * rows of a subquery, which keep their order in `group_concat`, quicker than those of an aggregate.
 */
function passagesJson(store: Store, id: number, textHash: string): string {
  const row = store
    .sql<[number, string], { json: string | null }>(
      `SELECT group_concat(passage) AS json FROM (
         SELECT json_array(uid, kind, start_offset, end_offset, comment, json(fields), created_at_ms, updated_at_ms) AS passage
         FROM annotations WHERE document = ? AND deleted_at_ms IS NULL AND orphaned = 0 AND text_hash = ?
         ORDER BY start_offset, end_offset, id)`,
    )
    .get(id, textHash);
  return `[${row?.json ?? ''}]`;
}

function passageLabels(store: Store, id: number): Readonly<Record<AnnotationUid, readonly string[]>> {
  const rows = store
    .sql<[number], { uid: AnnotationUid; name: string }>(
      `SELECT a.uid, l.name FROM annotations a JOIN annotation_labels x ON x.annotation = a.id JOIN labels l ON l.id = x.label
       WHERE a.document = ? AND a.deleted_at_ms IS NULL ORDER BY x.annotation, x.position`,
    )
    .all(id);
  const labels: Record<AnnotationUid, string[]> = {};
  for (const { uid, name } of rows) {
    const known = labels[uid];
    if (known === undefined) labels[uid] = [name];
    else known.push(name);
  }
  return labels;
}

/** As documents.ts gives them: looked for where they are not known to be lost. */
function strays(store: Store, id: number, textHash: string): readonly Annotation[] {
  const found = strayAnnotationsOf(store, id, textHash);
  if (found.every(({ orphaned }) => orphaned)) return found;
  const text = resolvable(textOfDocument(store, id).text, textHash);
  return found.map((one) => (one.orphaned ? one : { ...one, ...placeIn(text, one.selector) }));
}
