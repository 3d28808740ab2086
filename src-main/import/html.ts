/**
 * Web pages (.html, .htm, .xhtml): the article told from the page around it, its
 * metadata, and its text as our own blocks. Nothing of the page runs, loads or stays.
 */
import type { Block } from '@shared/model/block';
import type { ImportedDocument } from '@shared/model/document';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { titleOfBody, withoutTitle } from './body-title';
import { decodingLosses } from './decode-text';
import { languageOf } from './detect-language';
import { type DomDocument, extractArticle, measureDom, parseDom } from './dom';
import { type HtmlBlocks, htmlBlocks } from './html-blocks';
import { htmlLosses } from './html-losses';
import { pageFacts } from './html-metadata';
import { decodeHtml, fragmentOf, isPlainlyHtml, savedFrom, wholePage, withoutEmbeddedData } from './html-source';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from './importer';
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
  const found = withoutEmbeddedData(decoded.text);
  if (found.length > maxMarkup) throw tooLargeFile(file.name, found.length, maxMarkup);
  const light = madeShallow(found);
  throwIfCancelled(file.name, signal);
  const fragment = fragmentOf(light);
  const page = await parseDom(wholePage(fragment ?? light));
  const facts = pageFacts(page, savedFrom(light));
  // who chose a part wants all of it
  const kept = fragment === null ? await keepArticle(page, light, facts.base) : keepAll(page, facts.base);
  throwIfCancelled(file.name, signal);
  const body = withoutTitle(normaliseBody({ version: 1, blocks: kept.blocks }), facts.title);
  const text = textOf(body);
  if (text.trim() === '') throw noText(file.name);
  const document: ImportedDocument = {
    type: 'article',
    title: facts.title || titleOfBody(body) || titleFromFileName(file.name),
    metadata: { ...facts.metadata, language: await languageOf(facts.metadata.language, text) },
    body,
    labels: [],
    mediaType: 'text/html',
    losses: [...decodingLosses(decoded), ...htmlLosses({ ...kept, tooDeep: light !== found })],
  };
  return { holds: 'documents', documents: [document] };
}

/** Signs that a page has parts beside its text; one without any is a document and kept whole. */
const siteParts =
  'nav, header, footer, aside, main, article, form, section, [role], div[class], div[id], ul[class], table[width], td[width], td[class]';

const keepAll = (page: DomDocument, base: string): Kept => ({
  ...htmlBlocks(page.documentElement, base),
  wholePage: false,
});

/** Extracts the article, or takes the page as a whole where that would lose text. */
async function keepArticle(page: DomDocument, source: string, base: string): Promise<Kept> {
  if (!page.querySelector(siteParts)) return keepAll(page, base);
  const { depth, elements } = measureDom(page.documentElement);
  if (depth > maxExtractedDepth || elements > maxExtractedElements)
    return { ...htmlBlocks(page.documentElement, base), wholePage: true };
  const article = await extractArticle(page, shortArticle);
  const extracted = article ? htmlBlocks(article, base) : null;
  const extractedLength = extracted ? lengthOf(extracted.blocks) : 0;
  if (extracted && extractedLength >= shortArticle) return { ...extracted, wholePage: false };
  // the extraction has taken the page apart
  const again = await parseDom(wholePage(source));
  const whole = htmlBlocks(again.documentElement, base);
  if (extracted && extractedLength * 2 >= lengthOf(whole.blocks)) return { ...extracted, wholePage: false };
  return { ...whole, wholePage: true };
}

const lengthOf = (blocks: readonly Block[]): number => textOf({ version: 1, blocks }).length;
