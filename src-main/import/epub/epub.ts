/** Electronic books (.epub): the parts in reading order, as one document. */
import type { Block } from '@shared/model/block';
import { emptyMetadata, type Metadata } from '@shared/model/document';
import { AssetCollector } from '../asset-collector';
import { languageOf } from '../detect-language';
import { type DomDocument, domParser } from '../dom';
import { toEdtf } from '../edtf-date';
import { type LiftedPage, liftEmbeddedData } from '../embedded-data';
import { htmlBlocks } from '../html-blocks';
import { htmlLosses } from '../html-losses';
import { addressesOf, pictureTaker, type TakePicture } from '../html-pictures';
import { decodeHtml, wholePage } from '../html-source';
import type { FileToRead, Imported, Importer } from '../importer';
import { liftDrawings } from '../inline-drawings';
import { markedBody } from '../marked-body';
import { inFolder } from '../office-pictures';
import { maxOfficeBytes, type OfficeZip, openOfficeZip, zipMentions } from '../office-zip';
import { withoutMarks } from '../passage-marks';
import { brokenFile, noText, throwIfCancelled } from '../refusal';
import { tidyLine, titleFromFileName } from '../title';
import { childOf, childrenOf, textContent, type XmlElement } from '../xml';
import { type ListedPages, PageMarks, pagesOfContents, pagesOfNcx } from './epub-pages';

const mediaType = 'application/epub+zip';

export const epubImporter: Importer = {
  id: 'epub',
  label: { en: 'Electronic book', fr: 'Livre numérique' },
  extensions: ['epub'],
  mediaTypes: [mediaType],
  content: 'binary',
  maxBytes: maxOfficeBytes,
  detect: (bytes) => zipMentions(bytes, mediaType),
  read: readEpub,
};

async function readEpub(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const zip = await openOfficeZip(file.name, file.bytes);
  const path = await packagePath(zip);
  const book = path === undefined ? undefined : await zip.xml(path);
  if (path === undefined || !book) throw brokenFile(file.name, 'it has no list of its parts, so it is no e-book');
  if (zip.has('META-INF/encryption.xml') && (await isLocked(zip)))
    throw brokenFile(file.name, 'it is protected against copying; only the program it was bought with can open it');
  const parse = await domParser();
  const blocks: Block[] = [];
  const assets = new AssetCollector();
  const taker = bookPictures(zip, assets);
  const lost = { images: 0, media: 0, links: 0 };
  const pages = new PageMarks();
  const listed = await listedPages(zip, book, path, parse);
  for (const part of partsInOrder(book, path)) {
    throwIfCancelled(file.name, signal);
    if (!zip.has(part)) throw brokenFile(file.name, `its part “${part.slice(0, 200)}” is missing`);
    const { text } = await decodeHtml(await zip.bytes(part));
    const lifted = liftEmbeddedData(withoutMarks(text));
    const page = parse(wholePage(lifted.html));
    const read = htmlBlocks(page.documentElement, '', await taker(page, part, lifted), pages.in(listed.get(part)));
    for (const block of read.blocks) blocks.push(block);
    lost.images += read.images;
    lost.media += read.media;
    lost.links += read.links;
  }
  const { title, metadata } = factsOf(book);
  const { body, text: words } = markedBody(blocks, title, new Map(), pages.labels);
  if (words.trim() === '') throw noText(file.name);
  return {
    holds: 'documents',
    documents: [
      {
        type: 'article',
        title: title || titleFromFileName(file.name),
        metadata: { ...metadata, language: await languageOf(metadata.language, words) },
        body,
        labels: [],
        mediaType,
        // links from chapter to chapter have no web address, and were never meant to leave the book
        losses: [...htmlLosses({ blocks, ...lost, links: 0 }), ...assets.losses()],
        assets: assets.assetsOf(body),
      },
    ],
  };
}

