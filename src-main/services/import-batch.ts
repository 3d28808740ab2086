/**
 * Parsed files into the archive, a few a transaction, and what came of each into the
 * report. Knows no file system and no parser.
 */
import type { GrowingReport } from '@shared/contract/import-report';
import type { Link } from '@shared/model/annotation';
import type { ImportedConnections, ImportedDocument } from '@shared/model/document';
import type { CollectionUid, DocumentUid } from '@shared/model/ids';
import { retargeted } from '@shared/model/retargeted';
import { assertNever, type ErrorData, Failure } from '@shared/outcome/outcome';
import { textOf } from '@shared/text/canonical-text';
import type { Archive, InsertOutcome, OriginalBytes } from '../archive/archive-api';
import { errorDataOf } from './jobs';
import type { Parse, Parsed } from './services-api';

/**
 * Documents a transaction, and the most bytes of originals in one: other calls wait some 60 ms for it. Half as many take
 * a twelfth more time, twice as many a sixth less.
 */
const batchFiles = 128;
/** The first transaction of an import takes fewer, each next one twice as many: what comes in is seen, and kept, soon. */
const firstBatchFiles = 16;
const batchBytes = 8 * 1_048_576;

export interface Importing {
  readonly archive: Archive;
  readonly parse: Parse;
  /** Largest file of this name that is read, in bytes. */
  readonly maxFileBytes: (name: string) => number;
  /** Tells by a file's name whether any importer takes it; what a person picked is looked at in any case. */
  readonly isSupported: (name: string) => boolean;
  readonly onBug: (error: unknown) => void;
}

/** Bytes with a name, from a file or the clipboard, and the place they are listed under in the report. */
export interface Content {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file read and parsed, or why not. */
export type Prepared =
  | { readonly ok: true; readonly content: Content; readonly parsed: Parsed }
  | { readonly ok: false; readonly error: ErrorData };

interface Waiting {
  readonly path: string;
  readonly prepared: Extract<Prepared, { ok: true }>;
  readonly document: ImportedDocument;
}

/** Files waiting to be written together. Each `add` and `flush` answers the failure when the archive can take no more. */
export class Batch {
  readonly #importing: Importing;
  readonly #report: GrowingReport;
  readonly #collection: CollectionUid | undefined;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #mostFiles = firstBatchFiles;
  /** Links that files state: their other end may be in a file that comes later. */
  readonly #links: Link[] = [];

  constructor(importing: Importing, report: GrowingReport, collection: CollectionUid | undefined) {
    this.#importing = importing;
    this.#report = report;
    this.#collection = collection;
  }

