/**
 * Plain text (.txt): paragraphs and headings told from blank lines and line lengths,
 * the date some collections write before the first words.
 */

import type { ImportedDocument } from '@shared/model/document';
import { emptyMetadata } from '@shared/model/document';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import { normaliseBody, normaliseText, textOf } from '@shared/text/canonical-text';
import { withoutTitle } from './body-title';
import { decodeText, decodingLosses } from './decode-text';
import { detectLanguage } from './detect-language';
import { toEdtf } from './edtf-date';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from './importer';
import { noText } from './refusal';
import { textBlocks } from './text-blocks';
import { titleFromFileName, titleFromText } from './title';

export const textImporter: Importer = {
  id: 'text',
  label: { en: 'Plain text', fr: 'Texte brut' },
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  content: 'text',
  maxBytes: maxTextBytes,
  read: readText,
};

/** `date 2025-10-27` at the start of the first line: metadata that stands before the words. */
const dateLine = /^\s*date\s*:?\s+(\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?)(?![\w-])[ \t]*[:–—-]?[ \t]*/i;

async function readText(file: FileToRead): Promise<Imported> {
  const decoded = await decodeText(file.bytes);
  const document = await textDocument(decoded.text);
  if (!document) throw noText(file.name);
  const losses = [...decodingLosses(decoded), ...document.losses];
  return {
    holds: 'documents',
    documents: [{ ...document, title: document.title || titleFromFileName(file.name), losses }],
  };
}

/** An article from plain text; null when it holds no words. The title is empty when the text offers none. */
export async function textDocument(source: string): Promise<ImportedDocument | null> {
  const text = normaliseText(source);
  const dated = dateLine.exec(text);
  const date = dated ? toEdtf(dated[1] ?? '') : '';
  const blocks = textBlocks(date === '' ? text : text.slice(dated?.[0].length ?? 0));
  const whole = normaliseBody({ version: 1, blocks });
  const words = textOf(whole);
  if (words.trim() === '') return null;
  const [first] = whole.blocks;
  const title = titleFromText(first ? textOf({ version: 1, blocks: [first] }) : words);
  return {
    type: 'article',
    title,
    metadata: { ...emptyMetadata, date, language: await detectLanguage(words) },
    body: withoutTitle(whole, title),
    labels: [],
    mediaType: 'text/plain',
    losses: unprintable(source),
  };
}

/** Says how many control characters normalising took out; tabs and line ends are none. */
function unprintable(source: string): readonly ImportLoss[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting them is the point
  const count = source.match(/[\u0000-\u0008\u000B\u000E-\u001F\u007F]/g)?.length ?? 0;
  return countedLosses([['controlCharacters', count]]);
}
