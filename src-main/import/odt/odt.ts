/** OpenDocument texts (.odt): the text with its shape, footnotes, comments and highlighting as passages. */
import { emptyMetadata, type Metadata } from '@shared/model/document';
import { AssetCollector } from '../asset-collector';
import { titleOfBody } from '../body-title';
import { languageOf } from '../detect-language';
import { toEdtf } from '../edtf-date';
import type { TakenPicture } from '../html-pictures';
import type { FileToRead, Imported, Importer } from '../importer';
import { markedBody } from '../marked-body';
import { officeLosses } from '../office-losses';
import { inFolder, OfficePictures } from '../office-pictures';
import { maxOfficeBytes, type OfficeZip, openOfficeZip, zipMentions } from '../office-zip';
import { brokenFile, noText, throwIfCancelled } from '../refusal';
import { tidyLine, titleFromFileName } from '../title';
import { childOf, childrenOf, descendantsOf, textContent, type XmlElement } from '../xml';
import { type OdtPictures, odtText } from './text-blocks';
import { TextStyles } from './text-styles';

const mediaType = 'application/vnd.oasis.opendocument.text';

export const odtImporter: Importer = {
  id: 'odt',
  label: { en: 'OpenDocument text', fr: 'Texte OpenDocument' },
  extensions: ['odt', 'ott'],
  mediaTypes: [mediaType],
  content: 'binary',
  maxBytes: maxOfficeBytes,
  detect: (bytes) => zipMentions(bytes, mediaType),
  read: readOdt,
};

async function readOdt(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const zip = await openOfficeZip(file.name, file.bytes);
  const content = await zip.xml('content.xml');
  const text = childOf(content, 'office:body', 'office:text');
  if (!text) throw brokenFile(file.name, 'it has no text part, so it is no OpenDocument text');
  throwIfCancelled(file.name, signal);
  const common = await zip.xml('styles.xml');
  const groups = [common, content].flatMap((part) => [
    childOf(part, 'office:styles'),
    childOf(part, 'office:automatic-styles'),
  ]);
  const assets = new AssetCollector();
  const read = odtText(text, new TextStyles(groups), await picturesOf(text, zip, assets));
  throwIfCancelled(file.name, signal);
  const facts = childOf(await zip.xml('meta.xml'), 'office:meta');
  const title = tidyLine(read.title) || tidyLine(textContent(childOf(facts, 'dc:title')));
  const { body, text: words, annotations } = markedBody(read.blocks, title, read.comments);
  if (words.trim() === '') throw noText(file.name);
  const metadata = metadataOf(facts);
  return {
    holds: 'documents',
    documents: [
      {
        type: 'article',
        title: title || titleOfBody(body) || titleFromFileName(file.name),
        metadata: { ...metadata, language: await languageOf(metadata.language, words) },
        body,
        labels: [],
        mediaType,
        losses: [...assets.losses(), ...officeLosses({ commentsWithoutWords: read.commentsWithoutWords })],
        annotations,
        assets: assets.assetsOf(body),
      },
    ],
  };
}

/** The pictures the text shows, by the path it gives. */
async function picturesOf(text: XmlElement, zip: OfficeZip, assets: AssetCollector): Promise<OdtPictures> {
  const pictures = new OfficePictures(zip, assets);
  const taken = new Map<string, TakenPicture>();
  for (const frame of descendantsOf(text, 'draw:frame')) {
    // others stand in for the first, in kinds that older programs read
    const href = childOf(frame, 'draw:image')?.attributes['xlink:href'];
    if (href === undefined || taken.has(href)) continue;
    taken.set(href, await pictures.take(/^[a-z][\w+.-]*:/i.test(href) ? null : inFolder('', href)));
  }
  return taken;
}

function metadataOf(facts: XmlElement | undefined): Metadata {
  const value = (name: string): string => tidyLine(textContent(childOf(facts, name)));
  const said = childrenOf(facts, 'meta:user-defined').find(({ attributes }) => attributes['meta:name'] === 'date');
  return {
    ...emptyMetadata,
    authors: (value('meta:initial-creator') || value('dc:creator')).split(/\s*;\s*/).filter((author) => author !== ''),
    date: toEdtf(textContent(said).trim()) || toEdtf(value('meta:creation-date').slice(0, 10)),
    language: value('dc:language'),
    description: value('dc:description'),
  };
}
