/** A document as paragraphs of WordprocessingML: what is known of it, its text, its sources, passages without a place. */
import { parseComment } from '@shared/comments/comment-markdown';
import type { ExportChoices } from '@shared/contract/export-choices';
import type { Annotation } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import { type Markup, together, xml } from '../markup';
import type { BundleIndex } from '../reading/bundle-index';
import { sourcesOf } from '../reading/citations';
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
import { readingWords } from '../reading/reading-words';
import { bookmarkName, type DocxGathering, docxBlocks, paragraph, run } from './docx-blocks';

/** What documents and comments are made with. */
export interface Making {
  readonly index: BundleIndex;
  readonly language: ExportChoices['language'];
  readonly gathering: DocxGathering;
}

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

/** A passage's comment, of a number its highlight refers to. */
export function passageComment(annotation: Annotation, id: number, making: Making): Markup {
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

/** @param at - place among the documents of the file */
export function documentParagraphs(document: Document, at: number, making: Making): Markup {
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
