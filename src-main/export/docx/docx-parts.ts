/** The parts of a Word file that say how it looks and hangs together: styles, numbering, types, relations. */
import { type Markup, xml, xmlFile } from '../markup';

export const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const bulletSigns = ['•', '◦', '▪'] as const;
/** Word knows nine levels of a list. */
export const deepestLevel = 8;

const val = (value: string | number) => ({ 'w:val': value });

interface StyleLook {
  readonly name: string;
  readonly paragraph?: readonly Markup[];
  readonly run?: readonly Markup[];
}

const paragraphStyle = (id: string, { name, paragraph = [], run = [] }: StyleLook): Markup =>
  xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, 'w:default': id === 'Normal' ? 1 : null },
    xml('w:name', val(name)),
    id !== 'Normal' && xml('w:basedOn', val('Normal')),
    xml('w:qFormat'),
    paragraph.length > 0 && xml('w:pPr', {}, paragraph),
    run.length > 0 && xml('w:rPr', {}, run),
  );

/** Word builds its outline from the names and levels of the heading styles. */
const heading = (level: number): Markup =>
  paragraphStyle(`Heading${level}`, {
    name: `heading ${level}`,
    paragraph: [
      xml('w:keepNext'),
      xml('w:spacing', { 'w:before': 280, 'w:after': 100 }),
      xml('w:outlineLvl', val(level - 1)),
    ],
    run: [xml('w:b'), xml('w:sz', val(Math.max(22, 38 - level * 4)))],
  });

const mono = xml('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' });
const indented = (left: number): Markup => xml('w:ind', { 'w:left': left });

export const stylesPart: string = xmlFile(
  xml(
    'w:styles',
    { 'xmlns:w': wordSpace },
    xml(
      'w:docDefaults',
      {},
      xml(
        'w:rPrDefault',
        {},
        xml(
          'w:rPr',
          {},
          xml('w:rFonts', {
            'w:ascii': 'Georgia',
            'w:hAnsi': 'Georgia',
            'w:cs': 'Times New Roman',
            'w:eastAsia': 'Noto Serif CJK KR',
          }),
          xml('w:sz', val(22)),
        ),
      ),
      xml(
        'w:pPrDefault',
        {},
        xml('w:pPr', {}, xml('w:spacing', { 'w:after': 140, 'w:line': 288, 'w:lineRule': 'auto' })),
      ),
    ),
    paragraphStyle('Normal', { name: 'Normal' }),
    [1, 2, 3, 4, 5, 6].map(heading),
    paragraphStyle('Quote', { name: 'Quote', paragraph: [indented(567)], run: [xml('w:i')] }),
    paragraphStyle('Code', { name: 'Source Code', run: [mono, xml('w:sz', val(19))] }),
    paragraphStyle('Caption', { name: 'caption', run: [xml('w:i'), xml('w:sz', val(19))] }),
    paragraphStyle('Facts', {
      name: 'Facts',
      paragraph: [xml('w:spacing', { 'w:after': 20 })],
      run: [xml('w:color', val('555555')), xml('w:sz', val(19))],
    }),
    paragraphStyle('ListParagraph', { name: 'List Paragraph', paragraph: [xml('w:contextualSpacing')] }),
    paragraphStyle('CommentText', { name: 'annotation text', run: [xml('w:sz', val(20))] }),
    xml(
      'w:style',
      { 'w:type': 'character', 'w:styleId': 'Hyperlink' },
      xml('w:name', val('Hyperlink')),
      xml('w:rPr', {}, xml('w:color', val('0B57A4')), xml('w:u', val('single'))),
    ),
    xml(
      'w:style',
      { 'w:type': 'character', 'w:styleId': 'VerbatimChar' },
      xml('w:name', val('Verbatim Char')),
      xml('w:rPr', {}, mono),
    ),
  ),
);

/** One numbering a list, so that each begins at 1. */
export function numberingPart(lists: readonly ('ordered' | 'bulleted')[]): string {
  const levels = (format: 'decimal' | 'bullet'): readonly Markup[] =>
    Array.from({ length: deepestLevel + 1 }, (_, level) =>
      xml(
        'w:lvl',
        { 'w:ilvl': level },
        xml('w:start', val(1)),
        xml('w:numFmt', val(format)),
        xml(
          'w:lvlText',
          val(format === 'bullet' ? (bulletSigns[level % bulletSigns.length] ?? '•') : `%${level + 1}.`),
        ),
        xml('w:lvlJc', val('left')),
        xml('w:pPr', {}, xml('w:ind', { 'w:left': 425 * (level + 1), 'w:hanging': 425 })),
      ),
    );
  return xmlFile(
    xml(
      'w:numbering',
      { 'xmlns:w': wordSpace },
      xml('w:abstractNum', { 'w:abstractNumId': 0 }, xml('w:multiLevelType', val('multilevel')), levels('bullet')),
      xml('w:abstractNum', { 'w:abstractNumId': 1 }, xml('w:multiLevelType', val('multilevel')), levels('decimal')),
      lists.map((list, at) =>
        xml(
          'w:num',
          { 'w:numId': at + 1 },
          xml('w:abstractNumId', val(list === 'ordered' ? 1 : 0)),
          Array.from({ length: deepestLevel + 1 }, (_, level) =>
            xml('w:lvlOverride', { 'w:ilvl': level }, xml('w:startOverride', val(1))),
          ),
        ),
      ),
    ),
  );
}

export const contentTypesPart: string = xmlFile(
  xml(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    xml('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ['png', 'jpg', 'gif'].map((extension) =>
      xml('Default', { Extension: extension, ContentType: `image/${extension === 'jpg' ? 'jpeg' : extension}` }),
    ),
    [
      ['/word/document.xml', `${wordType}.document.main+xml`],
      ['/word/styles.xml', `${wordType}.styles+xml`],
      ['/word/numbering.xml', `${wordType}.numbering+xml`],
      ['/word/comments.xml', `${wordType}.comments+xml`],
      ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ].map(([part, type]) => xml('Override', { PartName: part, ContentType: type })),
  ),
);

/** A part's relations: id, kind and target; addresses outside are marked so. */
export const relationsPart = (
  relations: readonly {
    readonly id: string;
    readonly type: string;
    readonly target: string;
    readonly outside?: boolean;
  }[],
): string =>
  xmlFile(
    xml(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      relations.map(({ id, type, target, outside }) =>
        xml('Relationship', { Id: id, Type: type, Target: target, TargetMode: outside ? 'External' : null }),
      ),
    ),
  );

export const packageRelations: string = relationsPart([
  { id: 'rId1', type: `${relationSpace}/officeDocument`, target: 'word/document.xml' },
  {
    id: 'rId2',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
]);

/** Title, author and dates as Word's file dialog shows them. */
export const corePart = (title: string, created: string): string =>
  xmlFile(
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      xml('dc:title', {}, title),
      xml('dc:creator', {}, 'Postil'),
      xml('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, created),
    ),
  );
