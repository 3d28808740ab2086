/**
 * The native exchange format, `.postil.zip` (docs/native-format.md): names, limits and
 * schemas that its writer (src-main/export) and its reader (src-main/import) share.
 */
import { z } from 'zod';
import type { Annotation, Link } from '../model/annotation';
import { type AssetInfo, assetExtensions } from '../model/asset';
import type { History, ImportedBundle, KeptApart } from '../model/bundle';
import type { Document } from '../model/document';
import { type CollectionUid, sha256Hex } from '../model/ids';
import type { KeptSearches } from '../model/kept-searches';
import {
  aliasId,
  annotationId,
  bodySchema,
  collectionId,
  documentId,
  kindId,
  linkId,
  list,
  offset,
  relationId,
  savedSearchId,
  shortText,
  text,
} from './schemas';

/** What `manifest.json` names the format. */
export const nativeFormatName = 'postil-archive';
/** Version this program writes. 2 added histories, 3 what is kept for searching, 4 pictures and pairs kept apart; it reads the earlier ones too. */
export const nativeFormatVersion = 4;
/** Ending of the file, without the leading dot. */
export const nativeExtension = 'postil.zip';

export const nativePaths = {
  manifest: 'manifest.json',
  annotations: 'annotations.json',
  links: 'links.json',
  collections: 'collections.json',
  searches: 'searches.json',
  keptApart: 'kept-apart.json',
  document: (uid: string): string => `documents/${uid}.json`,
  documentForReading: (uid: string): string => `documents/${uid}.md`,
  history: (uid: string): string => `history/${uid}.json`,
  original: (sha256: string): string => `originals/${sha256}`,
  asset: ({ sha256, mediaType }: Pick<AssetInfo, 'sha256' | 'mediaType'>): string =>
    `assets/${sha256}.${assetExtensions[mediaType]}`,
} as const;

/**
 * What a reader accepts, and so what a writer keeps to. Other zip imports stop at
 * 20,000 entries; here an article makes three or four, and archives of 100,000 must come back.
 */
export const nativeLimits = {
  entries: 500_000,
  totalBytes: 2 * 1024 ** 3,
  entryBytes: 512 * 1024 ** 2,
  /** Largest unpacked : packed of an entry beyond `ratioFreeBytes`; the writer stores what packs tighter. */
  ratio: 200,
  ratioFreeBytes: 10 * 1024 ** 2,
} as const;

const timeMs = z.number().int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000);
const sizeBytes = z.number().int().min(0).max(nativeLimits.entryBytes);
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'not a SHA-256')
  .transform(sha256Hex);
/** Canonical text of one document; as a body it is bounded by the entry's size. */
const longText = z.string().max(nativeLimits.entryBytes);
const rows = <T extends z.ZodType>(row: T) => z.array(row).max(10_000_000).readonly();

export const manifestSchema = z.strictObject({
  format: z.literal(nativeFormatName),
  version: z.literal([1, 2, 3, nativeFormatVersion]),
  archiveName: z.string(),
  exportedAtMs: timeMs,
  files: rows(z.strictObject({ path: z.string().max(256), sha256, sizeBytes })),
});
export type NativeManifest = z.output<typeof manifestSchema>;

export const documentSchema: z.ZodType<Document, unknown> = z.strictObject({
  uid: documentId,
  type: z.enum(['article', 'note']),
  title: text,
  metadata: z.strictObject({
    authors: list(text),
    site: text,
    url: text.regex(/^(https?:\/\/|mailto:|$)/i, 'not an address'),
    date: shortText,
    language: shortText,
    description: text,
  }),
  body: bodySchema,
  text: longText,
  labels: list(text),
  originals: list(z.strictObject({ sha256, fileName: text, mediaType: shortText, sizeBytes, capturedAtMs: timeMs })),
  revision: z.number().int().min(0),
  createdAtMs: timeMs,
  updatedAtMs: timeMs,
  deletedAtMs: timeMs.nullable(),
});

const origin = { savedAtMs: timeMs, reason: z.enum(['edit', 'import', 'restore']) } as const;
const revision = z.number().int().min(0);
/** What came before a document's present body. */
export const historySchema: z.ZodType<History, unknown> = z.strictObject({
  present: z.strictObject(origin),
  earlier: rows(z.strictObject({ revision, ...origin, title: text, body: bodySchema })),
});

const annotationSchema: z.ZodType<Annotation, unknown> = z.strictObject({
  uid: annotationId,
  document: documentId,
  kind: kindId,
  selector: z.strictObject({
    start: offset,
    end: offset,
    exact: longText,
    prefix: text,
    suffix: text,
    textHash: shortText,
  }),
  orphaned: z.boolean(),
  comment: longText,
  labels: list(text),
  fields: z.record(z.string().max(64), longText),
  createdAtMs: timeMs,
  updatedAtMs: timeMs,
});
export const annotationsSchema = rows(annotationSchema);

const linkSchema: z.ZodType<Link, unknown> = z.strictObject({
  uid: linkId,
  from: annotationId,
  to: z.union([z.strictObject({ annotation: annotationId }), z.strictObject({ document: documentId })]),
  relation: relationId,
  createdAtMs: timeMs,
});
export const linksSchema = rows(linkSchema);

/** A collection without its count, which follows from the memberships. */
export interface NativeCollection {
  readonly uid: CollectionUid;
  readonly parent: CollectionUid | null;
  readonly name: string;
}
const membershipsSchema: z.ZodType<ImportedBundle['memberships'], unknown> = rows(
  z.strictObject({ collection: collectionId, document: documentId }),
);
export const collectionsSchema = z.strictObject({
  collections: rows(z.strictObject({ uid: collectionId, parent: collectionId.nullable(), name: text })),
  memberships: membershipsSchema,
});

/** Pairs of articles with nearly the same text, both to be kept; the file is there when there are any. */
export const keptApartSchema: z.ZodType<readonly KeptApart[], unknown> = rows(
  z.tuple([documentId, documentId]).readonly(),
);

const name = shortText.min(1);
/** What is kept for searching; the file is there when anything is. */
export const searchesSchema: z.ZodType<KeptSearches, unknown> = z.strictObject({
  saved: rows(z.strictObject({ uid: savedSearchId, name, query: text, sort: z.enum(['relevance', 'date', 'added']) })),
  aliases: rows(z.strictObject({ uid: aliasId, names: z.array(name).min(2).max(50).readonly() })),
});
