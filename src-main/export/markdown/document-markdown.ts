/** One document as a Markdown file: front matter, text, passages. */
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { blocksToMarkdown } from './blocks';
import { frontMatter } from './front-matter';
import type { MarkdownLinks } from './markdown-links';
import { passagesToMarkdown } from './passages';

/** The whole file, ending in one newline. */
export function documentMarkdown(
  document: Document,
  bundle: Pick<ExportBundle, 'exportedAtMs'>,
  links: MarkdownLinks,
): string {
  const parts = [
    frontMatter(document, bundle).trimEnd(),
    blocksToMarkdown(document.body.blocks, links),
    passagesToMarkdown(document, links),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
