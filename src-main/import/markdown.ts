/**
 * Markdown (.md, .markdown) with YAML front matter. What is imported is a thing kept,
 * so it becomes an article; only a file that says `type: note` becomes a note.
 */

import type { Block } from '@shared/model/block';
import type { ImportedDocument } from '@shared/model/document';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import { normaliseBody, normaliseText, textOf } from '@shared/text/canonical-text';
import { withoutTitle } from './body-title';
import { decodeText, decodingLosses } from './decode-text';
import { languageOf } from './detect-language';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { htmlLosses } from './html-losses';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from './importer';
import { markdownBlocks } from './markdown-blocks';
import { isTooDense } from './markdown-tokens';
import { noText, throwIfCancelled } from './refusal';
import { textBlocks } from './text-blocks';
import { titleFromFileName, titleFromText } from './title';

export const markdownImporter: Importer = {
  id: 'markdown',
  label: { en: 'Markdown', fr: 'Markdown' },
  extensions: ['md', 'markdown'],
  mediaTypes: ['text/markdown'],
  content: 'text',
  maxBytes: maxTextBytes,
  read: readMarkdown,
};

async function readMarkdown(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const decoded = await decodeText(file.bytes);
  const front = await readFrontMatter(normaliseText(decoded.text));
  throwIfCancelled(file.name, signal);
  const { blocks, losses } = await convert(front);
  throwIfCancelled(file.name, signal);
  const whole = normaliseBody({ version: 1, blocks });
  const title = front.title || leadingTitle(whole.blocks) || titleFromFileName(file.name);
  const body = withoutTitle(whole, title);
  const text = textOf(body);
  // a note may be a title and labels only
  if (text.trim() === '' && front.type !== 'note') throw noText(file.name);
  const document: ImportedDocument = {
    type: front.type ?? 'article',
    title,
    metadata: { ...front.metadata, language: await languageOf(front.metadata.language, text) },
    body,
    labels: front.labels,
    mediaType: 'text/markdown',
    losses: [...decodingLosses(decoded), ...front.losses, ...losses],
  };
  return { holds: 'documents', documents: [document] };
}

interface Converted {
  readonly blocks: readonly Block[];
  readonly losses: readonly ImportLoss[];
}

async function convert(front: FrontMatter): Promise<Converted> {
  if (isTooDense(front.text)) return asPlainText(front.text);
  try {
    const converted = await markdownBlocks(front.text, front.metadata.url);
    return { blocks: converted.blocks, losses: htmlLosses(converted) };
  } catch (error) {
    // marked recurses into quotes and lists: some thousand levels overflow the stack
    if (error instanceof RangeError) return asPlainText(front.text);
    throw error;
  }
}

const asPlainText = (text: string): Converted => ({
  blocks: textBlocks(text),
  losses: countedLosses([['markdownAsText', 1]]),
});

/** The heading a text opens with, or its only heading of the first level. */
function leadingTitle(blocks: readonly Block[]): string {
  const [first] = blocks;
  const heading =
    first?.type === 'heading' ? first : blocks.find((block) => block.type === 'heading' && block.level === 1);
  return heading ? titleFromText(textOf({ version: 1, blocks: [heading] })) : '';
}
