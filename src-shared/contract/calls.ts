/**
 * Every call between a window and the archive, declared once: name → input schema
 * and output type. The handler table in services is checked against it by the
 * compiler; the host checks every message against the schema.
 */
import { z } from 'zod';
import type { Annotation, Link } from '../model/annotation';
import type { Collection, DocumentSummary } from '../model/document';
import type { DocumentUid } from '../model/ids';
import { type Copied, copyForms } from '../quotes/copied-quotes';
import type { ArchiveInfo, ArchiveStats } from './archive-shapes';
import { bodyCalls } from './body-calls';
import { type Call, call, command } from './call';
import type { AnnotationView, DateProposal, DocumentPage, DocumentView, LibraryCounts } from './document-shapes';
import { duplicateCalls } from './duplicate-calls';
import type { RunningJob } from './events';
import { exportLanguages } from './export-choices';
import type { ExportFormat, ExportPreview } from './export-shapes';
import type { Heard, JsonOf } from './json-of';
import { keepingCalls } from './keeping-calls';
import type { PackedView } from './packed-view';
import {
  address,
  annotationId,
  bodySchema,
  collectionId,
  count,
  documentId,
  kindId,
  linkId,
  list,
  offset,
  relationId,
  selectorSchema,
  shortText,
  text,
} from './schemas';
import { aroundSearchCalls } from './search-calls';
import type { SearchResult } from './search-shapes';
import { searchSorts } from './search-shapes';
import { watchCalls } from './watch-calls';

const nothing = z.strictObject({});
const label = shortText.min(1);
const fields = z.record(z.string().max(64), text);

/** What part of the library a list shows. */
export const scopeSchema = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('all') }),
  z.strictObject({ in: z.literal('articles') }),
  z.strictObject({ in: z.literal('notes') }),
  z.strictObject({ in: z.literal('bin') }),
  z.strictObject({ in: z.literal('kind'), kind: kindId }),
  z.strictObject({ in: z.literal('orphans') }),
  z.strictObject({ in: z.literal('label'), label }),
  z.strictObject({ in: z.literal('collection'), collection: collectionId }),
]);
export type Scope = z.output<typeof scopeSchema>;

export const listSorts = ['added', 'updated', 'date', 'title', 'site'] as const;
export type ListSort = (typeof listSorts)[number];

/** Which documents an export takes. */
export const selectionSchema = z.discriminatedUnion('take', [
  z.strictObject({ take: z.literal('all') }),
  z.strictObject({ take: z.literal('documents'), documents: list(documentId) }),
  z.strictObject({ take: z.literal('query'), query: text }),
  /** With the collections inside it. */
  z.strictObject({ take: z.literal('collection'), collection: collectionId }),
]);
export type ExportSelection = z.output<typeof selectionSchema>;

const exportChoices = z.strictObject({
  language: z.enum(exportLanguages),
  values: z.record(z.string().max(64), z.array(z.string().max(64)).max(100).readonly()).readonly(),
});
const whatToExport = {
  format: shortText,
  selection: selectionSchema,
  /** The defaults when left out. */
  choices: exportChoices.optional(),
} as const;

const metadataPatch = z.strictObject({
  authors: list(shortText).optional(),
  site: shortText.optional(),
  url: z.union([address, z.literal('')]).optional(),
  date: shortText.optional(),
  language: shortText.optional(),
  description: text.optional(),
});

const passage = { start: offset, end: offset, exact: text } as const;
const annotationChange = {
  uid: annotationId,
  kind: kindId.optional(),
  comment: text.optional(),
  labels: list(label).optional(),
  fields: fields.optional(),
} as const;

