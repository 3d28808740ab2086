/**
 * Web pages (.html, .htm, .xhtml): the article told from the page around it, its
 * metadata, and its text as our own blocks. Nothing of the page runs, loads or stays.
 */
import type { Block } from '@shared/model/block';
import type { ImportedDocument } from '@shared/model/document';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { AssetCollector } from './asset-collector';
import { titleOfBody, withoutTitle } from './body-title';
import { decodingLosses } from './decode-text';
import { languageOf } from './detect-language';
import { type DomDocument, type DomElement, extractArticle, measureDom, parseDom } from './dom';
import { type LiftedPage, liftEmbeddedData } from './embedded-data';
import { type HtmlBlocks, htmlBlocks } from './html-blocks';
import { htmlLosses } from './html-losses';
import { pageFacts } from './html-metadata';
import { companionPath, pictureTaker, type TakePicture } from './html-pictures';
import { decodeHtml, fragmentOf, isPlainlyHtml, savedFrom, wholePage } from './html-source';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from './importer';
import { liftDrawings } from './inline-drawings';
import { madeShallow } from './nesting';
import { noText, throwIfCancelled, tooLargeFile } from './refusal';
import { titleFromFileName } from './title';

/** Markup parsed at most, in characters, once embedded data is out. */
const maxMarkup = 50 * 1_048_576;
/** Extraction is quadratic in depth (1,000 levels 0.3 s, 10,000 overflow the stack): deeper pages are kept whole. */
const maxExtractedDepth = 300;
/** Extraction takes about 1 s for 50,000 elements; larger pages are kept whole. */
const maxExtractedElements = 200_000;
/** An extraction shorter than this is doubted when the page has twice as much. */
const shortArticle = 400;

/** What is kept of a page, before it becomes a document. */
interface Kept extends HtmlBlocks {
  /** True when the article could not be told from the page. */
  readonly wholePage: boolean;
  readonly pictures: AssetCollector;
}

export const htmlImporter: Importer = {
  id: 'html',
  label: { en: 'Web page', fr: 'Page web' },
  extensions: ['html', 'htm', 'xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: isPlainlyHtml,
  read: readHtml,
};

async function readHtml(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const decoded = await decodeHtml(file.bytes);
  const lifted = liftEmbeddedData(decoded.text);
  if (lifted.html.length > maxMarkup) throw tooLargeFile(file.name, lifted.html.length, maxMarkup);
  const light = madeShallow(lifted.html);
  throwIfCancelled(file.name, signal);
  const fragment = fragmentOf(light);
  const first = await readPage(fragment ?? light, lifted, file);
  const facts = pageFacts(first.page, savedFrom(light));
  // who chose a part wants all of it
  const kept =
    fragment === null
      ? await keepArticle(first, () => readPage(light, lifted, file), facts.base)
      : keepAll(first, facts.base);
  throwIfCancelled(file.name, signal);
  const body = withoutTitle(normaliseBody({ version: 1, blocks: kept.blocks }), facts.title);
  const text = textOf(body);
  if (text.trim() === '') throw noText(file.name);
  const assets = kept.pictures.assetsOf(body);
  const document: ImportedDocument = {
    type: 'article',
    title: facts.title || titleOfBody(body) || titleFromFileName(file.name),
    metadata: { ...facts.metadata, language: await languageOf(facts.metadata.language, text) },
    body,
    labels: [],
    mediaType: 'text/html',
    losses: [
      ...decodingLosses(decoded),
      ...htmlLosses({ ...kept, tooDeep: light !== lifted.html }),
      ...kept.pictures.losses(),
    ],
    ...(assets.length > 0 ? { assets } : {}),
  };
  return { holds: 'documents', documents: [document] };
}

/** In the page itself, or in the folder a browser saved beside it; never from elsewhere. */
function pictureOf(address: string, page: LiftedPage, file: FileToRead): Uint8Array | null {
  const embedded = page.bytesOf(address);
  if (embedded !== null) return embedded;
  const part = file.part?.(address) ?? null;
  if (part !== null) return part;
  const path = companionPath(address);
  return path === null ? null : (file.companion?.(path) ?? null);
}

/** Signs that a page has parts beside its text; one without any is a document and kept whole. */
const siteParts =
  'nav, header, footer, aside, main, article, form, section, [role], div[class], div[id], ul[class], table[width], td[width], td[class]';

/** A parsed page whose pictures can be taken once: what takes them counts those that are absent. */
interface ReadPage {
  readonly page: DomDocument;
  readonly pictures: AssetCollector;
  readonly take: TakePicture;
}

async function readPage(source: string, lifted: LiftedPage, file: FileToRead): Promise<ReadPage> {
  const page = await parseDom(wholePage(source));
  const pictures = new AssetCollector();
  const drawing = liftDrawings(page);
  const { take, note } = pictureTaker(
    pictures,
    (address) => drawing(address) ?? pictureOf(address, lifted, file),
    lifted.variables,
  );
  note(page);
  return { page, pictures, take };
}

const keep = (root: DomElement, { pictures, take }: ReadPage, base: string, wholePage: boolean): Kept => ({
  ...htmlBlocks(root, base, take),
  wholePage,
  pictures,
});
const keepAll = (read: ReadPage, base: string, wholePage = false): Kept =>
  keep(read.page.documentElement, read, base, wholePage);

/** Extracts the article, or takes the page as a whole where that would lose text. */
async function keepArticle(read: ReadPage, readAgain: () => Promise<ReadPage>, base: string): Promise<Kept> {
  const { page } = read;
  if (!page.querySelector(siteParts)) return keepAll(read, base);
  const { depth, elements } = measureDom(page.documentElement);
  if (depth > maxExtractedDepth || elements > maxExtractedElements) return keepAll(read, base, true);
  const article = await extractArticle(page, shortArticle);
  const extracted = article ? keep(article, read, base, false) : null;
  const extractedLength = extracted ? lengthOf(extracted.blocks) : 0;
  if (extracted && extractedLength >= shortArticle) return extracted;
  // the extraction has taken the page apart
  const whole = keepAll(await readAgain(), base, true);
  return extracted && extractedLength * 2 >= lengthOf(whole.blocks) ? extracted : whole;
}

const lengthOf = (blocks: readonly Block[]): number => textOf({ version: 1, blocks }).length;
