/** Rich text (.rtf): the text with its shape, footnotes, comments and highlighting as passages. */
import { emptyMetadata } from '@shared/model/document';
import { AssetCollector } from '../asset-collector';
import { titleOfBody } from '../body-title';
import { languageOf } from '../detect-language';
import { toEdtf } from '../edtf-date';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { markedBody } from '../marked-body';
import { officeLosses } from '../office-losses';
import { brokenFile, noText, throwIfCancelled } from '../refusal';
import { tidyLine, titleFromFileName } from '../title';
import { type Decode, rtfText } from './rtf-reader';
import { rtfTokens } from './rtf-tokens';

const mediaType = 'application/rtf';
const begins = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '{\\rtf';

export const rtfImporter: Importer = {
  id: 'rtf',
  label: { en: 'Rich text', fr: 'Texte enrichi (RTF)' },
  extensions: ['rtf'],
  mediaTypes: [mediaType, 'text/rtf'],
  content: 'binary',
  maxBytes: maxTextBytes,
  detect: begins,
  read: readRtf,
};

async function readRtf(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  if (!begins(file.bytes)) throw brokenFile(file.name, 'it does not begin as RTF files do');
  const assets = new AssetCollector();
  const read = rtfText(rtfTokens(file.bytes), await decoder(), assets);
  throwIfCancelled(file.name, signal);
  const title = tidyLine(read.title);
  const { body, text, annotations } = markedBody(read.blocks, title, read.comments);
  if (text.trim() === '') throw noText(file.name);
  return {
    holds: 'documents',
    documents: [
      {
        type: 'article',
        title: title || titleOfBody(body) || titleFromFileName(file.name),
        metadata: {
          ...emptyMetadata,
          authors: read.author.split(/\s*;\s*/).flatMap((author) => tidyLine(author) || []),
          date: toEdtf(read.created),
          description: tidyLine(read.subject),
          language: await languageOf('', text),
        },
        body,
        labels: [],
        mediaType,
        losses: [
          ...assets.losses(),
          ...officeLosses({ commentsWithoutWords: read.comments.size - annotations.length }),
        ],
        annotations,
        assets: assets.assetsOf(body),
      },
    ],
  };
}

async function decoder(): Promise<Decode> {
  const { default: iconv } = await import('iconv-lite');
  return (bytes, charset) => iconv.decode(bytes, iconv.encodingExists(charset) ? charset : 'windows-1252');
}
