/** Laid-out blocks as OpenDocument text, with annotations over the words of passages. */
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Mark, Mention, Passage } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { type Content, type Markup, together, xml } from '../markup';
import type { LaidBlock, LaidList, Segment } from '../reading/laid-body';
import { isRightToLeft } from '../reading/writing-direction';

export interface OdtGathering {
  /** Looks of text that occur: marks and a kind, as {@link lookOf} writes them. */
  readonly styles: Set<string>;
  readonly linesOf: (annotation: Annotation) => readonly string[];
  readonly dateOf: (annotation: Annotation) => string;
  readonly bookmarkOf: (target: Mention['target']) => string | null;
  readonly sourceOf: (passage: Passage) => string;
  readonly pictureWord: string;
  /** Where a picture's bytes lie in the file, and its size in pixels; null for one the file can't hold. */
  readonly pictureOf: (
    asset: Sha256,
  ) => { readonly path: string; readonly width: number; readonly height: number } | null;
}

const markProperties: Readonly<Record<Mark, Readonly<Record<string, string>>>> = {
  bold: { 'fo:font-weight': 'bold' },
  italic: { 'fo:font-style': 'italic' },
  underline: { 'style:text-underline-style': 'solid', 'style:text-underline-width': 'auto' },
  strike: { 'style:text-line-through-style': 'solid' },
  code: { 'fo:font-family': 'monospace' },
  sub: { 'style:text-position': 'sub 58%' },
  sup: { 'style:text-position': 'super 58%' },
};

const unknownWash = '#eeeeee';

/** A name for how a piece of text looks: its marks and the kind of its last passage. */
const lookOf = (segment: Segment): string => [...segment.marks, segment.on.at(-1)?.kind ?? ''].join('.');
const styleName = (look: string): string => `T.${look}`.replace(/[^A-Za-z0-9.-]/g, '-');
const isMark = (part: string): part is Mark => Object.hasOwn(markProperties, part);

/** The automatic styles of all looks that were met. */
export function spanStyles({ styles }: OdtGathering): readonly Markup[] {
  return [...styles].sort().map((look) => {
    const parts = look.split('.');
    const kind = parts.pop() ?? '';
    const wash = kind === '' ? {} : { 'fo:background-color': findKind(kind)?.colour.light.wash ?? unknownWash };
    const properties = Object.assign({}, ...parts.filter(isMark).map((mark) => markProperties[mark]), wash);
    return xml(
      'style:style',
      { 'style:name': styleName(look), 'style:family': 'text' },
      xml('style:text-properties', properties),
    );
  });
}

/** Text with its breaks, tabs and runs of blanks, which XML readers would make one. */
function plainText(text: string): Content {
  return text.split(/(\n|\t| {2,}|^ | $)/).map((part): Content => {
    if (part === '\n') return xml('text:line-break');
    if (part === '\t') return xml('text:tab');
    return /^ +$/.test(part) ? xml('text:s', { 'text:c': part.length }) : part;
  });
}

function segmentMarkup(segment: Segment, gathering: OdtGathering): Markup {
  const look = lookOf(segment);
  let words: Content = plainText(segment.text);
  if (look !== '') {
    gathering.styles.add(look);
    words = xml('text:span', { 'text:style-name': styleName(look) }, words);
  }
  const bookmark = segment.mention === null ? null : gathering.bookmarkOf(segment.mention);
  const address = segment.link !== null && /^(https?:\/\/|mailto:)/i.test(segment.link) ? segment.link : null;
  const href = address ?? (bookmark === null ? null : `#${bookmark}`);
  if (href !== null) words = xml('text:a', { 'xlink:type': 'simple', 'xlink:href': href }, words);
  return together(
    segment.begins.map((annotation) => [
      xml('text:bookmark-start', { 'text:name': `p-${annotation.uid}` }),
      xml(
        'office:annotation',
        { 'office:name': annotation.uid },
        xml('dc:creator', {}, 'Postil'),
        xml('dc:date', {}, gathering.dateOf(annotation)),
        gathering.linesOf(annotation).map((line) => xml('text:p', {}, plainText(line))),
      ),
    ]),
    words,
    segment.ends.map((annotation) => [
      xml('office:annotation-end', { 'office:name': annotation.uid }),
      xml('text:bookmark-end', { 'text:name': `p-${annotation.uid}` }),
    ]),
  );
}

const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');
const directed = (style: string, text: string): string => (isRightToLeft(text) ? `${style}_RTL` : style);
const inside = (segments: readonly Segment[], gathering: OdtGathering): Content =>
  segments.map((segment) => segmentMarkup(segment, gathering));

