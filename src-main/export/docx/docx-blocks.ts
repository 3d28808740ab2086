/** Laid-out blocks as Word's paragraphs, runs and tables, with comments around passages. */
import { kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Mark, Mention, Passage } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { type Content, type Markup, together, xml } from '../markup';
import type { LaidBlock, LaidList, Segment } from '../reading/laid-body';
import { isRightToLeft } from '../reading/writing-direction';
import { deepestLevel } from './docx-parts';
import { type PlacedPicture, pictureRun } from './docx-picture';

/** What a file gathers while its text is written. */
export interface DocxGathering {
  /** The comment's number of a passage. */
  readonly commentOf: (annotation: Annotation) => number;
  /** A relation's id for an address outside. */
  readonly relationOf: (address: string) => string;
  /** A fresh numbering for a list. */
  readonly numberingOf: (list: 'ordered' | 'bulleted') => number;
  /** The bookmark a mention leads to; null when its target is not in the file. */
  readonly bookmarkOf: (target: Mention['target']) => string | null;
  readonly sourceOf: (passage: Passage) => string;
  readonly pictureWord: string;
  /** A picture to be placed; null for one the file can't hold. */
  readonly pictureOf: (asset: Sha256) => Omit<PlacedPicture, 'alt'> | null;
}

const val = (value: string | number) => ({ 'w:val': value });
const relationAttributes = (id: string) => ({ 'r:id': id });

/** Bookmarks take letters, digits and underscores, 40 at most. */
export const bookmarkName = (sign: 'p' | 'd', uid: string): string => `${sign}_${uid.replaceAll('-', '')}`;

/** Word has fifteen highlighters; kinds take them in turn. */
const highlighters = ['yellow', 'cyan', 'green', 'magenta'] as const;
function highlighterOf(annotation: Annotation): string {
  const at = kinds.findIndex(({ id }) => id === annotation.kind);
  return at < 0 ? 'lightGray' : (highlighters[at % highlighters.length] ?? 'lightGray');
}

const runMarks: Readonly<Record<Mark, Markup>> = {
  bold: xml('w:b'),
  italic: xml('w:i'),
  underline: xml('w:u', val('single')),
  strike: xml('w:strike'),
  code: xml('w:rStyle', val('VerbatimChar')),
  sub: xml('w:vertAlign', val('subscript')),
  sup: xml('w:vertAlign', val('superscript')),
};
/** The schema has run properties in this order. */
const propertyOrder: readonly Mark[] = ['code', 'bold', 'italic', 'strike'];
const lateOrder: readonly Mark[] = ['underline', 'sub', 'sup'];

/** Text with its line breaks and tabs. */
function runText(text: string): Content {
  return text.split(/([\n\t])/).map((part): Content => {
    if (part === '\n') return xml('w:br');
    if (part === '\t') return xml('w:tab');
    return part !== '' && xml('w:t', { 'xml:space': 'preserve' }, part);
  });
}

/** A run of plain text with properties given in the schema's order. */
export const run = (text: string, properties: Content = null): Markup =>
  xml('w:r', {}, properties !== null && xml('w:rPr', {}, properties), runText(text));

function segmentRun(segment: Segment, linked: boolean): Markup {
  const marked = (order: readonly Mark[]): readonly Markup[] =>
    order.filter((mark) => segment.marks.includes(mark)).map((mark) => runMarks[mark]);
  const top = segment.on.at(-1);
  const underlined = linked && !segment.marks.includes('underline');
  const [underline, ...vertical] = [lateOrder.slice(0, 1), lateOrder.slice(1)].map(marked);
  const properties: readonly Markup[] = [
    ...(linked && !segment.marks.includes('code') ? [xml('w:rStyle', val('Hyperlink'))] : []),
    ...marked(propertyOrder),
    ...(top === undefined ? [] : [xml('w:highlight', val(highlighterOf(top)))]),
    ...(underlined ? [] : (underline ?? [])),
    ...vertical.flat(),
    ...(isRightToLeft(segment.text) ? [xml('w:rtl')] : []),
  ];
  return run(segment.text, properties.length === 0 ? null : properties);
}

/** Pieces of text with the ranges of their comments and bookmarks of their passages. */
export function segmentRuns(segments: readonly Segment[], gathering: DocxGathering): Markup {
  return together(
    segments.map((segment) => {
      const bookmark = segment.mention === null ? null : gathering.bookmarkOf(segment.mention);
      const address = segment.link !== null && /^(https?:\/\/|mailto:)/i.test(segment.link) ? segment.link : null;
      const text = segmentRun(segment, bookmark !== null || address !== null);
      const linked =
        address !== null
          ? xml('w:hyperlink', relationAttributes(gathering.relationOf(address)), text)
          : bookmark !== null
            ? xml('w:hyperlink', { 'w:anchor': bookmark }, text)
            : text;
      return [
        segment.begins.map((annotation) => rangeStart(annotation, gathering)),
        linked,
        segment.ends.map((annotation) => rangeEnd(annotation, gathering)),
      ];
    }),
  );
}

