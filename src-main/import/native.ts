/**
 * Reads the native format, `.postil.zip`, back into a bundle (docs/native-format.md).
 * Trusts nothing of the file: names, sizes and ratios before unpacking, every hash of
 * the manifest, every value against its schema, every reference inside the file.
 */
import { createHash } from 'node:crypto';
import {
  annotationsSchema,
  collectionsSchema,
  documentSchema,
  historySchema,
  keptApartSchema,
  linksSchema,
  manifestSchema,
  type NativeManifest,
  nativeLimits,
  nativePaths,
  searchesSchema,
} from '@shared/contract/native-format';
import { acceptImage } from '@shared/images/accept-image';
import type { Asset } from '@shared/model/asset';
import type { History, ImportedBundle } from '@shared/model/bundle';
import type { Collection, Document } from '@shared/model/document';
import { type DocumentUid, documentUid, type Sha256 } from '@shared/model/ids';
import { Failure, failure, type Outcome, success } from '@shared/outcome/outcome';
import { textOf } from '@shared/text/canonical-text';
import type { z } from 'zod';
import { broken } from './broken-archive';
import { CheckedZip, reasonOf } from './checked-zip';
import type { Importer } from './importer';

function parseJson<T extends z.ZodType>(entry: string, bytes: Uint8Array, schema: T): z.output<T> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw broken(entry, `${issue?.path.join('.') || 'the value'}: ${issue?.message ?? 'is not as expected'}`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Not JSON, not UTF-8, or nested so deep that the stack ran out.
    throw broken(entry, `the content can’t be read (${reasonOf(error)})`, error);
  }
}

async function readManifest(zip: CheckedZip): Promise<NativeManifest> {
  if (![...zip.names()].includes(nativePaths.manifest)) {
    throw broken(nativePaths.manifest, 'the entry is missing; the file is another kind of zip');
  }
  const bytes = await zip.read(nativePaths.manifest);
  const manifest = parseJson(nativePaths.manifest, bytes, manifestSchema);
  const listed = new Set([nativePaths.manifest as string]);
  for (const { path } of manifest.files) {
    if (listed.has(path)) throw broken(path, 'the manifest lists it twice');
    listed.add(path);
  }
  for (const name of zip.names()) if (!listed.has(name)) throw broken(name, 'the manifest does not list it');
  return manifest;
}

interface Contents {
  readonly documents: readonly Document[];
  readonly histories: ReadonlyMap<DocumentUid, History>;
  readonly originals: ReadonlyMap<Sha256, Uint8Array>;
  readonly assets: ReadonlyMap<Sha256, Asset>;
  readonly single: ReadonlyMap<string, Uint8Array>;
}

/** Unpacks every listed file once, checks its hash, and keeps what is needed of it. */
async function readContents(zip: CheckedZip, manifest: NativeManifest): Promise<Contents> {
  const documents: Document[] = [];
  const histories = new Map<DocumentUid, History>();
  const originals = new Map<Sha256, Uint8Array>();
  const assets = new Map<Sha256, Asset>();
  const single = new Map<string, Uint8Array>();
  for (const { path, sha256, sizeBytes } of manifest.files) {
    const bytes = await zip.read(path);
    if (bytes.length !== sizeBytes || createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw broken(path, 'the content is not what the manifest vouches for');
    }
    if (path.startsWith('originals/')) {
      if (path !== nativePaths.original(sha256)) throw broken(path, 'the name is not the content’s SHA-256');
      originals.set(sha256, bytes);
    } else if (path.startsWith('assets/')) {
      assets.set(sha256, readPicture(path, sha256, bytes));
    } else if (path.startsWith('documents/')) {
      if (path.endsWith('.json')) documents.push(readDocument(path, bytes));
    } else if (path.startsWith('history/')) {
      histories.set(documentUid(path.slice('history/'.length, -'.json'.length)), parseJson(path, bytes, historySchema));
    } else single.set(path, bytes);
  }
  return { documents, histories, originals, assets, single };
}

function readPicture(path: string, sha256: Sha256, bytes: Uint8Array): Asset {
  const verdict = acceptImage(bytes);
  if (!verdict.accepted) throw broken(path, 'the content is no picture that is kept');
  const asset: Asset = { sha256, ...verdict.image, bytes };
  if (path !== nativePaths.asset(asset)) throw broken(path, 'the name is not the content’s SHA-256 and kind');
  return asset;
}

function readDocument(path: string, bytes: Uint8Array): Document {
  const document = parseJson(path, bytes, documentSchema);
  if (path !== nativePaths.document(document.uid)) throw broken(path, 'the name is not the document’s uid');
  if (document.text !== textOf(document.body)) throw broken(path, 'the text is not that of the body');
  return document;
}

function refuseDoubles(entry: string, uids: Iterable<string>): void {
  const seen = new Set<string>();
  for (const uid of uids) {
    if (seen.has(uid)) throw broken(entry, `${uid} is there twice`);
    seen.add(uid);
  }
}

