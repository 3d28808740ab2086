/** What the archive writes of a document, made ready beforehand, perhaps in another thread. */
import type { Body } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import type { Packed } from './packing';

/** A body in the form it is stored in, with what is derived from it. */
export interface PreparedBody {
  readonly body: Body;
  /** Its JSON, packed. */
  readonly packed: Uint8Array;
  readonly sha256: Sha256;
  readonly text: string;
  readonly textHash: string;
  readonly excerpt: string;
}

/** Values of a full-text row, in the order of its columns: tokens in UTF-8 with one space between, as FTS5 takes them. */
export type IndexRow = readonly Uint8Array[];

/** A document made ready to be written. */
export interface PreparedImport {
  readonly body: PreparedBody;
  /** What the full text holds of it when it is new. */
  readonly indexRow: IndexRow;
  readonly original: { readonly sha256: Sha256; readonly packed: Packed } | null;
}
