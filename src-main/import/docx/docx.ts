/** Word documents (.docx): the text with its shape, footnotes, comments and highlighting as passages. */
import type { ImportedDocument, Metadata } from '@shared/model/document';
import { emptyMetadata } from '@shared/model/document';
import { AssetCollector } from '../asset-collector';
import { titleOfBody } from '../body-title';
import { languageOf } from '../detect-language';
import { toEdtf } from '../edtf-date';
import type { FileToRead, Imported, Importer } from '../importer';
import { markedBody, signedComment } from '../marked-body';
import { officeLosses } from '../office-losses';
import { OfficePictures } from '../office-pictures';
import { maxOfficeBytes, type OfficeZip, openOfficeZip, zipMentions } from '../office-zip';
import { brokenFile, noText, throwIfCancelled } from '../refusal';
import { tidyLine, titleFromFileName } from '../title';
import { childOf, childrenOf, descendantsOf, textContent, type XmlElement } from '../xml';
import { type WordNotes, type WordStory, wordStory } from './word-blocks';
import { noRelations, relationsOf } from './word-relations';
import { WordStyles } from './word-styles';

export const docxImporter: Importer = {
  id: 'docx',
  label: { en: 'Word document', fr: 'Document Word' },
  extensions: ['docx', 'docm', 'dotx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  content: 'binary',
  maxBytes: maxOfficeBytes,
  detect: (bytes) => zipMentions(bytes, 'word/'),
  read: readDocx,
};

async function readDocx(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const zip = await openOfficeZip(file.name, file.bytes);
  const main = (await mainPart(zip)) ?? 'word/document.xml';
  const body = childOf(await zip.xml(main), 'w:body');
  if (!body) throw brokenFile(file.name, 'it has no text part, so it is no Word document');
  throwIfCancelled(file.name, signal);
  const styles = new WordStyles(await zip.xml('word/styles.xml'), await zip.xml('word/numbering.xml'));
  const assets = new AssetCollector();
  const pictures = new OfficePictures(zip, assets);
  const story = wordStory(
    body,
    styles,
    await relationsOf(zip, main, pictures),
    await notesOf(zip, 'word/footnotes.xml', 'w:footnote', pictures),
    await notesOf(zip, 'word/endnotes.xml', 'w:endnote', pictures),
  );
  throwIfCancelled(file.name, signal);
  return { holds: 'documents', documents: [await documentOf(file, zip, story, assets)] };
}

async function documentOf(
  file: FileToRead,
  zip: OfficeZip,
  story: WordStory,
  assets: AssetCollector,
): Promise<ImportedDocument> {
  const { title, metadata } = coreProperties(await zip.xml('docProps/core.xml'));
  const named = tidyLine(story.title) || title;
  const comments = commentsIn(await zip.xml('word/comments.xml'));
  const said = new Map(
    [...story.passages].map(
      ([id, { comment }]) => [id, comment === null ? '' : (comments.get(comment) ?? '')] as const,
    ),
  );
  const { body, text, annotations } = markedBody(story.blocks, named, said);
  if (text.trim() === '') throw noText(file.name);
  return {
    type: 'article',
    title: named || titleOfBody(body) || titleFromFileName(file.name),
    metadata: { ...metadata, language: await languageOf(metadata.language, text) },
    body,
    labels: [],
    mediaType: docxImporter.mediaTypes[0] ?? '',
    losses: [
      ...assets.losses(),
      ...officeLosses({
        deletions: story.deletions,
        commentsWithoutWords: comments.size - annotations.filter(({ comment }) => comment !== '').length,
      }),
    ],
    annotations,
    assets: assets.assetsOf(body),
  };
}

/** Path of the part that holds the text, by the package's relations. */
async function mainPart(zip: OfficeZip): Promise<string | undefined> {
  const relations = childrenOf(await zip.xml('_rels/.rels'), 'Relationship');
  const target = relations.find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))?.attributes.Target;
  const path = target?.replace(/^\//, '');
  return path !== undefined && zip.has(path) ? path : undefined;
}

async function notesOf(zip: OfficeZip, part: string, name: string, pictures: OfficePictures): Promise<WordNotes> {
  const notes = childrenOf(await zip.xml(part), name).filter(
    ({ attributes }) => !attributes['w:type']?.includes('eparator'),
  );
  return {
    byId: new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note])),
    relations: notes.length === 0 ? noRelations : await relationsOf(zip, part, pictures),
  };
}

/** Comments by number: their words, and who said them. */
function commentsIn(part: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(part, 'w:comment').map((comment) => {
      const words = descendantsOf(comment, 'w:p')
        .map((paragraph) => descendantsOf(paragraph, 'w:t').map(textContent).join(''))
        .join('\n\n')
        .trim();
      const author = tidyLine(comment.attributes['w:author'] ?? '');
      return [comment.attributes['w:id'] ?? '', signedComment(words, author)];
    }),
  );
}

function coreProperties(core: XmlElement | undefined): { readonly title: string; readonly metadata: Metadata } {
  const value = (name: string): string => tidyLine(textContent(childOf(core, name)));
  const authors = value('dc:creator')
    .split(/\s*;\s*/)
    .filter((author) => author !== '');
  return {
    title: value('dc:title'),
    metadata: {
      ...emptyMetadata,
      authors,
      date: toEdtf(value('dcterms:created').slice(0, 10)),
      language: value('dc:language'),
      description: value('dc:description'),
    },
  };
}
