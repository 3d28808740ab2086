/** Originals: the bytes as captured, kept once each by their SHA-256, never changed. */
import type { OriginalInfo } from '@shared/model/document';
import type { DocumentUid, Sha256 } from '@shared/model/ids';
import { type Packed, pack, unpack } from './packing';
import type { Store } from './store';

/** Attaches an original to a document; the bytes are kept unless they are here already. */
export function addOriginal(
  store: Store,
  document: number,
  info: OriginalInfo,
  bytes: Uint8Array,
  packed: Packed = pack(bytes),
): void {
  store
    .sql<[string, string, Uint8Array]>(
      'INSERT INTO original_bytes (sha256, packing, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .run(info.sha256, packed.packing, packed.bytes);
  store
    .sql<unknown[]>(
      'INSERT INTO originals (document, sha256, file_name, media_type, size_bytes, captured_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(document, info.sha256, info.fileName, info.mediaType, info.sizeBytes, info.capturedAtMs);
}

/** A document's originals, newest last. */
export function originalsOf(store: Store, document: number): readonly OriginalInfo[] {
  return store
    .sql<[number], OriginalInfo>(
      `SELECT sha256, file_name AS fileName, media_type AS mediaType, size_bytes AS sizeBytes, captured_at_ms AS capturedAtMs
       FROM originals WHERE document = ? ORDER BY captured_at_ms, id`,
    )
    .all(document);
}

/** The first document that came from these bytes, perhaps in the bin. */
export function documentWithOriginal(
  store: Store,
  sha256: Sha256,
):
  | { readonly id: number; readonly uid: DocumentUid; readonly title: string; readonly deleted_at_ms: number | null }
  | undefined {
  // Asked for every file of an import, and hardly ever answered: sorting beforehand would be most of it.
  const known = store
    .sql<[string], { id: number; uid: DocumentUid; title: string; deleted_at_ms: number | null }>(
      `SELECT d.id, d.uid, d.title, d.deleted_at_ms FROM originals o JOIN documents d ON d.id = o.document
       WHERE o.sha256 = ?`,
    )
    .all(sha256);
  const inBin = ({ deleted_at_ms }: (typeof known)[number]): number => Number(deleted_at_ms !== null);
  return known.sort((a, b) => inBin(a) - inBin(b) || a.id - b.id)[0];
}

/** The bytes of an original. @throws Error when the archive does not hold them. */
export function readOriginal(store: Store, sha256: Sha256): Uint8Array {
  const row = store.sql<[string], Packed>('SELECT packing, bytes FROM original_bytes WHERE sha256 = ?').get(sha256);
  if (row === undefined) throw new Error(`No original ${sha256}`);
  return unpack(row);
}

/** Drops bytes no document refers to any more. */
export function dropUnusedBytes(store: Store): void {
  store
    .sql<[]>(
      'DELETE FROM original_bytes WHERE NOT EXISTS (SELECT 1 FROM originals o WHERE o.sha256 = original_bytes.sha256)',
    )
    .run();
}