/** A paragraph; `text` decides which way it runs. */
export const paragraph = (style: string, text: string, content: Content): Markup =>
  xml('text:p', { 'text:style-name': directed(style, text) }, content);

/** A heading, which outlines and contents are made of. */
export const heading = (level: number, text: string, content: Content): Markup =>
  xml('text:h', { 'text:style-name': directed(`Heading_20_${level}`, text), 'text:outline-level': level }, content);

/** Blocks one after another. Headings stand one level below the document's title. */
export function odtBlocks(blocks: readonly LaidBlock[], gathering: OdtGathering): Markup {
  return together(blocks.map((block) => odtBlock(block, gathering)));
}

function odtBlock(block: LaidBlock, gathering: OdtGathering): Markup {
  switch (block.type) {
    case 'paragraph':
      return paragraph('Standard', textOf(block.segments), inside(block.segments, gathering));
    case 'heading':
      return heading(Math.min(6, block.level + 1), textOf(block.segments), inside(block.segments, gathering));
    case 'quote':
      return paragraph('Quotations', textOf(block.segments), inside(block.segments, gathering));
    case 'code':
      return paragraph('Preformatted_20_Text', '', inside(block.segments, gathering));
    case 'image':
      return together(
        pictureParagraph(block, gathering),
        block.segments.length > 0 && paragraph('Caption', textOf(block.segments), inside(block.segments, gathering)),
      );
    case 'passage': {
      const source = gathering.sourceOf(block.block);
      const bookmark = gathering.bookmarkOf({ annotation: block.block.annotation });
      const words = `— ${source}`;
      return together(
        paragraph('Quotations', textOf(block.segments), inside(block.segments, gathering)),
        source !== '' &&
          paragraph(
            'Quotations',
            source,
            bookmark === null ? words : xml('text:a', { 'xlink:type': 'simple', 'xlink:href': `#${bookmark}` }, words),
          ),
      );
    }
    case 'rule':
      return xml('text:p', { 'text:style-name': 'Horizontal_20_Line' });
    case 'table':
      return odtTable(block, gathering);
    case 'list':
      return odtList(block, gathering);
    default:
      return assertNever(block);
  }
}

/** What the page holds between its margins, in centimetres; a pixel is a 96th of an inch. */
const [widest, highest, pixel] = [16, 21, 2.54 / 96];

/** The picture, or its description in brackets. */
function pictureParagraph({ asset, alt }: Extract<LaidBlock, { type: 'image' }>, gathering: OdtGathering): Markup {
  const picture = asset === null ? null : gathering.pictureOf(asset);
  if (picture === null) return paragraph('Caption', alt, `[${gathering.pictureWord}${alt === '' ? '' : `: ${alt}`}]`);
  const { path, width, height } = picture;
  const scale = Math.min(pixel, widest / width, highest / height);
  const frame = xml(
    'draw:frame',
    {
      'text:anchor-type': 'as-char',
      'svg:width': `${(width * scale).toFixed(3)}cm`,
      'svg:height': `${(height * scale).toFixed(3)}cm`,
    },
    xml('draw:image', {
      'xlink:href': path,
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
    }),
    alt !== '' && xml('svg:desc', {}, alt),
  );
  return paragraph('Standard', '', frame);
}

const odtList = ({ list, items }: LaidList, gathering: OdtGathering): Markup =>
  xml(
    'text:list',
    { 'text:style-name': list === 'ordered' ? 'Ordered' : 'Bulleted' },
    items.map(({ checked, segments, lists }) =>
      xml(
        'text:list-item',
        {},
        paragraph('Standard', textOf(segments), [
          checked !== null && `${checked ? '☑' : '☐'} `,
          inside(segments, gathering),
        ]),
        lists.map((inner) => odtList(inner, gathering)),
      ),
    ),
  );

function odtTable({ rows }: Extract<LaidBlock, { type: 'table' }>, gathering: OdtGathering): Markup {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const row = (cells: (typeof rows)[number]): Markup =>
    xml(
      'table:table-row',
      {},
      Array.from({ length: columns }, (_, at) => {
        const blocks = cells[at]?.blocks ?? [];
        return xml(
          'table:table-cell',
          { 'office:value-type': 'string', 'table:style-name': 'Cell' },
          blocks.length === 0 ? xml('text:p') : odtBlocks(blocks, gathering),
        );
      }),
    );
  const [first, ...rest] = rows;
  const headed = first?.some(({ header }) => header) ?? false;
  return xml(
    'table:table',
    {},
    xml('table:table-column', { 'table:number-columns-repeated': columns }),
    headed && first !== undefined && xml('table:table-header-rows', {}, row(first)),
    (headed ? rest : rows).map(row),
  );
}
