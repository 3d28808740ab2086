/** The evidence pack as a file: names that its exporter and its importer share, and the shape of what Postil reads back. */
import { z } from 'zod';

export const evidenceFormatName = 'postil-evidence';
export const evidenceFormatVersion = 1;
/** What a pack says of itself in its head. */
export const evidenceGenerator = 'Postil evidence pack, version 1';
/** The element its data stands in. */
export const evidenceScriptId = 'postil-evidence';

/** Only what is needed to bring the archive back is looked at; the rest is for other programs. */
export const evidenceSchema = z.object({
  format: z.literal(evidenceFormatName),
  version: z.literal(evidenceFormatVersion),
  archive: z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    data: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
  }),
});
