/** Pairs of articles with nearly the same text that the person keeps both of. A pair has no order: the earlier row comes first. */
import type { KeptApart } from '@shared/model/bundle';
import type { DocumentUid } from '@shared/model/ids';
import { documentKey, findDocument } from './lookup';
import type { Store } from './store';

const ordered = (one: number, other: number): [number, number] => (one < other ? [one, other] : [other, one]);

/** Whether both are to be kept. */
export const isKeptApart = (store: Store, one: number, other: number): boolean =>
  store
    .sql<[number, number], { document: number }>('SELECT document FROM kept_apart WHERE document = ? AND other = ?')
    .get(...ordered(one, other)) !== undefined;

/** @throws Failure `document/not-found` */
export function setKeptApart(store: Store, one: DocumentUid, other: DocumentUid, apart: boolean): void {
  const pair = ordered(documentKey(store, one).id, documentKey(store, other).id);
  if (pair[0] === pair[1]) return;
  const sql = apart
    ? 'INSERT INTO kept_apart (document, other) VALUES (?, ?) ON CONFLICT DO NOTHING'
    : 'DELETE FROM kept_apart WHERE document = ? AND other = ?';
  store.sql<[number, number]>(sql).run(...pair);
}

/** The pairs of which both are among some documents. `keys`: a JSON list of their rows. */
export const keptApartAmong = (store: Store, keys: string): readonly KeptApart[] =>
  store
    .sql<[{ keys: string }], { one: DocumentUid; other: DocumentUid }>(
      `SELECT a.uid AS one, b.uid AS other FROM kept_apart k JOIN documents a ON a.id = k.document JOIN documents b ON b.id = k.other
       WHERE k.document IN (SELECT value FROM json_each(:keys)) AND k.other IN (SELECT value FROM json_each(:keys))
       ORDER BY k.document, k.other`,
    )
    .all({ keys })
    .map(({ one, other }) => [one, other]);

/** Adds pairs of a file, as far as both are here. */
export function insertKeptApart(store: Store, pairs: readonly KeptApart[]): void {
  for (const [one, other] of pairs)
    if (findDocument(store, one) !== undefined && findDocument(store, other) !== undefined)
      setKeptApart(store, one, other, true);
}