  add(path: string, prepared: Prepared): ErrorData | null {
    if (prepared.ok && 'connections' in prepared.parsed)
      this.#links.push(...(prepared.parsed.connections?.links ?? []));
    const document = prepared.ok ? onlyDocument(prepared.parsed) : null;
    if (!prepared.ok || document === null) {
      const stopped = this.flush();
      if (stopped === null) return addPrepared(this.#importing, this.#report, path, prepared, this.#collection);
      this.#report.failed.push({ path, ...reasonOf(prepared.ok ? stopped : prepared.error) });
      return stopped;
    }
    this.#waiting.push({ path, prepared, document });
    this.#bytes += prepared.content.bytes.byteLength;
    for (const { bytes } of document.assets ?? []) this.#bytes += bytes.byteLength;
    return this.#waiting.length < this.#mostFiles && this.#bytes < batchBytes ? null : this.flush();
  }

  /** Writes what waits in one transaction; when that fails, one by one, so that only the file at fault is refused. */
  flush(): ErrorData | null {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    if (waiting.length === 0) return null;
    this.#mostFiles = Math.min(2 * this.#mostFiles, batchFiles);
    try {
      const items = waiting.map(({ prepared: { content, parsed }, document }) => ({
        document,
        original: keptOriginal(content, document),
        prepared: parsed.holds === 'documents' ? parsed.prepared : undefined,
      }));
      const outcomes = this.#importing.archive.insertAllImported(items, this.#collection);
      for (const [index, { path, document }] of waiting.entries())
        addOutcome(this.#report, path, document, outcomes[index]);
      return null;
    } catch (error) {
      if (!(error instanceof Failure)) this.#importing.onBug(error);
      return this.#oneByOne(waiting);
    }
  }

  /** Writes what waits, and makes the links whose ends have all come in by now; the last call. */
  finish(): void {
    if (this.flush() !== null || this.#links.length === 0) return;
    try {
      connect(this.#importing.archive, [], { links: this.#links, collections: [], memberships: [] });
    } catch (error) {
      // The documents are in; the links are made when one of their files comes in again.
      this.#importing.onBug(error);
    }
  }

  #oneByOne(waiting: readonly Waiting[]): ErrorData | null {
    for (const [index, { path, prepared }] of waiting.entries()) {
      const stopped = addPrepared(this.#importing, this.#report, path, prepared, this.#collection);
      if (stopped === null) continue;
      this.#report.failed.push(...waiting.slice(index + 1).map((left) => ({ path: left.path, ...reasonOf(stopped) })));
      return stopped;
    }
    return null;
  }
}

/** The document of a file that holds just one, the usual case; null for all others. */
function onlyDocument(parsed: Parsed): ImportedDocument | null {
  if (parsed.holds !== 'documents' || parsed.documents.length !== 1 || parsed.connections) return null;
  return parsed.documents[0] ?? null;
}

/** What a report says of a failure. */
export const reasonOf = ({ code, message }: ErrorData): Pick<ErrorData, 'code' | 'message'> => ({ code, message });

/** Writes one file's content; returns the failure when the archive can take no more. */
export function addPrepared(
  importing: Importing,
  report: GrowingReport,
  path: string,
  prepared: Prepared,
  collection?: CollectionUid,
): ErrorData | null {
  if (!prepared.ok) {
    report.failed.push({ path, code: prepared.error.code, message: prepared.error.message });
    return null;
  }
  try {
    const { content, parsed } = prepared;
    addParsed(importing.archive, report, { ...content, path }, parsed, collection);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) importing.onBug(error);
    const data = errorDataOf(error);
    report.failed.push({ path, code: data.code, message: data.message });
    return data.code.startsWith('archive/') ? data : null;
  }
}

function addParsed(
  archive: Archive,
  report: GrowingReport,
  content: Content,
  parsed: Parsed,
  collection: CollectionUid | undefined,
): void {
  switch (parsed.holds) {
    case 'documents':
      addDocuments(archive, report, content, parsed, collection);
      return;
    case 'archive':
      addBundle(archive, report, content.path, parsed);
      return;
    case 'annotations':
      addAnnotations(archive, report, content.path, parsed);
      return;
    default:
      assertNever(parsed);
  }
}

function addDocuments(
  archive: Archive,
  report: GrowingReport,
  content: Content,
  { documents, connections }: Extract<Parsed, { holds: 'documents' }>,
  collection?: CollectionUid,
): void {
  const uids: DocumentUid[] = [];
  // What became part of a document that is here goes by that one's id.
  const moved = new Map<DocumentUid, DocumentUid>();
  for (const [index, read] of documents.entries()) {
    const document = moved.size === 0 ? read : { ...read, body: retargeted(read.body, moved) };
    // The file is the original of its first document; further ones come from the same bytes.
    const original = index === 0 ? keptOriginal(content, document) : null;
    const outcome = archive.insertImported(document, original, collection);
    addOutcome(report, content.path, document, outcome);
    if (outcome.did === 'nothing') return;
    uids.push(outcome.uid);
    if (read.uid !== undefined && read.uid !== outcome.uid) moved.set(read.uid, outcome.uid);
  }
  connect(archive, uids, connections && { ...connections, links: connections.links.map((link) => ledTo(link, moved)) });
}

function ledTo(link: Link, moved: ReadonlyMap<DocumentUid, DocumentUid>): Link {
  const document = 'document' in link.to ? moved.get(link.to.document) : undefined;
  return document === undefined ? link : { ...link, to: { document } };
}

/** Makes the links and collections a file states, of its documents as they are in the archive now. */
function connect(archive: Archive, uids: readonly DocumentUid[], connections: ImportedConnections | undefined): void {
  if (connections === undefined) return;
  const { links, collections } = connections;
  const memberships = connections.memberships.flatMap(({ collection, document }) => {
    const uid = uids[document];
    return uid === undefined ? [] : [{ collection, document: uid }];
  });
  const nothing = { documents: [], annotations: [], originals: new Map(), assets: new Map(), histories: new Map() };
  archive.insertBundle({ ...nothing, links, collections, memberships });
}

/** Null for a reference without words: a list of references is no original of the first of them. */
const keptOriginal = (content: Content, document: ImportedDocument): OriginalBytes | null =>
  textOf(document.body) === '' ? null : originalOf(content, document);

/** A file as it is kept with its document. */
export const originalOf = (
  { bytes, name }: Pick<Content, 'bytes' | 'name'>,
  { mediaType }: ImportedDocument,
): OriginalBytes => ({
  bytes,
  fileName: name,
  mediaType,
});

function addOutcome(
  report: GrowingReport,
  path: string,
  document: ImportedDocument,
  outcome: InsertOutcome | undefined,
): void {
  if (outcome === undefined) throw new Error('The archive answered for fewer documents than it was given.');
  switch (outcome.did) {
    case 'insert': {
      const { title, metadata, losses, annotations = [] } = document;
      const { language: lang } = metadata;
      report.imported.push({ uid: outcome.uid, path, title, lang, losses, passages: annotations.length });
      return;
    }
    case 'update': {
      const { did: _, ...version } = outcome;
      report.updated.push({ ...version, path, losses: document.losses });
      return;
    }
    case 'join': {
      const { did: _, ...joined } = outcome;
      if (joined.attached + joined.orphaned === 0)
        report.skipped.push({ path, reason: 'already-here', uid: joined.uid, title: joined.title });
      else report.annotated.push({ ...joined, path, losses: document.losses });
      return;
    }
    case 'nothing':
      report.skipped.push({ path, reason: 'already-here', uid: outcome.uid, title: outcome.title });
      return;
    default:
      assertNever(outcome);
  }
}

function addAnnotations(
  archive: Archive,
  report: GrowingReport,
  path: string,
  { sources, losses, connections }: Extract<Parsed, { holds: 'annotations' }>,
): void {
  const outcomes = archive.attachAnnotations(sources);
  // What the file as a whole could not bring is said once, with the first of its documents.
  let unsaid = losses;
  for (const [index, { title, url, passages }] of sources.entries()) {
    const outcome = outcomes[index];
    if (outcome === null || outcome === undefined) {
      report.missing.push({ path, title, url, passages: passages.length, losses: unsaid });
    } else {
      report.annotated.push({ ...outcome, path, losses: unsaid });
    }
    unsaid = [];
  }
  connect(archive, [], connections);
}

function addBundle(
  archive: Archive,
  report: GrowingReport,
  path: string,
  parsed: Extract<Parsed, { holds: 'archive' }>,
): void {
  const outcome = archive.insertBundle(parsed.bundle);
  for (const { uid, title, lang } of outcome.inserted)
    report.imported.push({ uid, path, title, lang, losses: [], passages: 0 });
  for (const { uid, title } of outcome.skipped) report.skipped.push({ path, reason: 'already-here', uid, title });
}
