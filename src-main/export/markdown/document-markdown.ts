/** One document as a Markdown file: front matter, text, passages. */
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { normaliseText } from '@shared/text/canonical-text';
import { textHash } from '@shared/text/text-hash';
import { blocksToMarkdown } from './blocks';
import { frontMatter } from './front-matter';
import type { MarkdownLinks } from './markdown-links';
import { passagesToMarkdown } from './passages';

/** The documents quoted, with their addresses; empty when there are none. */
function sourcesToMarkdown(document: Document, links: MarkdownLinks): string {
  const sources = links.sourcesOf(document);
  if (sources.length === 0) return '';
  return `## Sources\n\n${sources.map((source, at) => `${at + 1}. ${source}`).join('\n')}`;
}

/** The whole file, ending in one newline. */
export function documentMarkdown(
  document: Document,
  bundle: Pick<ExportBundle, 'exportedAtMs'>,
  links: MarkdownLinks,
): string {
  const text = [
    blocksToMarkdown(document.body.blocks, links),
    sourcesToMarkdown(document, links),
    passagesToMarkdown(document, links),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  // tells, when the file comes back, whether it was written in since
  const checksum = textHash(normaliseText(text).trim());
  return `${[frontMatter(document, bundle, checksum).trimEnd(), text].filter((part) => part !== '').join('\n\n')}\n`;
}
