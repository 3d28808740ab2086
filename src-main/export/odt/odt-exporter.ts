/** ODT: the text for LibreOffice and Word, passages highlighted, each with an annotation over its words. */

import { parseComment } from '@shared/comments/comment-markdown';
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { Annotation } from '@shared/model/annotation';
import type { AssetMediaType } from '@shared/model/asset';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { textOf } from '@shared/text/canonical-text';
import type { Exporter } from '../exporter';
import { type Markup, together, xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { officeLosses } from '../office-losses';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { citationWords, sourcesOf } from '../reading/citations';
import { layOut } from '../reading/laid-body';
import {
  documentFacts,
  isoTime,
  kindWords,
  linkTarget,
  oneLine,
  passageFacts,
  relationWords,
  titleWords,
} from '../reading/passage-words';
import { pictureFiles, pictureParts } from '../reading/pictures';
import { readingWords } from '../reading/reading-words';
import { safeFileName } from '../safe-file-name';
import { zipPieces } from '../zip-writer';
import { heading, type OdtGathering, odtBlocks, paragraph, spanStyles } from './odt-blocks';
import { contentStyles, manifestPart, mediaType, spaces, stylesPart } from './odt-parts';

/** The lines of a passage's annotation: plain words, which every reader shows. */
function annotationLines(
  annotation: Annotation,
  index: BundleIndex,
  language: ExportChoices['language'],
): readonly string[] {
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const comment = textOf(parseComment(annotation.comment));
  return [
    kindWords(annotation.kind, language),
    ...(comment === '' ? [] : comment.split('\n')),
    ...passageFacts(annotation, index, language).map(({ label, value }) => `${label}${colon} ${value}`),
    ...(annotation.labels.length === 0
      ? []
      : [`${readingWords[language].labels}${colon} ${annotation.labels.map(oneLine).join(', ')}`]),
    ...index
      .linksOf(annotation.uid)
      .map((end) => `→ ${relationWords(end.link, end.outgoing, language)} ${linkTarget(end, index, language)}`),
  ];
}

function gatheringFor(
  index: BundleIndex,
  language: ExportChoices['language'],
  pictureOf: OdtGathering['pictureOf'],
): OdtGathering {
  return {
    styles: new Set(),
    linesOf: (annotation) => annotationLines(annotation, index, language),
    dateOf: (annotation) => isoTime(annotation.createdAtMs),
    bookmarkOf: (target) => {
      if ('document' in target) return index.document(target.document) === undefined ? null : `d-${target.document}`;
      const annotation = index.annotation(target.annotation);
      if (annotation === undefined) return null;
      return annotation.orphaned ? `d-${annotation.document}` : `p-${annotation.uid}`;
    },
    sourceOf: (passage) => citationWords(passage, index, language),
    pictureWord: readingWords[language].picture,
    pictureOf,
  };
}

/** The list of what the document quotes, each with its address. */
function sourceParagraphs(document: Document, index: BundleIndex, language: ExportChoices['language']): Markup {
  const sources = sourcesOf(document, index, language);
  const words = readingWords[language].sources;
  if (sources.length === 0) return together();
  return together(
    heading(2, words, words),
    sources.map(({ words, address }, at) =>
      paragraph('Facts', words, [
        `${at + 1}. ${words}${address === '' ? '' : ', '}`,
        address !== '' && xml('text:a', { 'xlink:type': 'simple', 'xlink:href': address }, address),
      ]),
    ),
  );
}

function documentText(
  document: Document,
  index: BundleIndex,
  language: ExportChoices['language'],
  gathering: OdtGathering,
): Markup {
  const words = readingWords[language];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const annotations = index.annotationsOf(document.uid);
  const orphans = annotations.filter(({ orphaned }) => orphaned);
  const title = titleWords(document.title, language);
  return together(
    heading(1, title, together(xml('text:bookmark', { 'text:name': `d-${document.uid}` }), title)),
    documentFacts(document, index, language).map(({ label, value }) =>
      paragraph('Facts', value, `${label}${colon} ${value}`),
    ),
    odtBlocks(layOut(document.body, annotations), gathering),
    sourceParagraphs(document, index, language),
    orphans.length > 0 && [
      heading(2, words.orphans, words.orphans),
      orphans.map((annotation) => [
        paragraph('Quotations', annotation.selector.exact, oneLine(annotation.selector.exact)),
        annotationLines(annotation, index, language).map((line) => paragraph('Facts', line, line)),
      ]),
    ],
  );
}

/** The kinds programs that read OpenDocument show. */
const odtKinds: ReadonlySet<AssetMediaType> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml']);

function* parts(bundle: ExportBundle, { language }: ExportChoices): Generator<ExportedFile> {
  const index = indexBundle(bundle);
  const pictures = pictureFiles(bundle, (name) => `Pictures/${name}`, odtKinds);
  const gathering = gatheringFor(index, language, (asset) => {
    const [path, size] = [pictures.get(asset), bundle.describeAsset(asset)];
    return path === undefined || size === null ? null : { path, width: size.width, height: size.height };
  });
  const kinds = [...pictures].map(([asset, path]) => [path, bundle.describeAsset(asset)?.mediaType ?? ''] as const);
  const text = bundle.documents.map((document) => documentText(document, index, language, gathering));
  const content = xmlFile(
    xml(
      'office:document-content',
      { ...spaces, 'office:version': '1.3' },
      xml('office:automatic-styles', {}, contentStyles, spanStyles(gathering)),
      xml('office:body', {}, xml('office:text', {}, text)),
    ),
  );
  const meta = xmlFile(
    xml(
      'office:document-meta',
      { ...spaces, 'office:version': '1.3' },
      xml(
        'office:meta',
        {},
        xml('meta:generator', {}, 'Postil'),
        xml('dc:title', {}, nameOfBundle(bundle, language)),
        xml('meta:creation-date', {}, isoTime(bundle.exportedAtMs)),
      ),
    ),
  );
  const files: readonly (readonly [string, string])[] = [
    // First and unpacked: a reader looks for it at a fixed place.
    ['mimetype', mediaType],
    ['META-INF/manifest.xml', manifestPart(kinds)],
    ['content.xml', content],
    ['styles.xml', stylesPart],
    ['meta.xml', meta],
  ];
  const encoder = new TextEncoder();
  for (const [path, words] of files) yield { path, bytes: encoder.encode(words) };
  yield* pictureParts(bundle, pictures, '');
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.odt`;
  yield { path, bytes: new Uint8Array(Buffer.concat([...zipPieces(parts(bundle, choices))])) };
}

export const odtExporter: Exporter = {
  id: 'odt',
  label: { en: 'OpenDocument (ODT)', fr: 'OpenDocument (ODT)' },
  description: {
    en: 'A document for LibreOffice: passages highlighted, each with its comment.',
    fr: 'Un document pour LibreOffice : passages surlignés, chacun avec son commentaire.',
  },
  carries: {
    en: 'text with headings, lists, tables, emphasis and pictures; passages as highlights with comments; links inside the file',
    fr: 'texte avec titres, listes, tableaux, mises en valeur et images ; passages surlignés avec commentaires ; liens dans le fichier',
  },
  target: 'file',
  extension: 'odt',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'none',
  carriesBin: false,
  losses: (bundle) => officeLosses(bundle, odtKinds),
  write,
};
