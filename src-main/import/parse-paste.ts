/** What a person pasted, as a document: HTML is cleaned like a file's, text is read like one. */
import type { ImportedDocument } from '@shared/model/document';
import { emptyMetadata } from '@shared/model/document';
import { Failure, failure, type Outcome, success } from '@shared/outcome/outcome';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { titleOfBody, withoutTitle } from './body-title';
import { languageOf } from './detect-language';
import { parseDom } from './dom';
import { htmlBlocks } from './html-blocks';
import { htmlLosses } from './html-losses';
import { savedFrom, wholePage, withoutEmbeddedData } from './html-source';
import { textDocument } from './text';

const nothingPasted = (): Failure =>
  new Failure('import/no-text', 'The clipboard holds no text. Copy the article’s words and paste them again.', {
    file: '',
  });

/** Reads pasted HTML as an article: all of it, for the person has chosen the part. */
export async function readPastedHtml(html: string): Promise<ImportedDocument> {
  const source = withoutEmbeddedData(html);
  const base = savedFrom(source) || (/^SourceURL:(https?:\/\/\S+)/im.exec(source.slice(0, 2048))?.[1] ?? '');
  const page = await parseDom(wholePage(fragmentOf(source)));
  const kept = htmlBlocks(page.documentElement, base);
  const whole = normaliseBody({ version: 1, blocks: kept.blocks });
  const text = textOf(whole);
  if (text.trim() === '') throw nothingPasted();
  const title = titleOfBody(whole);
  return {
    type: 'article',
    title,
    metadata: { ...emptyMetadata, url: base, language: await languageOf('', text) },
    body: withoutTitle(whole, title),
    labels: [],
    mediaType: 'text/html',
    losses: htmlLosses(kept),
  };
}

/** The chosen part: browsers put it between two comments, and a header before it on Windows. */
function fragmentOf(html: string): string {
  return /<!--\s*StartFragment\s*-->([^]*?)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html;
}

/** Reads pasted plain text as an article; its first line or sentence is the title. */
export async function readPastedText(text: string): Promise<ImportedDocument> {
  const document = await textDocument(text);
  if (!document) throw nothingPasted();
  return document;
}

/** Reads what was pasted: the HTML if there is any with words, else the text. */
export async function parsePaste(pasted: {
  readonly html?: string | undefined;
  readonly text: string;
}): Promise<Outcome<ImportedDocument>> {
  try {
    if (pasted.html !== undefined && hasWords(pasted.html)) return success(await readPastedHtml(pasted.html));
    return success(await readPastedText(pasted.text));
  } catch (error) {
    if (error instanceof Failure) return failure(error.data);
    throw error;
  }
}

const hasWords = (html: string): boolean =>
  /[\p{L}\p{N}]/u.test(html.replace(/<(script|style)\b[^]*?<\/\1\s*>|<[^<>]*>/gi, ' '));
