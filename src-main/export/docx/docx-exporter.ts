/**
 * DOCX: real headings, lists and tables; a comment and a highlight for every passage, links
 * that lead on inside the file. Written here and not by a library, so that the same bundle
 * gives the same bytes.
 */

import { parseComment } from '@shared/comments/comment-markdown';
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { Annotation } from '@shared/model/annotation';
import type { AssetMediaType } from '@shared/model/asset';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { AnnotationUid } from '@shared/model/ids';
import { countEarlier, countOriginals, countOutsideLinks, countOverlaps, lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { type Markup, together, xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
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
import { countAbsentPictures, countPicturesBut, pictureFiles, pictureParts } from '../reading/pictures';
import { readingWords } from '../reading/reading-words';
import { safeFileName } from '../safe-file-name';
import { zipPieces } from '../zip-writer';
import { bookmarkName, type DocxGathering, docxBlocks, paragraph, run } from './docx-blocks';
import {
  contentTypesPart,
  corePart,
  numberingPart,
  packageRelations,
  relationSpace,
  relationsPart,
  stylesPart,
  wordSpace,
} from './docx-parts';
import { pictureSpaces } from './docx-picture';

type Relations = Parameters<typeof relationsPart>[0][number][];

interface Making {
  readonly index: BundleIndex;
  readonly language: ExportChoices['language'];
  readonly gathering: DocxGathering;
}

const spaces = { 'xmlns:w': wordSpace, 'xmlns:r': relationSpace, ...pictureSpaces } as const;

/** The kinds every word processor shows. */
const wordKinds: ReadonlySet<AssetMediaType> = new Set(['image/png', 'image/jpeg', 'image/gif']);
const bold = xml('w:b');

/** A line of a comment or of what is known: a name in bold, its words, perhaps a link inside the file. */
function factLine(style: string, label: string, value: string, anchor: string | null = null): Markup {
  const words = run(value, anchor !== null && xml('w:rStyle', { 'w:val': 'Hyperlink' }));
  return paragraph(style, '', [
    run(`${label} `, bold),
    anchor === null ? words : xml('w:hyperlink', { 'w:anchor': anchor }, words),
  ]);
}

/** What a passage's comment says: kind, comment, fields, labels, links. */
function commentLines(annotation: Annotation, { index, language, gathering }: Making): Markup {
  const words = readingWords[language];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  return together(
    paragraph('CommentText', '', run(kindWords(annotation.kind, language), bold)),
    annotation.comment !== '' && docxBlocks(layOut(parseComment(annotation.comment), []), gathering),
    passageFacts(annotation, index, language).map(({ label, value }) =>
      factLine('CommentText', `${label}${colon}`, value),
    ),
    annotation.labels.length > 0 &&
      factLine('CommentText', `${words.labels}${colon}`, annotation.labels.map(oneLine).join(', ')),
    index.linksOf(annotation.uid).map((end) => {
      const anchor =
        end.annotation !== null && !end.annotation.orphaned
          ? bookmarkName('p', end.annotation.uid)
          : end.document !== null
            ? bookmarkName('d', end.document.uid)
            : null;
      return factLine(
        'CommentText',
        `→ ${relationWords(end.link, end.outgoing, language)}`,
        linkTarget(end, index, language),
        anchor,
      );
    }),
  );
}

function comment(annotation: Annotation, id: number, making: Making): Markup {
  return xml(
    'w:comment',
    { 'w:id': id, 'w:author': 'Postil', 'w:date': isoTime(annotation.createdAtMs) || null, 'w:initials': 'P' },
    commentLines(annotation, making),
  );
}

/** The list of what the document quotes, each with its address. */
function sourceParagraphs(document: Document, { index, language, gathering }: Making): Markup {
  const sources = sourcesOf(document, index, language);
  const heading = readingWords[language].sources;
  if (sources.length === 0) return together();
  return together(
    paragraph('Heading2', heading, run(heading)),
    sources.map(({ words, address }, at) =>
      paragraph('Facts', words, [
        run(`${at + 1}. ${words}${address === '' ? '' : ', '}`),
        address !== '' &&
          xml(
            'w:hyperlink',
            { 'r:id': gathering.relationOf(address) },
            run(address, xml('w:rStyle', { 'w:val': 'Hyperlink' })),
          ),
      ]),
    ),
  );
}

function documentParagraphs(document: Document, at: number, making: Making): Markup {
  const { index, language, gathering } = making;
  const words = readingWords[language];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const title = titleWords(document.title, language);
  const annotations = index.annotationsOf(document.uid);
  const orphans = annotations.filter(({ orphaned }) => orphaned);
  // Bookmarks of documents are numbered beyond those of passages, which share their comments' numbers.
  const bookmark = 1_000_000 + at;
  return together(
    paragraph(
      'Heading1',
      title,
      [
        xml('w:bookmarkStart', { 'w:id': bookmark, 'w:name': bookmarkName('d', document.uid) }),
        run(title),
        xml('w:bookmarkEnd', { 'w:id': bookmark }),
      ],
      at > 0 && xml('w:pageBreakBefore'),
    ),
    documentFacts(document, index, language).map(({ label, value }) => factLine('Facts', `${label}${colon}`, value)),
    paragraph(null, '', null),
    docxBlocks(layOut(document.body, annotations), gathering),
    sourceParagraphs(document, making),
    orphans.length > 0 && [
      paragraph('Heading2', words.orphans, run(words.orphans)),
      orphans.map((annotation) => [
        paragraph('Quote', annotation.selector.exact, run(annotation.selector.exact)),
        commentLines(annotation, making),
      ]),
    ],
  );
}

/** The id of a part's relation to a target, made when there is none. */
function relationTo(
  relations: Relations,
  { type, target, outside = false }: { readonly type: string; readonly target: string; readonly outside?: boolean },
): string {
  const whole = `${relationSpace}/${type}`;
  const known = relations.find((relation) => relation.type === whole && relation.target === target);
  if (known !== undefined) return known.id;
  const id = `rId${relations.length + 1}`;
  relations.push({ id, type: whole, target, ...(outside ? { outside } : {}) });
  return id;
}

/** The parts of the file, everything numbered in the order of the text. */
function* parts(bundle: ExportBundle, { language }: ExportChoices): Generator<ExportedFile> {
  const index = indexBundle(bundle);
  const pictures = pictureFiles(bundle, (name) => `media/${name}`, wordKinds);
  let placed = 0;
  const comments = new Map<AnnotationUid, number>();
  for (const document of bundle.documents)
    for (const { uid, orphaned } of index.annotationsOf(document.uid)) if (!orphaned) comments.set(uid, comments.size);
  const lists: ('ordered' | 'bulleted')[] = [];
  const gatheringFor = (relations: Relations): DocxGathering => ({
    commentOf: ({ uid }) => comments.get(uid) ?? 0,
    relationOf: (address) => relationTo(relations, { type: 'hyperlink', target: address, outside: true }),
    pictureOf: (asset) => {
      const [target, size] = [pictures.get(asset), bundle.describeAsset(asset)];
      if (target === undefined || size === null) return null;
      const relation = relationTo(relations, { type: 'image', target });
      return { relation, id: ++placed, width: size.width, height: size.height };
    },
    numberingOf: (list) => lists.push(list),
    bookmarkOf: (target) => {
      if ('document' in target)
        return index.document(target.document) === undefined ? null : bookmarkName('d', target.document);
      const annotation = index.annotation(target.annotation);
      if (annotation === undefined) return null;
      return annotation.orphaned ? bookmarkName('d', annotation.document) : bookmarkName('p', annotation.uid);
    },
    sourceOf: (passage) => citationWords(passage, index, language),
    pictureWord: readingWords[language].picture,
  });
  const relations: Relations = ['styles', 'numbering', 'comments'].map((name, at) => ({
    id: `rId${at + 1}`,
    type: `${relationSpace}/${name}`,
    target: `${name}.xml`,
  }));
  const ofComments: Relations = [];
  const text: Making = { index, language, gathering: gatheringFor(relations) };
  const beside: Making = { index, language, gathering: gatheringFor(ofComments) };
  const body = bundle.documents.map((document, at) => documentParagraphs(document, at, text));
  const remarks = [...comments].flatMap(([uid, id]) => {
    const annotation = index.annotation(uid);
    return annotation === undefined ? [] : [comment(annotation, id, beside)];
  });
  const page = xml(
    'w:sectPr',
    {},
    xml('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    xml('w:pgMar', {
      'w:top': 1417,
      'w:right': 1417,
      'w:bottom': 1417,
      'w:left': 1417,
      'w:header': 708,
      'w:footer': 708,
      'w:gutter': 0,
    }),
  );
  const files: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypesPart],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', corePart(nameOfBundle(bundle, language), isoTime(bundle.exportedAtMs))],
    ['word/document.xml', xmlFile(xml('w:document', spaces, xml('w:body', {}, body, page)))],
    ['word/_rels/document.xml.rels', relationsPart(relations)],
    ['word/comments.xml', xmlFile(xml('w:comments', spaces, remarks))],
    ['word/_rels/comments.xml.rels', relationsPart(ofComments)],
    ['word/styles.xml', stylesPart],
    ['word/numbering.xml', numberingPart(lists)],
  ];
  const encoder = new TextEncoder();
  for (const [path, content] of files) yield { path, bytes: encoder.encode(content) };
  yield* pictureParts(bundle, pictures, 'word/');
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.docx`;
  yield { path, bytes: new Uint8Array(Buffer.concat([...zipPieces(parts(bundle, choices))])) };
}

/** What a word processor's file leaves behind, its pictures being of these kinds. */
export const officeLosses = (bundle: ExportBundle, kinds = wordKinds): readonly Loss[] =>
  lossesOf({
    underlays: countOverlaps(bundle),
    originals: countOriginals(bundle),
    absentPictures: countAbsentPictures(bundle),
    unreadablePictures: countPicturesBut(bundle, kinds),
    outsideLinks: countOutsideLinks(bundle),
    earlierVersions: countEarlier(bundle),
  });

export const docxExporter: Exporter = {
  id: 'docx',
  label: { en: 'Word (DOCX)', fr: 'Word (DOCX)' },
  description: {
    en: 'A document for Word: passages highlighted, each with its comment.',
    fr: 'Un document pour Word : passages surlignés, chacun avec son commentaire.',
  },
  carries: {
    en: 'text with headings, lists, tables, emphasis and pictures; passages as highlights with Word comments; links inside the file',
    fr: 'texte avec titres, listes, tableaux, mises en valeur et images ; passages surlignés avec commentaires Word ; liens dans le fichier',
  },
  target: 'file',
  extension: 'docx',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'none',
  carriesBin: false,
  losses: (bundle) => officeLosses(bundle),
  write,
};
