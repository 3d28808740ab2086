/**
 * The native format, `.postil.zip`: everything of the bundle, with a manifest of
 * hashes, so that reading it back gives the same archive (docs/native-format.md).
 */
import { createHash } from 'node:crypto';
import {
  type NativeManifest,
  nativeExtension,
  nativeFormatName,
  nativeFormatVersion,
  nativeLimits,
  nativePaths,
} from '@shared/contract/native-format';
import { assetsNamedBy } from '@shared/model/asset';
import type { Body } from '@shared/model/block';
import { type ExportBundle, type ExportedFile, type History, type Loss, likelyOrigin } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { type Sha256, sha256Hex } from '@shared/model/ids';
import { lossesOf } from './count-losses';
import type { Exporter } from './exporter';
import { documentMarkdown } from './markdown/document-markdown';
import { markdownLinks } from './markdown/markdown-links';
import { safeFileName } from './safe-file-name';
import { zipPieces } from './zip-writer';

const encoder = new TextEncoder();
const jsonFile = (path: string, value: unknown): ExportedFile => ({
  path,
  bytes: encoder.encode(`${JSON.stringify(value, null, 1)}\n`),
});

/** A row a line: readable, and a change shows as a changed line. */
function rowsFile(path: string, rows: readonly unknown[]): ExportedFile {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return { path, bytes: encoder.encode(rows.length === 0 ? '[]\n' : `[\n${lines}\n]\n`) };
}

/** Whether a history tells more than a reader would take for granted. */
function saysMore({ present, earlier }: History, document: Document): boolean {
  const likely = likelyOrigin(document);
  return earlier.length > 0 || present.savedAtMs !== likely.savedAtMs || present.reason !== likely.reason;
}

/** The files inside the zip, the manifest left out. */
function* contents(bundle: ExportBundle): Generator<ExportedFile> {
  const inside = new Set(bundle.documents.map((document) => document.uid));
  const pictureOf = (sha256: Sha256): string | undefined => {
    const info = bundle.describeAsset(sha256);
    return info === null ? undefined : `../${nativePaths.asset(info)}`;
  };
  const links = markdownLinks(bundle, (uid) => (inside.has(uid) ? `${uid}.md` : undefined), { pictureOf });
  const written = new Set<string>();
  for (const document of bundle.documents) {
    yield { path: nativePaths.document(document.uid), bytes: encoder.encode(`${JSON.stringify(document)}\n`) };
    yield {
      path: nativePaths.documentForReading(document.uid),
      bytes: encoder.encode(documentMarkdown(document, bundle, links)),
    };
    const history = bundle.readHistory(document.uid);
    if (saysMore(history, document))
      yield { path: nativePaths.history(document.uid), bytes: encoder.encode(`${JSON.stringify(history)}\n`) };
    for (const { sha256 } of document.originals) {
      if (written.has(sha256)) continue;
      written.add(sha256);
      yield { path: nativePaths.original(sha256), bytes: bundle.readOriginal(sha256) };
    }
    yield* pictures(bundle, [document.body, ...history.earlier.map(({ body }) => body)], written);
  }
  yield rowsFile(nativePaths.annotations, bundle.annotations);
  yield rowsFile(nativePaths.links, bundle.links);
  yield jsonFile(nativePaths.collections, {
    collections: bundle.collections.map(({ uid, parent, name }) => ({ uid, parent, name })),
    memberships: bundle.memberships,
  });
  if (bundle.keptApart.length > 0) yield rowsFile(nativePaths.keptApart, bundle.keptApart);
  if (bundle.searches !== undefined) yield jsonFile(nativePaths.searches, bundle.searches);
}

/** The pictures that bodies name, but for those written already. */
function* pictures(bundle: ExportBundle, bodies: readonly Body[], written: Set<string>): Generator<ExportedFile> {
  for (const sha256 of bodies.flatMap((body) => [...assetsNamedBy(body)])) {
    if (written.has(`asset ${sha256}`)) continue;
    written.add(`asset ${sha256}`);
    const asset = bundle.readAsset(sha256);
    if (asset !== null) yield { path: nativePaths.asset(asset), bytes: asset.bytes };
  }
}

/** The contents, then the manifest, which needs the hash of each. */
function* files(bundle: ExportBundle): Generator<ExportedFile> {
  const listed: NativeManifest['files'][number][] = [];
  for (const file of contents(bundle)) {
    const sha256 = sha256Hex(createHash('sha256').update(file.bytes).digest('hex'));
    listed.push({ path: file.path, sha256, sizeBytes: file.bytes.length });
    yield file;
  }
  const manifest: NativeManifest = {
    format: nativeFormatName,
    version: nativeFormatVersion,
    archiveName: bundle.archiveName,
    exportedAtMs: bundle.exportedAtMs,
    files: listed,
  };
  yield jsonFile(nativePaths.manifest, manifest);
}

const writePieces = (bundle: ExportBundle): Iterable<Uint8Array> => zipPieces(files(bundle));

function* write(bundle: ExportBundle): Generator<ExportedFile> {
  const path = `${safeFileName(bundle.archiveName, new Set())}.${nativeExtension}`;
  yield { path, bytes: new Uint8Array(Buffer.concat([...writePieces(bundle)])) };
}

/** A text stands in a document's file twice, in its body and by itself, and once in the file for people. */
const timesWritten = 3;

/** Unpacked; nearly all of it. What is written around texts, and earlier versions, is not counted. */
function unpackedBytes({ documents, pictureBytes }: ExportBundle): number {
  const files = new Map<Sha256, number>();
  let texts = 0;
  for (const { uid, originals, text } of documents) {
    for (const { sha256, sizeBytes } of originals) files.set(sha256, sizeBytes);
    for (const [sha256, sizeBytes] of pictureBytes(uid)) files.set(sha256, sizeBytes);
    texts += Buffer.byteLength(text) * timesWritten;
  }
  return texts + [...files.values()].reduce((total, size) => total + size, 0);
}

function losses(bundle: ExportBundle): readonly Loss[] {
  const tooMuch = Math.max(0, unpackedBytes(bundle) - nativeLimits.totalBytes);
  return lossesOf({ megabytes: Math.ceil(tooMuch / 1_048_576) });
}

export const nativeExporter: Exporter = {
  id: 'native',
  label: { en: 'Postil archive', fr: 'Archive Postil' },
  description: {
    en: 'Everything, originals included, in one file that Postil reads back unchanged.',
    fr: 'Tout, originaux compris, dans un fichier que Postil relit à l’identique.',
  },
  target: 'file',
  extension: nativeExtension,
  selectable: true,
  carries: {
    en: 'everything: texts, originals, pictures, passages, links, collections, saved searches, aliases, history, with every id',
    fr: 'tout : textes, originaux, images, passages, liens, collections, recherches enregistrées, alias, historique, avec chaque identifiant',
  },
  options: [],
  needs: 'nothing',
  preview: 'none',
  carriesBin: true,
  losses,
  write,
  writePieces,
};
