/** Building blocks of the calls' input schemas: strict and bounded (docs/security: messages). */
import { z } from 'zod';
import { isKindId, type KindId } from '../kinds/kinds';
import { isRelationId, type RelationId } from '../kinds/relations';
import type { Block, Body, Inline } from '../model/block';
import { bodyVersion, longestPageLabel, marks } from '../model/block';
import {
  aliasUid,
  annotationUid,
  collectionUid,
  documentUid,
  isUid,
  linkUid,
  savedSearchUid,
  sha256Hex,
} from '../model/ids';

/** Longest string in a message that is not a body: one megabyte of code units. */
const maxString = 1_048_576;
/** Longest text of one block; a body as a whole is bounded by the message. */
const maxBlockText = 64 * 1_048_576;
const maxItems = 10_000;
const maxBlocks = 1_000_000;

export const text = z.string().max(maxString);
export const shortText = z.string().max(4096);
export const list = <T extends z.ZodType>(item: T) => z.array(item).max(maxItems).readonly();

const uid = z.string().refine(isUid, 'not a uid');
export const documentId = uid.transform(documentUid);
export const annotationId = uid.transform(annotationUid);
export const linkId = uid.transform(linkUid);
export const collectionId = uid.transform(collectionUid);
export const savedSearchId = uid.transform(savedSearchUid);
export const aliasId = uid.transform(aliasUid);

export const kindId = z.custom<KindId>((value) => typeof value === 'string' && isKindId(value), 'not a kind');
export const relationId = z.custom<RelationId>(
  (value) => typeof value === 'string' && isRelationId(value),
  'not a relation',
);
export const offset = z.number().int().min(0).max(1_000_000_000);
export const count = z.number().int().min(0).max(1_000_000_000);

/** Where a passage stood and between what, as the archive tells it. */
export const selectorSchema = z.strictObject({
  start: offset,
  end: offset,
  exact: text,
  prefix: shortText,
  suffix: shortText,
  textHash: shortText,
});

/** Only addresses a person may follow; never script, data or file. */
export const address = z
  .string()
  .max(65_536)
  .regex(/^(https?:\/\/|mailto:)/i);

const blockText = z.string().max(maxBlockText);
const textRun = z.strictObject({
  type: z.literal('text'),
  text: blockText,
  marks: z.array(z.enum(marks)).max(marks.length).readonly().exactOptional(),
  link: address.exactOptional(),
  page: z.string().min(1).max(longestPageLabel).exactOptional(),
});
const mention = z.strictObject({
  type: z.literal('mention'),
  text: shortText,
  target: z.union([z.strictObject({ document: documentId }), z.strictObject({ annotation: annotationId })]),
});
const inline: z.ZodType<Inline, unknown> = z.discriminatedUnion('type', [textRun, mention]);
const inlines = z.array(inline).max(maxBlocks).readonly();
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);

const block: z.ZodType<Block, unknown> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), inlines }),
    z.strictObject({ type: z.literal('heading'), level, inlines }),
    z.strictObject({ type: z.literal('quote'), inlines }),
    z.strictObject({
      type: z.literal('listItem'),
      list: z.enum(['bulleted', 'ordered', 'checked']),
      depth: z.number().int().min(0).max(32),
      checked: z.boolean().exactOptional(),
      inlines,
    }),
    z.strictObject({ type: z.literal('code'), language: shortText.exactOptional(), text: blockText }),
    z.strictObject({
      type: z.literal('table'),
      rows: z
        .array(
          z.strictObject({
            cells: z
              .array(z.strictObject({ header: z.boolean(), blocks: z.array(block).max(maxItems).readonly() }))
              .max(maxItems)
              .readonly(),
          }),
        )
        .max(maxBlocks)
        .readonly(),
    }),
    z.strictObject({
      type: z.literal('image'),
      asset: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .transform(sha256Hex)
        .nullable(),
      alt: text,
      inlines,
    }),
    z.strictObject({ type: z.literal('rule') }),
    z.strictObject({
      type: z.literal('passage'),
      annotation: annotationId,
      document: documentId,
      text: blockText,
      source: blockText.exactOptional(),
      kept: z.literal(true).exactOptional(),
    }),
  ]),
);

/** Blocks of a body. */
export const blocksSchema = z.array(block).max(maxBlocks).readonly();

/** A body as it may arrive from a window or a file. */
export const bodySchema: z.ZodType<Body, unknown> = z.strictObject({
  version: z.literal(bodyVersion),
  blocks: blocksSchema,
});