const rangeStart = (annotation: Annotation, { commentOf }: DocxGathering): Markup => {
  const id = commentOf(annotation);
  return together(
    xml('w:bookmarkStart', { 'w:id': id, 'w:name': bookmarkName('p', annotation.uid) }),
    xml('w:commentRangeStart', { 'w:id': id }),
  );
};
const rangeEnd = (annotation: Annotation, { commentOf }: DocxGathering): Markup => {
  const id = commentOf(annotation);
  return together(
    xml('w:commentRangeEnd', { 'w:id': id }),
    xml('w:bookmarkEnd', { 'w:id': id }),
    xml('w:r', {}, xml('w:commentReference', { 'w:id': id })),
  );
};

const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');

/** A paragraph of a style; `properties` follow the style in the schema's order. */
export const paragraph = (style: string | null, text: string, content: Content, properties: Content = null): Markup =>
  xml(
    'w:p',
    {},
    xml('w:pPr', {}, style !== null && xml('w:pStyle', val(style)), properties, isRightToLeft(text) && xml('w:bidi')),
    content,
  );

const styled = (style: string | null, segments: readonly Segment[], gathering: DocxGathering): Markup =>
  paragraph(style, textOf(segments), segmentRuns(segments, gathering));

/** Blocks one after another. Headings stand one level below the document's title. */
export function docxBlocks(blocks: readonly LaidBlock[], gathering: DocxGathering): Markup {
  return together(blocks.map((block) => docxBlock(block, gathering)));
}

function docxBlock(block: LaidBlock, gathering: DocxGathering): Markup {
  switch (block.type) {
    case 'paragraph':
      return styled(null, block.segments, gathering);
    case 'heading':
      return styled(`Heading${Math.min(6, block.level + 1)}`, block.segments, gathering);
    case 'quote':
      return styled('Quote', block.segments, gathering);
    case 'code':
      return styled('Code', block.segments, gathering);
    case 'image':
      return together(
        pictureParagraph(block, gathering),
        block.segments.length > 0 && styled('Caption', block.segments, gathering),
      );
    case 'passage': {
      const source = gathering.sourceOf(block.block);
      const bookmark = gathering.bookmarkOf({ annotation: block.block.annotation });
      const words = run(`— ${source}`, bookmark !== null && xml('w:rStyle', val('Hyperlink')));
      return together(
        styled('Quote', block.segments, gathering),
        source !== '' &&
          paragraph('Quote', source, bookmark === null ? words : xml('w:hyperlink', { 'w:anchor': bookmark }, words)),
      );
    }
    case 'rule':
      return paragraph(
        null,
        '',
        null,
        xml('w:pBdr', {}, xml('w:bottom', { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': 'BBBBBB' })),
      );
    case 'table':
      return docxTable(block, gathering);
    case 'list':
      return docxList(block, 0, gathering);
    default:
      return assertNever(block);
  }
}

/** The picture, or its description in brackets. */
function pictureParagraph(
  { asset, alt, segments }: Extract<LaidBlock, { type: 'image' }>,
  gathering: DocxGathering,
): Markup {
  const picture = asset === null ? null : gathering.pictureOf(asset);
  if (picture !== null)
    return paragraph(null, '', pictureRun({ ...picture, alt }), segments.length > 0 && xml('w:keepNext'));
  const words = `[${gathering.pictureWord}${alt === '' ? '' : `: ${alt}`}]`;
  return paragraph('Caption', words, run(words));
}

function docxList({ list, items }: LaidList, level: number, gathering: DocxGathering): Markup {
  const numbering = gathering.numberingOf(list === 'ordered' ? 'ordered' : 'bulleted');
  const place = xml('w:numPr', {}, xml('w:ilvl', val(Math.min(level, deepestLevel))), xml('w:numId', val(numbering)));
  return together(
    items.map(({ checked, segments, lists }) => [
      paragraph(
        'ListParagraph',
        textOf(segments),
        [checked !== null && run(`${checked ? '☑' : '☐'} `), segmentRuns(segments, gathering)],
        place,
      ),
      lists.map((inner) => docxList(inner, level + 1, gathering)),
    ]),
  );
}

const tableBorders = xml(
  'w:tblBorders',
  {},
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    xml(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'BBBBBB' }),
  ),
);

function docxTable({ rows }: Extract<LaidBlock, { type: 'table' }>, gathering: DocxGathering): Markup {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const cell = (blocks: readonly LaidBlock[]): Markup => {
    // A cell ends in a paragraph, whatever is in it.
    const open = blocks.length === 0 || blocks.at(-1)?.type === 'table';
    return xml(
      'w:tc',
      {},
      xml('w:tcPr', {}, xml('w:tcW', { 'w:w': 0, 'w:type': 'auto' })),
      docxBlocks(blocks, gathering),
      open && xml('w:p'),
    );
  };
  return together(
    xml(
      'w:tbl',
      {},
      xml('w:tblPr', {}, xml('w:tblW', { 'w:w': 0, 'w:type': 'auto' }), tableBorders),
      xml(
        'w:tblGrid',
        {},
        Array.from({ length: columns }, () => xml('w:gridCol', { 'w:w': Math.floor(9000 / columns) })),
      ),
      rows.map((cells) =>
        xml(
          'w:tr',
          {},
          cells.some(({ header }) => header) && xml('w:trPr', {}, xml('w:tblHeader')),
          Array.from({ length: columns }, (_, at) => cell(cells[at]?.blocks ?? [])),
        ),
      ),
    ),
    // Two tables in a row would be read as one.
    xml('w:p'),
  );
}
