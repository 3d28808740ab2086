/**
 * What an importer is: one format, read from bytes and a name into values. Pure:
 * no database, no network, no clock. The values go to services, which keep them.
 */
import type { ImportedBundle } from '@shared/model/bundle';
import type { ImportedConnections, ImportedDocument, SourcePassages } from '@shared/model/document';
import type { ImportLoss } from '@shared/outcome/import-loss-words';

/** A file on its way in: `name` (with its ending, perhaps with a path) helps to tell the format. */
export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * Bytes of a file that was saved beside this one and belongs to it (a page's `page_files/…`), by
   * its path relative to this one, with `/`; null when there is none or it may not be read.
   */
  readonly companion?: (path: string) => Uint8Array | null;
  /** Bytes of a part of the same file by its full address, for a page that is one of several parts. */
  readonly part?: (address: string) => Uint8Array | null;
}

/**
 * What a file turned out to hold: documents, a whole archive of Postil's own, or passages of
 * documents it does not hold. `losses`: what could not be carried.
 */
export type Imported =
  | {
      readonly holds: 'documents';
      readonly documents: readonly ImportedDocument[];
      readonly connections?: ImportedConnections;
    }
  | { readonly holds: 'archive'; readonly bundle: ImportedBundle }
  | {
      readonly holds: 'annotations';
      readonly sources: readonly SourcePassages[];
      readonly losses: readonly ImportLoss[];
      readonly connections?: ImportedConnections;
    };

export interface Importer {
  /** Stable and unique ("html"); used in tests and listings. */
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  /** Endings without the dot, lower case; no two importers share one. */
  readonly extensions: readonly string[];
  /** MIME types; the first is what its documents are kept under. */
  readonly mediaTypes: readonly string[];
  /** `text` formats are refused when the bytes are plainly binary, before `read` sees them. */
  readonly content: 'text' | 'binary';
  /** Largest file it takes, in bytes. */
  readonly maxBytes: number;
  /** Claims a file by its content, whatever its ending; certain signs only. */
  readonly detect?: (bytes: Uint8Array, name: string) => boolean;
  /**
   * Reads a file that is not empty and not too large. Same bytes and name, same value.
   *
   * @throws Failure `import/no-text`, `import/broken`, `import/too-large`, `import/cancelled`
   */
  readonly read: (file: FileToRead, signal?: AbortSignal) => Promise<Imported>;
}

/** Limit of the text formats: 64 MB, some 30 times the longest novel. */
export const maxTextBytes = 64 * 1_048_576;
