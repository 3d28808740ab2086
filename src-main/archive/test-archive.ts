/** For tests only: archives on real files in a folder of their own, and small documents to put in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pngOf } from '@shared/images/test-images';
import type { Asset } from '@shared/model/asset';
import type { Block, Body } from '@shared/model/block';
import { emptyMetadata, type ImportedDocument } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { onTestFinished } from 'vitest';
import type { Archive, ArchiveOptions } from './archive-api';
import { createArchive, openArchive } from './open';
import { sha256Of } from './sha256';

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postil-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new archive, closed after the test. */
export function testArchive(options: ArchiveOptions = {}, path = join(testFolder(), 'test.postil')): Archive {
  const archive = createArchive(path, options);
  onTestFinished(() => archive.close());
  return archive;
}

/** Closes an archive and opens it again; the new one is closed after the test. */
export function reopened(archive: Archive, options: ArchiveOptions = {}): Archive {
  const { path } = archive.archiveInfo({});
  archive.close();
  const again = openArchive(path, options);
  onTestFinished(() => again.close());
  return again;
}

/** A body of plain paragraphs. */
export const bodyOf = (...paragraphs: readonly string[]): Body => ({
  version: 1,
  blocks: paragraphs.map((text) => ({ type: 'paragraph', inlines: text === '' ? [] : [{ type: 'text', text }] })),
});

/** An article with one paragraph a line of `text`. */
export const article = (title: string, text: string, more: Partial<ImportedDocument> = {}): ImportedDocument => ({
  type: 'article',
  title,
  metadata: emptyMetadata,
  body: bodyOf(...text.split('\n')),
  labels: [],
  mediaType: 'text/plain',
  losses: [],
  ...more,
});

/** A picture as an importer hands it over; another one for another shade. */
export function pictureOf(shade = 128): Asset {
  const bytes = pngOf(40, 30, shade);
  return { sha256: sha256Of(bytes), mediaType: 'image/png', width: 40, height: 30, bytes };
}

/** The body block of a picture. */
export const pictureBlock = ({ sha256 }: Asset, caption = ''): Block => ({
  type: 'image',
  asset: sha256,
  alt: 'une image',
  inlines: caption === '' ? [] : [{ type: 'text', text: caption }],
});

/** An article with a picture at its end. */
export const illustrated = (title: string, text: string, picture = pictureOf()): ImportedDocument => {
  const body = { version: 1 as const, blocks: [...bodyOf(...text.split('\n')).blocks, pictureBlock(picture)] };
  return article(title, text, { body, assets: [picture] });
};

/** Puts an article in, without an original. */
export function insert(
  archive: Archive,
  title: string,
  text: string,
  more: Partial<ImportedDocument> = {},
): DocumentUid {
  return archive.insertImported(article(title, text, more), null).uid;
}

/** Annotates the first place where a quote stands. */
export function annotateQuote(
  archive: Archive,
  document: DocumentUid,
  exact: string,
  more: Partial<Parameters<Archive['annotate']>[0]> = {},
) {
  const start = archive.openDocument({ uid: document }).document.text.indexOf(exact);
  return archive.annotate({ document, start, end: start + exact.length, exact, kind: 'claim', ...more });
}

function codeIn(error: unknown): string {
  if (error instanceof Failure) return error.data.code;
  throw error;
}

/** The code of the failure something ends in; `none` when it ends well. Other errors pass through. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return codeIn(error);
  }
  return 'none';
}

/** {@link codeOf}, of something that may take its time. */
export async function codeOfAwaited(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    return codeIn(error);
  }
  return 'none';
}
