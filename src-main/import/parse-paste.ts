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
import { fragmentOf, savedFrom, wholePage, withoutEmbeddedData } from './html-source';
import { textDocument } from './text';

const nothingPasted = (): Failure =>
  new Failure('import/no-text', 'The clipboard holds no text. Copy the article’s words and paste them again.', {
    file: '',
  });

/** What the clipboard held; `html` is absent or empty when it held text only. */
export interface Pasted {
  readonly html?: string | undefined;
  readonly text: string;
}

/**
 * Reads pasted HTML as an article: all of it, for the person has chosen the part.
 *
 * @throws Failure `import/no-text`
 */
export async function readPastedHtml(html: string): Promise<ImportedDocument> {
  const document = await htmlDocument(html);
  if (!document) throw nothingPasted();
  return document;
}

async function htmlDocument(html: string): Promise<ImportedDocument | null> {
  const source = withoutEmbeddedData(html);
  const base = savedFrom(source) || (/^SourceURL:(https?:\/\/\S+)/im.exec(source.slice(0, 2048))?.[1] ?? '');
  const page = await parseDom(wholePage(fragmentOf(source) ?? source));
  const kept = htmlBlocks(page.documentElement, base);
  const whole = normaliseBody({ version: 1, blocks: kept.blocks });
  const text = textOf(whole);
  if (text.trim() === '') return null;
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

/**
 * Reads pasted plain text as an article; its first line or sentence is the title.
 *
 * @throws Failure `import/no-text`
 */
export async function readPastedText(text: string): Promise<ImportedDocument> {
  const document = await textDocument(text);
  if (!document) throw nothingPasted();
  return document;
}

/** Reads what was pasted: the HTML if there is any with words, else the text. */
export async function parsePaste(pasted: Pasted): Promise<Outcome<ImportedDocument>> {
  try {
    const fromHtml = pasted.html === undefined ? null : await htmlDocument(pasted.html);
    return success(fromHtml ?? (await readPastedText(pasted.text)));
  } catch (error) {
    if (error instanceof Failure) return failure(error.data);
    throw error;
  }
}
