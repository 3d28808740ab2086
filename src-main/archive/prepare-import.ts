/**
 * What can be made of an imported document before it meets the archive, so that another
 * thread may make it: the packed body, hashes, index row and packed original. Pure.
 */
import type { ImportedDocument } from '@shared/model/document';
import type { OriginalBytes } from './archive-api';
import { rowOfDocument } from './index-rows';
import { cleanLabels } from './labels';
import { pack } from './packing';
import type { PreparedImport } from './prepared-import';
import { sha256Of } from './sha256';
import { cleanMetadata, oneLine, prepareBody } from './write-document';

/** Makes an imported document ready. `original`: the bytes it came from, when they are to be kept with it. */
export function prepareImport(
  { title, metadata, labels, body: given }: ImportedDocument,
  original: OriginalBytes | null,
): PreparedImport {
  const body = prepareBody(given);
  const { authors, site, language } = cleanMetadata(metadata);
  const content = { title: oneLine(title), authors, site, language, text: body.text, labels: cleanLabels(labels) };
  return {
    body,
    indexRow: rowOfDocument(content),
    original: original === null ? null : { sha256: sha256Of(original.bytes), packed: pack(original.bytes) },
  };
}
