/** The front matter of an exported document: YAML that no title can break out of. */
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { stringify } from 'yaml';
import { oneLine } from './escape';

/** A moment in ISO 8601, UTC, without thousandths when there are none. */
export function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('.000Z', 'Z');
}

/** A label as note programs take tags: one word, not of digits alone; `/` nests. */
const obsidianTag = (label: string): string => {
  const tag = oneLine(label)
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^\d*$/.test(tag) ? '' : tag;
};

/** Between `---` lines, with a newline at the end. Empty values are left out. */
export function frontMatter(document: Document, bundle: Pick<ExportBundle, 'exportedAtMs'>, checksum: string): string {
  const { metadata } = document;
  const original = document.originals.at(-1);
  const values: Record<string, string | readonly string[] | undefined> = {
    title: oneLine(document.title),
    type: document.type,
    authors: metadata.authors.map(oneLine),
    site: oneLine(metadata.site),
    url: oneLine(metadata.url),
    date: oneLine(metadata.date),
    lang: oneLine(metadata.language),
    description: oneLine(metadata.description),
    labels: document.labels.map(oneLine),
    tags: [...new Set(document.labels.map(obsidianTag))].filter((tag) => tag !== ''),
    uid: document.uid,
    sha256: original?.sha256,
    original: original && oneLine(original.fileName),
    captured: original && isoTime(original.capturedAtMs),
    added: isoTime(document.createdAtMs),
    exported: isoTime(bundle.exportedAtMs),
    checksum,
  };
  const present = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value.length > 0),
  );
  // `compat` quotes what older readers of YAML take for something else: no, on, 2025-10-27, 1e3.
  return `---\n${stringify(present, { lineWidth: 0, compat: 'yaml-1.1' })}---\n`;
}
