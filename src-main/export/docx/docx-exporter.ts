/**
 * DOCX: real headings, lists and tables; a comment and a highlight for every passage, links
 * that lead on inside the file. Written here and not by a library, so that the same bundle
 * gives the same bytes.
 */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { AnnotationUid } from '@shared/model/ids';
import type { Exporter } from '../exporter';
import { xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { officeLosses, wordKinds } from '../office-losses';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { citationWords } from '../reading/citations';
import { isoTime } from '../reading/passage-words';
import { pictureFiles, pictureParts } from '../reading/pictures';
import { readingWords } from '../reading/reading-words';
import { safeFileName } from '../safe-file-name';
import { zipPieces } from '../zip-writer';
import { bookmarkName, type DocxGathering } from './docx-blocks';
import { documentParagraphs, type Making, passageComment } from './docx-document';
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

const spaces = { 'xmlns:w': wordSpace, 'xmlns:r': relationSpace, ...pictureSpaces } as const;

/** A4, in twentieths of a point. */
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

interface Gathered {
  readonly bundle: ExportBundle;
  readonly language: ExportChoices['language'];
  readonly index: BundleIndex;
  readonly pictures: ReturnType<typeof pictureFiles>;
  readonly comments: ReadonlyMap<AnnotationUid, number>;
  /** Grows by each list of the text. */
  readonly lists: ('ordered' | 'bulleted')[];
}

/** What the text of a part refers to; each part has relations of its own, pictures are numbered throughout. */
function gatherings(of: Gathered): (relations: Relations) => DocxGathering {
  const { bundle, language, index, pictures, comments, lists } = of;
  let placed = 0;
  return (relations) => ({
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
}

/** Numbers of the passages' comments, in the order of the text. */
function commentNumbers(bundle: ExportBundle, index: BundleIndex): ReadonlyMap<AnnotationUid, number> {
  const numbers = new Map<AnnotationUid, number>();
  for (const document of bundle.documents)
    for (const { uid, orphaned } of index.annotationsOf(document.uid)) if (!orphaned) numbers.set(uid, numbers.size);
  return numbers;
}

/** The parts of the file, everything numbered in the order of the text. */
function* parts(bundle: ExportBundle, { language }: ExportChoices): Generator<ExportedFile> {
  const index = indexBundle(bundle);
  const pictures = pictureFiles(bundle, (name) => `media/${name}`, wordKinds);
  const comments = commentNumbers(bundle, index);
  const lists: ('ordered' | 'bulleted')[] = [];
  const gatheringFor = gatherings({ bundle, language, index, pictures, comments, lists });
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
    return annotation === undefined ? [] : [passageComment(annotation, id, beside)];
  });
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
