/**
 * Pictures: kept once each by the SHA-256 of their bytes, and which documents name them. A
 * document keeps what any body of its history named, so that bringing one back shows it.
 */
import { type Asset, type AssetInfo, assetsNamedBy } from '@shared/model/asset';
import type { Body } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import { type Packed, pack, unpack } from './packing';
import type { Store } from './store';

/** Keeps a picture unless it is here. Its bytes must be those of its hash. */
export function keepAsset(store: Store, { sha256, mediaType, width, height, bytes }: Asset): void {
  // the other kinds are compressed already
  const packed: Packed = mediaType === 'image/svg+xml' ? pack(bytes) : { packing: 'none', bytes };
  const { changes } = store
    .sql<[string, string, Uint8Array]>(
      'INSERT INTO asset_bytes (sha256, packing, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .run(sha256, packed.packing, packed.bytes);
  if (changes === 0) return;
  store
    .sql<unknown[]>('INSERT INTO assets (sha256, media_type, width, height, size_bytes) VALUES (?, ?, ?, ?, ?)')
    .run(sha256, mediaType, width, height, bytes.length);
}

/** Notes that a document names the pictures of a body, as far as they are here. */
export function nameAssets(store: Store, document: number, body: Body): void {
  for (const sha256 of assetsNamedBy(body)) nameAsset(store, document, sha256);
}

/** Notes that a document names a picture, if it is here. */
export function nameAsset(store: Store, document: number, sha256: Sha256): void {
  store
    .sql<[number, string]>(
      'INSERT INTO document_assets (document, asset) SELECT ?, sha256 FROM assets WHERE sha256 = ? ON CONFLICT DO NOTHING',
    )
    .run(document, sha256);
}

/** A picture; null when the archive does not have it. */
export function readAsset(store: Store, sha256: Sha256): Asset | null {
  const row = store
    .sql<[string], AssetInfo & Packed>(
      `SELECT a.sha256, a.media_type AS mediaType, a.width, a.height, b.packing, b.bytes
       FROM assets a JOIN asset_bytes b ON b.sha256 = a.sha256 WHERE a.sha256 = ?`,
    )
    .get(sha256);
  if (row === undefined) return null;
  const { packing, bytes, ...info } = row;
  return { ...info, bytes: unpack({ packing, bytes }) };
}

/** What is known of a picture without its bytes; null when the archive does not have it. */
export function describeAsset(store: Store, sha256: Sha256): AssetInfo | null {
  return (
    store
      .sql<[string], AssetInfo>('SELECT sha256, media_type AS mediaType, width, height FROM assets WHERE sha256 = ?')
      .get(sha256) ?? null
  );
}

/** Width and height of each picture that a document names or named, in pixels. */
export function pictureSizes(store: Store, document: number): Readonly<Record<Sha256, readonly [number, number]>> {
  const rows = store
    .sql<[number], Pick<AssetInfo, 'sha256' | 'width' | 'height'>>(
      `SELECT a.sha256, a.width, a.height FROM document_assets d JOIN assets a ON a.sha256 = d.asset
       WHERE d.document = ? ORDER BY a.sha256`,
    )
    .all(document);
  const sizes: Record<Sha256, readonly [number, number]> = {};
  for (const { sha256, width, height } of rows) sizes[sha256] = [width, height];
  return sizes;
}

/** What each picture a document names or named comes to, in bytes. */
export const pictureBytes = (store: Store, document: number): ReadonlyMap<Sha256, number> =>
  new Map(
    store
      .sql<[number], { sha256: Sha256; size: number }>(
        `SELECT a.sha256, a.size_bytes AS size FROM document_assets d JOIN assets a ON a.sha256 = d.asset
         WHERE d.document = ? ORDER BY a.sha256`,
      )
      .all(document)
      .map(({ sha256, size }) => [sha256, size]),
  );

/** What the pictures a document names or named come to. */
export const bytesOfPictures = (store: Store, document: number): number =>
  store
    .sql<[number], { total: number }>(
      'SELECT total(a.size_bytes) AS total FROM document_assets d JOIN assets a ON a.sha256 = d.asset WHERE d.document = ?',
    )
    .get(document)?.total ?? 0;

/** Drops pictures no document names any more. */
export function dropUnusedAssets(store: Store): void {
  store.sql<[]>('DELETE FROM assets WHERE sha256 NOT IN (SELECT asset FROM document_assets)').run();
  store.sql<[]>('DELETE FROM asset_bytes WHERE sha256 NOT IN (SELECT sha256 FROM assets)').run();
}
