/** E-mails (.eml): who wrote what to whom and when, and the words; attachments are named, not kept. */

import type { Block } from '@shared/model/block';
import { emptyMetadata } from '@shared/model/document';
import type { ImportLoss } from '@shared/outcome/import-loss-words';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { AssetCollector } from '../asset-collector';
import { decodeText } from '../decode-text';
import { languageOf } from '../detect-language';
import { parseDom } from '../dom';
import { liftEmbeddedData } from '../embedded-data';
import { htmlBlocks } from '../html-blocks';
import { htmlLosses } from '../html-losses';
import { pictureTaker } from '../html-pictures';
import { decodeHtml, wholePage } from '../html-source';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { brokenFile, noText } from '../refusal';
import { textBlocks } from '../text-blocks';
import { tidyLine, titleFromFileName } from '../title';
import { headerValue, leafParts, type MimePart, parseMime, partFinder, readableHeader } from './mime';

const mediaType = 'message/rfc822';

export const emlImporter: Importer = {
  id: 'eml',
  label: { en: 'E-mail', fr: 'Courriel' },
  extensions: ['eml'],
  mediaTypes: [mediaType],
  content: 'text',
  maxBytes: maxTextBytes,
  read: readEml,
};

const shownHeaders = ['From', 'To', 'Cc', 'Date', 'Subject'] as const;

async function readEml(file: FileToRead): Promise<Imported> {
  const message = parseMime(file.bytes);
  if (!message.headers.has('from') && !message.headers.has('subject') && !message.headers.has('date'))
    throw brokenFile(file.name, 'it has no sender, subject or date, so it is no e-mail');
  const lines = await headerLines(message);
  const assets = new AssetCollector();
  const content = await contentOf(message, assets);
  const body = normaliseBody({ version: 1, blocks: [...lines, ...content.blocks] });
  const words = textOf({ version: 1, blocks: content.blocks });
  if (words.trim() === '') throw noText(file.name);
  const sender = await readableHeader(message, 'from');
  return {
    holds: 'documents',
    documents: [
      {
        type: 'article',
        title: tidyLine(await readableHeader(message, 'subject')) || titleFromFileName(file.name),
        metadata: {
          ...emptyMetadata,
          authors: sender === '' ? [] : [nameIn(sender)],
          date: dayOf(message.headers.get('date') ?? ''),
          language: await languageOf('', words),
        },
        body,
        labels: [],
        mediaType,
        losses: [...content.losses, ...assets.losses(), ...(await attachmentLosses(message))],
        assets: assets.assetsOf(body),
      },
    ],
  };
}

/** What stands above a letter: kept as its first lines, for they are evidence. */
async function headerLines(message: MimePart): Promise<readonly Block[]> {
  const lines: string[] = [];
  for (const name of shownHeaders) {
    const value = await readableHeader(message, name.toLowerCase());
    if (value !== '') lines.push(`${name}: ${value}`);
  }
  return lines.length === 0 ? [] : [{ type: 'paragraph', inlines: [{ type: 'text', text: lines.join('\n') }] }];
}

/** The words as formatted; as plain text when the mail has nothing else. */
async function contentOf(
  message: MimePart,
  assets: AssetCollector,
): Promise<{ readonly blocks: readonly Block[]; readonly losses: readonly ImportLoss[] }> {
  const shown = leafParts(message).filter((part) => !isAttachment(part));
  const html = shown.find(({ type }) => type === 'text/html');
  if (html) {
    const { text } = await decodeHtml(html.bytes);
    const lifted = liftEmbeddedData(text);
    const page = await parseDom(wholePage(lifted.html));
    const inside = partFinder(message);
    const { take } = pictureTaker(assets, (address) => lifted.bytesOf(address) ?? inside(address));
    const read = htmlBlocks(page.documentElement, '', take);
    return { blocks: read.blocks, losses: htmlLosses(read) };
  }
  const blocks: Block[] = [];
  for (const part of shown.filter(({ type }) => type === 'text/plain')) {
    const { text } = await decodeText(part.bytes, part.parameters.get('charset') ?? '');
    blocks.push(...textBlocks(text.replace(/\r\n/g, '\n')));
  }
  return { blocks, losses: [] };
}

const isAttachment = ({ headers }: MimePart): boolean =>
  /^\s*attachment/i.test(headers.get('content-disposition') ?? '');

async function attachmentLosses(message: MimePart): Promise<readonly ImportLoss[]> {
  const names: string[] = [];
  for (const part of leafParts(message)) {
    if (!isAttachment(part)) continue;
    const { parameters } = headerValue(part.headers.get('content-disposition') ?? '');
    names.push(tidyLine(parameters.get('filename') ?? part.parameters.get('name') ?? part.type, 120));
  }
  if (names.length === 0) return [];
  const detail = `${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`;
  return [{ what: 'attachments', count: names.length, detail }];
}

/** A person's name before their address, else the address. */
const nameIn = (sender: string): string => tidyLine(/^"?([^"<]+?)"?\s*<[^>]+>/.exec(sender)?.[1] ?? sender);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day of an RFC 5322 date, as the sender's clock had it. */
function dayOf(date: string): string {
  const [, day, month, year] = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(date) ?? [];
  const number = months.indexOf(month?.toLowerCase() ?? '') + 1;
  if (day === undefined || year === undefined || number === 0) return '';
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