/** Where the book's own list of pages says they begin; empty for a book without one. */
async function listedPages(
  zip: OfficeZip,
  book: XmlElement,
  packageFile: string,
  parse: (html: string) => DomDocument,
): Promise<ListedPages> {
  const items = named(named(book, 'manifest')[0], 'item').map(({ attributes }) => attributes);
  const pathOf = (item: Readonly<Record<string, string>> | undefined): string | null => {
    const path = item?.href === undefined ? '' : inFolder(folderOf(packageFile), item.href);
    return zip.has(path) ? path : null;
  };
  const contents = pathOf(items.find(({ properties = '' }) => properties.split(/\s+/).includes('nav')));
  if (contents !== null) {
    const { text } = await decodeHtml(await zip.bytes(contents));
    const pages = pagesOfContents(parse(wholePage(text)), (address) => inFolder(folderOf(contents), address));
    if (pages.size > 0) return pages;
  }
  const ncx = pathOf(items.find((item) => item['media-type'] === 'application/x-dtbncx+xml'));
  return ncx === null ? new Map() : pagesOfNcx(await zip.xml(ncx), (address) => inFolder(folderOf(ncx), address));
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Makes what takes the pictures of a part; its addresses are relative to it. */
function bookPictures(zip: OfficeZip, assets: AssetCollector) {
  return async (page: DomDocument, part: string, lifted: LiftedPage): Promise<TakePicture> => {
    const folder = folderOf(part);
    const bytes = new Map<string, Uint8Array>();
    const drawing = liftDrawings(page);
    for (const element of page.querySelectorAll('img')) {
      for (const address of addressesOf(element)) {
        if (/^[a-z][\w+.-]*:/i.test(address)) continue;
        const path = inFolder(folder, address);
        if (zip.has(path)) bytes.set(address, await zip.bytes(path));
      }
    }
    const find = (address: string) => drawing(address) ?? lifted.bytesOf(address) ?? bytes.get(address) ?? null;
    return pictureTaker(assets, find).take;
  };
}

/** Where the package's list of parts lies. */
async function packagePath(zip: OfficeZip): Promise<string | undefined> {
  const container = await zip.xml('META-INF/container.xml');
  const paths = childrenOf(childOf(container, 'rootfiles'), 'rootfile').map(
    ({ attributes }) => attributes['full-path'],
  );
  return paths.find((path) => path !== undefined && zip.has(path));
}

/** Fonts are often obscured, which is no lock; parts of text are not. */
async function isLocked(zip: OfficeZip): Promise<boolean> {
  const entries = childrenOf(await zip.xml('META-INF/encryption.xml'));
  const paths = entries.map(
    (entry) => childrenOf(childrenOf(entry).find(({ name }) => name.endsWith('CipherData')))[0],
  );
  return paths.some((reference) => /\.x?html?$/i.test(reference?.attributes.URI ?? ''));
}

/** Children by their name, whatever prefix it was written with. */
const named = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  childrenOf(parent).filter((child) => child.name === name || child.name.endsWith(`:${name}`));

/** Paths of the parts a reader goes through, in their order; the table of contents is none. */
function partsInOrder(book: XmlElement, packageFile: string): readonly string[] {
  const folder = folderOf(packageFile);
  const items = new Map(
    named(named(book, 'manifest')[0], 'item').map(({ attributes }) => [attributes.id ?? '', attributes] as const),
  );
  return named(named(book, 'spine')[0], 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes.idref ?? '');
    if (!item?.href || item.properties?.split(/\s+/).includes('nav')) return [];
    return [inFolder(folder, item.href)];
  });
}

function factsOf(book: XmlElement): { readonly title: string; readonly metadata: Metadata } {
  const facts = named(book, 'metadata')[0];
  const values = (name: string): readonly string[] =>
    named(facts, name)
      .map((element) => tidyLine(textContent(element)))
      .filter((value) => value !== '');
  return {
    title: values('title')[0] ?? '',
    metadata: {
      ...emptyMetadata,
      authors: values('creator'),
      site: values('publisher')[0] ?? '',
      date: toEdtf((values('date')[0] ?? '').slice(0, 10)),
      language: values('language')[0] ?? '',
      description: tidyLine((values('description')[0] ?? '').replace(/<[^>]*>/g, ' ')),
    },
  };
}
