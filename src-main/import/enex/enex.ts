/**
 * Evernote exports (.enex): each note a document. A clipped page, which says its address, is an
 * article; what was written is a note. Pictures come by the MD5 the markup names them by.
 */
import { createHash } from 'node:crypto';
import { emptyMetadata, type ImportedDocument } from '@shared/model/document';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { AssetCollector } from '../asset-collector';
import { headOf } from '../decode-text';
import { languageOf } from '../detect-language';
import { parseDom } from '../dom';
import { liftEmbeddedData } from '../embedded-data';
import { htmlBlocks } from '../html-blocks';
import { safeLink } from '../html-elements';
import { htmlLosses } from '../html-losses';
import { pictureTaker } from '../html-pictures';
import { wholePage } from '../html-source';
import type { FileToRead, Imported, Importer } from '../importer';
import { brokenFile, noText, throwIfCancelled } from '../refusal';
import { tidyLine, titleFromText } from '../title';
import { childOf, childrenOf, parseXml, textContent, type XmlElement } from '../xml';
import { htmlOfNote, mediaAddress } from './enml';

const mediaType = 'application/enex+xml';

export const enexImporter: Importer = {
  id: 'enex',
  label: { en: 'Evernote (ENEX)', fr: 'Evernote (ENEX)' },
  extensions: ['enex'],
  mediaTypes: [mediaType],
  content: 'text',
  // Pictures stand in it as text; a notebook larger than this is exported in parts.
  maxBytes: 192 * 1_048_576,
  detect: (bytes) => /<en-export[\s>]/.test(headOf(bytes, 2_048)),
  read,
};

async function read(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const root = await parseXml(file.bytes, (reason) => brokenFile(file.name, reason));
  if (root.name !== 'en-export') throw brokenFile(file.name, 'it is no export of Evernote');
  const documents: ImportedDocument[] = [];
  let empty = 0;
  for (const note of childrenOf(root, 'note')) {
    throwIfCancelled(file.name, signal);
    const document = await documentOf(note);
    if (document === null) empty++;
    else documents.push(document);
  }
  const [first, ...rest] = documents;
  if (first === undefined) throw noText(file.name);
  // What the file as a whole lacks is said once.
  const losses = [...first.losses, ...countedLosses([['absentTexts', empty]])];
  return { holds: 'documents', documents: [{ ...first, losses }, ...rest] };
}

const said = (element: XmlElement, ...path: readonly string[]): string => textContent(childOf(element, ...path)).trim();

/** Null for a note without words and pictures. */
async function documentOf(note: XmlElement): Promise<ImportedDocument | null> {
  const resources = resourcesOf(note);
  const url = safeLink(said(note, 'note-attributes', 'source-url'), '') ?? '';
  const address = /^https?:/i.test(url) ? url : '';
  const markup = htmlOfNote(said(note, 'content'));
  const lifted = liftEmbeddedData(markup.html);
  const assets = new AssetCollector();
  const page = await parseDom(wholePage(lifted.html));
  const { take } = pictureTaker(assets, (picture) =>
    picture.startsWith(mediaAddress)
      ? (resources.pictures.get(picture.slice(mediaAddress.length)) ?? null)
      : lifted.bytesOf(picture),
  );
  const blocks = htmlBlocks(page.documentElement, address, take);
  const body = normaliseBody({ version: 1, blocks: blocks.blocks });
  const words = textOf(body);
  const kept = assets.assetsOf(body);
  if (words.trim() === '' && kept.length === 0) return null;
  const author = tidyLine(said(note, 'note-attributes', 'author'));
  return {
    type: address === '' ? 'note' : 'article',
    title: tidyLine(said(note, 'title')) || titleFromText(words),
    metadata: {
      ...emptyMetadata,
      authors: author === '' ? [] : [author],
      url: address,
      // The day something was written, not the day a page was clipped.
      date: address === '' ? dayOf(said(note, 'created')) : '',
      language: await languageOf('', words),
    },
    body,
    labels: childrenOf(note, 'tag')
      .map((tag) => tidyLine(textContent(tag)))
      .filter((tag) => tag !== ''),
    mediaType,
    losses: [
      ...htmlLosses(blocks),
      ...assets.losses(),
      ...countedLosses([['lockedStretches', markup.locked]]),
      ...resources.losses,
    ],
    assets: kept,
  };
}

interface Resources {
  /** Bytes by MD5, lower case. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Everything else that hangs on the note, named. */
  readonly losses: readonly ImportLoss[];
}

function resourcesOf(note: XmlElement): Resources {
  const pictures = new Map<string, Uint8Array>();
  const others: string[] = [];
  for (const resource of childrenOf(note, 'resource')) {
    const mime = said(resource, 'mime').toLowerCase();
    if (!mime.startsWith('image/')) {
      others.push(tidyLine(said(resource, 'resource-attributes', 'file-name') || mime || '?', 120));
      continue;
    }
    const bytes = Buffer.from(said(resource, 'data'), 'base64');
    pictures.set(createHash('md5').update(bytes).digest('hex'), bytes);
  }
  if (others.length === 0) return { pictures, losses: [] };
  const detail = `${others.slice(0, 10).join(', ')}${others.length > 10 ? ' …' : ''}`;
  return { pictures, losses: [{ what: 'attachments', count: others.length, detail }] };
}

/** "20251027T101010Z" → "2025-10-27"; empty for anything else. */
function dayOf(stamp: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})T/.exec(stamp) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
}