/** A parent may lie outside the file (a selection was exported); a circle may not be. */
function refuseCircles(collections: readonly { readonly uid: string; readonly parent: string | null }[]): void {
  const parents = new Map(collections.map(({ uid, parent }) => [uid, parent]));
  const sound = new Set<string>();
  for (const { uid } of collections) {
    const way = new Set<string>();
    for (let at: string | null | undefined = uid; at != null && !sound.has(at); at = parents.get(at)) {
      if (way.has(at)) throw broken(nativePaths.collections, `the collection ${at} contains itself`);
      way.add(at);
    }
    for (const step of way) sound.add(step);
  }
}

/** A history is of a document in the file, in order, and ends before its present body. */
function checkHistories({ documents, histories }: Contents): void {
  const newest = new Map(documents.map(({ uid, revision }) => [uid, revision]));
  for (const [uid, { earlier }] of histories) {
    const path = nativePaths.history(uid);
    const present = newest.get(uid);
    if (present === undefined) throw broken(path, 'it belongs to a document that is not there');
    const revisions = [...earlier.map(({ revision }) => revision), present];
    if (revisions.some((revision, index) => index > 0 && revision <= (revisions[index - 1] ?? -1)))
      throw broken(path, 'its versions are not in order');
  }
}

function assemble(contents: Contents): ImportedBundle {
  const part = <T extends z.ZodType>(path: string, schema: T): z.output<T> => {
    const bytes = contents.single.get(path);
    if (bytes === undefined) throw broken(path, 'the entry is missing');
    return parseJson(path, bytes, schema);
  };
  const annotations = part(nativePaths.annotations, annotationsSchema);
  const links = part(nativePaths.links, linksSchema);
  const { collections, memberships } = part(nativePaths.collections, collectionsSchema);
  refuseDoubles(
    nativePaths.annotations,
    annotations.map(({ uid }) => uid),
  );
  refuseDoubles(
    nativePaths.links,
    links.map(({ uid }) => uid),
  );
  refuseDoubles(
    nativePaths.collections,
    collections.map(({ uid }) => uid),
  );
  refuseDoubles(
    nativePaths.collections,
    memberships.map(({ collection, document }) => `${collection} ${document}`),
  );
  refuseCircles(collections);
  const searches = contents.single.has(nativePaths.searches) ? part(nativePaths.searches, searchesSchema) : undefined;
  refuseDoubles(
    nativePaths.searches,
    [...(searches?.saved ?? []), ...(searches?.aliases ?? [])].map(({ uid }) => uid),
  );

  const keptApart = contents.single.has(nativePaths.keptApart) ? part(nativePaths.keptApart, keptApartSchema) : [];
  refuseDoubles(
    nativePaths.keptApart,
    keptApart.map((pair) => [...pair].sort().join(' ')),
  );

  checkHistories(contents);
  const documents = new Map(contents.documents.map((document) => [document.uid, document]));
  for (const { uid, document } of annotations) {
    if (!documents.has(document))
      throw broken(nativePaths.annotations, `${uid} belongs to a document that is not there`);
  }
  for (const { uid, originals } of contents.documents) {
    for (const { sha256 } of originals)
      if (!contents.originals.has(sha256)) throw broken(nativePaths.document(uid), `the original ${sha256} is missing`);
  }
  for (const pair of keptApart)
    for (const uid of pair) if (!documents.has(uid)) throw broken(nativePaths.keptApart, `${uid} is not there`);
  const counts = new Map<string, number>();
  const names = new Set(collections.map(({ uid }) => uid));
  for (const { collection, document } of memberships) {
    if (!names.has(collection)) throw broken(nativePaths.collections, `${collection} is not there but has documents`);
    const member = documents.get(document);
    if (member === undefined) throw broken(nativePaths.collections, `${document} is in a collection but not there`);
    if (member.deletedAtMs === null) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
  return {
    documents: contents.documents,
    annotations,
    links,
    collections: collections.map(
      (collection): Collection => ({ ...collection, documents: counts.get(collection.uid) ?? 0 }),
    ),
    memberships,
    ...(keptApart.length === 0 ? {} : { keptApart }),
    ...(searches === undefined ? {} : { searches }),
    originals: contents.originals,
    assets: contents.assets,
    histories: contents.histories,
  };
}

/**
 * Reads a native archive. All or nothing: one wrong byte anywhere refuses the whole.
 *
 * @returns The bundle, or `import/broken` naming the entry at fault.
 */
export async function readNativeArchive(bytes: Uint8Array): Promise<Outcome<ImportedBundle>> {
  try {
    const zip = await CheckedZip.open(bytes, nativeLimits, broken);
    return success(assemble(await readContents(zip, await readManifest(zip))));
  } catch (error) {
    if (error instanceof Failure) return failure(error.data);
    throw error;
  }
}

export const nativeImporter: Importer = {
  id: 'native',
  label: { en: 'Postil archive', fr: 'Archive Postil' },
  extensions: ['postil.zip', 'zip'],
  mediaTypes: ['application/zip'],
  content: 'binary',
  maxBytes: nativeLimits.totalBytes,
  detect: (_bytes, name) => name.toLowerCase().endsWith('.postil.zip'),
  read: async ({ bytes }) => {
    const outcome = await readNativeArchive(bytes);
    if (!outcome.ok) throw new Failure(outcome.error.code, outcome.error.message, outcome.error.params);
    return { holds: 'archive', bundle: outcome.value };
  },
};
