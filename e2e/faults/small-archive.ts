/** Archives for the rows: small documents, and what every row asks of an archive in the end. */
import { join } from 'node:path';
import type { Archive } from '@main/archive/archive-api';
import { createArchive, openArchive } from '@main/archive/open';
import type { Body } from '@shared/model/block';
import { emptyMetadata, type ImportedDocument } from '@shared/model/document';
import { Failure } from '@shared/outcome/outcome';
import type { Tally } from './row';

/** A body of plain paragraphs. */
export const bodyOf = (...paragraphs: readonly string[]): Body => ({
  version: 1,
  blocks: paragraphs.map((text) => ({ type: 'paragraph', inlines: [{ type: 'text', text }] })),
});

/** An article of plain paragraphs. */
export const article = (title: string, ...paragraphs: readonly string[]): ImportedDocument => ({
  type: 'article',
  title,
  metadata: emptyMetadata,
  body: bodyOf(...paragraphs),
  labels: [],
  mediaType: 'text/plain',
  losses: [],
});

/** Makes an archive at `folder`/a.postil, fills it and closes it. */
export function archiveIn(folder: string, fill: (archive: Archive) => void): string {
  const path = join(folder, 'a.postil');
  const archive = createArchive(path, { nowMs: () => Date.UTC(2026, 0, 1) });
  try {
    fill(archive);
  } finally {
    archive.close();
  }
  return path;
}

/** Opens an archive for a look and closes it again. */
export function look<T>(path: string, at: (archive: Archive) => T): T {
  const archive = openArchive(path);
  try {
    return at(archive);
  } finally {
    archive.close();
  }
}

/** What every fault ends with: structure, references, index, hashes, anchors. */
export function checkWhole(tally: Tally, archive: Archive, when: string): void {
  const report = archive.verify({});
  if (report.ok) return;
  const wrong = report.checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
  tally.half(`${when}: not whole (${wrong.join('; ').slice(0, 300)})`);
}

/** The code of the failure something ends in; `none` when it ends well. Other errors pass through. */
export async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Failure) return error.data.code;
    throw error;
  }
  return 'none';
}
