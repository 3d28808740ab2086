/**
 * Markdown (.md, .markdown) with YAML front matter. What is imported is a thing kept,
 * so it becomes an article; only a file that says `type: note` becomes a note.
 */

import type { Block, Body } from '@shared/model/block';
import type { ImportedAnnotation, ImportedDocument } from '@shared/model/document';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import { normaliseBody, normaliseText, textOf } from '@shared/text/canonical-text';
import { textHash } from '@shared/text/text-hash';
import { AssetCollector } from './asset-collector';
import { withoutTitle } from './body-title';
import { decodeText, decodingLosses } from './decode-text';
import { languageOf } from './detect-language';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { htmlLosses } from './html-losses';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from './importer';
import { markdownBlocks } from './markdown-blocks';
import { MarkdownNeighbours } from './markdown-neighbours';
import { linksIn, type ReadLinks } from './markdown-passage-links';
import { placePassages, readPassage, splitPassages } from './markdown-passages';
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
  const convert = (text: string): Promise<Converted> => convertText(text, front, file);
  const { converted, whole, title, body, text, annotations, links, unread } = await ownBody(front, file, convert);
  throwIfCancelled(file.name, signal);
  // a note may be a title and labels only
  if (text.trim() === '' && front.type !== 'note') throw noText(file.name);
  const document: ImportedDocument = {
    ...(isUnchanged(front) && front.own !== null ? { uid: front.own.uid } : {}),
    type: front.type ?? 'article',
    title,
    metadata: { ...front.metadata, language: await languageOf(front.metadata.language, text) },
    body,
    labels: front.labels,
    mediaType: 'text/markdown',
    losses: [
      ...decodingLosses(decoded),
      ...front.losses,
      ...converted.losses,
      ...countedLosses([['passageLinks', unread]]),
    ],
    ...(annotations.length > 0 ? { annotations } : {}),
    assets: converted.pictures?.assetsOf(whole) ?? [],
  };
  const connections = links.length === 0 ? {} : { connections: { links, collections: [], memberships: [] } };
  return { holds: 'documents', documents: [document], ...connections };
}

/** A file of Postil's own that nobody has written in since. */
const isUnchanged = ({ own, text }: FrontMatter): boolean => own !== null && own.checksum === textHash(text.trim());

interface ReadBody extends ReadLinks {
  readonly converted: Converted;
  /** With the heading that is the title. */
  readonly whole: Body;
  readonly title: string;
  readonly body: Body;
  readonly text: string;
  readonly annotations: readonly ImportedAnnotation[];
}

/** The body; of a file Postil wrote with its passages at their places, and what has none left where it stands. */
async function ownBody(
  front: FrontMatter,
  file: FileToRead,
  convert: (text: string) => Promise<Converted>,
): Promise<ReadBody> {
  const read = async (markdown: string): Promise<Omit<ReadBody, 'annotations' | keyof ReadLinks>> => {
    const converted = await convert(markdown);
    const whole = normaliseBody({ version: 1, blocks: converted.blocks });
    const title = front.title || leadingTitle(whole.blocks) || titleFromFileName(file.name);
    const body = withoutTitle(whole, title);
    return { converted, whole, title, body, text: textOf(body) };
  };
  if (front.own === null) return { ...(await read(front.text)), annotations: [], links: [], unread: 0 };
  const { text: markdown, entries } = splitPassages(front.text);
  const wordsOf = async (quote: string): Promise<string> =>
    textOf(normaliseBody({ version: 1, blocks: (await convert(quote)).blocks }));
  const passages = await Promise.all(entries.map((entry) => readPassage(entry, wordsOf)));
  const kept = await read(markdown);
  const { annotations, left } = placePassages(passages, kept.text, isUnchanged(front));
  const placed = new Set(annotations.flatMap(({ uid }) => uid ?? []));
  const linked = { annotations, ...linksIn(passages, placed, new MarkdownNeighbours(file)) };
  if (left.length === 0) return { ...kept, ...linked };
  return { ...(await read(`${markdown}\n\n## Passages\n\n${left.join('\n\n')}`)), ...linked };
}

interface Converted {
  readonly blocks: readonly Block[];
  readonly losses: readonly ImportLoss[];
  /** Absent where the text was not read as Markdown. */
  readonly pictures?: AssetCollector;
}

async function convertText(text: string, front: FrontMatter, file: FileToRead): Promise<Converted> {
  if (isTooDense(text)) return asPlainText(text);
  try {
    const neighbours = new MarkdownNeighbours(file);
    const pictures = new AssetCollector();
    const converted = await markdownBlocks(text, {
      base: front.metadata.url,
      pictures,
      findPicture: (address) => neighbours.picture(address),
      // only files Postil wrote name passages and documents by their ids
      documentAt: (address) => (front.own === null ? null : neighbours.document(address)),
      mentioned: (address) => (front.own === null ? null : neighbours.mentioned(address)),
    });
    const losses = [...htmlLosses({ ...converted, images: 0 }), ...pictures.losses()];
    return { blocks: converted.blocks, losses, pictures };
  } catch (error) {
    // marked recurses into quotes and lists: some thousand levels overflow the stack
    if (error instanceof RangeError) return asPlainText(text);
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