export const calls = {
  archiveInfo: call(nothing)<ArchiveInfo>(),
  stats: call(nothing)<ArchiveStats>(),
  ...keepingCalls,
  libraryCounts: call(nothing)<LibraryCounts>(),

  listDocuments: call(
    z.strictObject({
      scope: scopeSchema,
      sort: z.enum(listSorts),
      descending: z.boolean(),
      offset: count,
      limit: count.max(500),
    }),
  )<DocumentPage>(),
  openDocument: call(z.strictObject({ uid: documentId }))<DocumentView>(),
  /** What `openDocument` answers, packed: a window has it soonest this way. */
  readView: call(z.strictObject({ uid: documentId }))<JsonOf<PackedView>>(),
  /** Documents by the beginning of any word of their title, for mentions and pickers. */
  findTitles: call(z.strictObject({ text: shortText, limit: count.max(100) }))<readonly DocumentSummary[]>(),
  /** Passages by words of their quote or comment; most recent first when `text` is empty. */
  findAnnotations: call(z.strictObject({ text: shortText, limit: count.max(100) }))<readonly AnnotationView[]>(),
  getAnnotation: call(z.strictObject({ uid: annotationId }))<AnnotationView>(),
  /** Each as {@link AnnotationView}, in the order asked for; null for one that is deleted or was never here. */
  getAnnotations: call(z.strictObject({ uids: list(annotationId) }))<readonly (AnnotationView | null)[]>(),

  createNote: command(
    z.strictObject({ title: shortText, body: bodySchema.optional(), collection: collectionId.optional() }),
  )<{
    readonly uid: DocumentUid;
  }>(),
  ...bodyCalls,
  renameDocument: command(z.strictObject({ uid: documentId, title: shortText }))<null>(),
  updateMetadata: command(z.strictObject({ uid: documentId, metadata: metadataPatch }))<null>(),
  setDocumentLabels: command(z.strictObject({ uid: documentId, labels: list(label) }))<null>(),
  binDocuments: command(z.strictObject({ uids: list(documentId) }))<null>(),
  restoreDocuments: command(z.strictObject({ uids: list(documentId) }))<null>(),
  /** Deletes for good; only documents in the bin. */
  purgeDocuments: command(z.strictObject({ uids: list(documentId) }))<null>(),

  annotate: command(
    z.strictObject({
      document: documentId,
      /** With the passage as the caller sees it; refused when the text has changed under it. */
      ...passage,
      kind: kindId,
      comment: text.optional(),
      labels: list(label).optional(),
      fields: fields.optional(),
    }),
  )<Annotation>(),
  /** Tags several passages of one document alike, as every occurrence of a phrase, in one transaction. */
  annotateAll: command(
    z.strictObject({
      document: documentId,
      passages: z.array(z.strictObject(passage)).max(10_000).readonly(),
      kind: kindId,
      labels: list(label).optional(),
      fields: fields.optional(),
    }),
  )<readonly Annotation[]>(),
  updateAnnotation: command(z.strictObject(annotationChange))<Annotation>(),
  /** Changes several annotations in one transaction; what a change leaves out stays as it is. */
  updateAnnotations: command(z.strictObject({ changes: list(z.strictObject(annotationChange)) }))<
    readonly Annotation[]
  >(),
  /** Values a text field of a kind has in the archive: those with a word that begins with `startsWith`, most used first. */
  listFieldValues: call(
    z.strictObject({ kind: kindId, field: shortText, startsWith: shortText, limit: count.max(100) }),
  )<readonly string[]>(),
  /** Dates the passage names, best first, worked out from its article's date; empty when it names none. */
  proposeDates: call(z.strictObject({ document: documentId, start: offset, end: offset }))<readonly DateProposal[]>(),
  /** Gives an annotation a new place, as when an orphan is attached again. */
  placeAnnotation: command(z.strictObject({ uid: annotationId, ...passage }))<Annotation>(),
  /** Takes such a place back: an orphan again, looked for by the selector it had before. */
  unplaceAnnotation: command(z.strictObject({ uid: annotationId, selector: selectorSchema }))<Annotation>(),
  deleteAnnotations: command(z.strictObject({ uids: list(annotationId) }))<null>(),
  /** Takes back a deletion. */
  restoreAnnotations: command(z.strictObject({ uids: list(annotationId) }))<null>(),
  listLabels: call(z.strictObject({ startsWith: shortText, limit: count.max(100) }))<readonly string[]>(),

  link: command(
    z.strictObject({
      from: annotationId,
      to: z.union([z.strictObject({ annotation: annotationId }), z.strictObject({ document: documentId })]),
      relation: relationId,
      /** Given when an unlinking is taken back: the link is the same one again. */
      uid: linkId.optional(),
    }),
  )<Link>(),
  unlink: command(z.strictObject({ uid: linkId }))<null>(),

  createCollection: command(z.strictObject({ name: shortText.min(1), parent: collectionId.nullable() }))<Collection>(),
  renameCollection: command(z.strictObject({ uid: collectionId, name: shortText.min(1) }))<null>(),
  moveCollection: command(z.strictObject({ uid: collectionId, parent: collectionId.nullable() }))<null>(),
  /** Its documents stay; its sub-collections move up to its parent. */
  deleteCollection: command(z.strictObject({ uid: collectionId }))<null>(),
  addToCollection: command(z.strictObject({ collection: collectionId, documents: list(documentId) }))<null>(),
  removeFromCollection: command(z.strictObject({ collection: collectionId, documents: list(documentId) }))<null>(),

  search: call(
    z.strictObject({
      query: text,
      limit: count.max(500),
      offset: count,
      sort: z.enum(searchSorts),
      scope: scopeSchema.optional(),
      /** Searches inside what this other query finds. */
      within: text.optional(),
      /** Documents or passages alone; both when left out. */
      only: z.enum(['documents', 'passages']).optional(),
      /** Counts the hits by type, year, label …; see `Facets`. */
      facets: z.boolean().optional(),
      /** False: names are not searched by their aliases, but for `~name`. */
      expand: z.boolean().optional(),
    }),
  )<SearchResult>(),
  ...aroundSearchCalls,
  ...duplicateCalls,
  ...watchCalls,

  /**
   * Imports what a dialog or a drop granted (see shell.ts); progress and report come as events.
   * `into`: the one file granted becomes this document's newest version, whatever its address or title.
   */
  startImport: call(
    z.strictObject({ grant: shortText, collection: collectionId.optional(), into: documentId.optional() }),
  )<{
    readonly job: string;
  }>(),
  /** Imports pasted content. HTML is cleaned like a file's. */
  startPaste: call(
    z.strictObject({
      html: z
        .string()
        .max(16 * 1_048_576)
        .optional(),
      text: z.string().max(16 * 1_048_576),
    }),
  )<{
    readonly job: string;
  }>(),
  /** Imports the sample articles that come with the program. */
  startSamples: call(nothing)<{ readonly job: string }>(),
  startExport: call(z.strictObject({ ...whatToExport, grant: shortText }))<{ readonly job: string }>(),
  cancelJob: call(z.strictObject({ job: shortText }))<null>(),
  /** For a window that did not start them. */
  runningJobs: call(nothing)<readonly RunningJob[]>(),
  exportFormats: call(nothing)<readonly ExportFormat[]>(),
  /** What an export would write and lose, before anything is written: how much, under which names, and how its first file begins. */
  exportPreview: call(z.strictObject(whatToExport))<ExportPreview>(),
  /** A document for the clipboard, with its quotations’ citations, in words of a language. */
  copyDocument: call(
    z.strictObject({ uid: documentId, form: z.enum(copyForms), language: z.enum(exportLanguages) }),
  )<Copied>(),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller passes. */
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
/** What a handler receives, checked. */
export type CheckedInput<N extends CallName> = z.output<Calls[N]['input']>;
/** What a handler answers. */
export type CallAnswer<N extends CallName> = Calls[N] extends Call<z.ZodType, infer O> ? O : never;
/** What the caller hears of it. */
export type CallOutput<N extends CallName> = Calls[N] extends Call<z.ZodType, infer O> ? Heard<O> : never;

/** A table with a handler for each call. */
export type Handlers = {
  readonly [N in CallName]: (input: CheckedInput<N>) => CallAnswer<N> | Promise<CallAnswer<N>>;
};
