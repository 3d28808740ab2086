/** The parts of an OpenDocument text that say how it looks and what is in it. */
import { type Markup, xml, xmlFile } from '../markup';

export const mediaType = 'application/vnd.oasis.opendocument.text';
const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

export const spaces = {
  'xmlns:office': `${oasis}:office:1.0`,
  'xmlns:style': `${oasis}:style:1.0`,
  'xmlns:text': `${oasis}:text:1.0`,
  'xmlns:table': `${oasis}:table:1.0`,
  'xmlns:fo': `${oasis}:xsl-fo-compatible:1.0`,
  'xmlns:meta': `${oasis}:meta:1.0`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:draw': `${oasis}:drawing:1.0`,
  'xmlns:svg': `${oasis}:svg-compatible:1.0`,
} as const;

const levels = Array.from({ length: 10 }, (_, at) => at + 1);

const listStyle = (name: string, level: (number: number) => Markup): Markup =>
  xml('text:list-style', { 'style:name': name }, levels.map(level));
const place = (number: number): Markup =>
  xml(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    xml('style:list-level-label-alignment', {
      'text:label-followed-by': 'listtab',
      'fo:margin-left': `${number * 0.75}cm`,
      'fo:text-indent': '-0.6cm',
    }),
  );

/** Styles the text itself needs: lists, paragraphs from right to left, the rule. */
export const contentStyles: readonly Markup[] = [
  listStyle('Bulleted', (number) =>
    xml('text:list-level-style-bullet', { 'text:level': number, 'text:bullet-char': '•' }, place(number)),
  ),
  listStyle('Ordered', (number) =>
    xml(
      'text:list-level-style-number',
      { 'text:level': number, 'style:num-format': '1', 'style:num-suffix': '.' },
      place(number),
    ),
  ),
  xml(
    'style:style',
    { 'style:name': 'Cell', 'style:family': 'table-cell' },
    xml('style:table-cell-properties', { 'fo:border': '0.5pt solid #bbbbbb', 'fo:padding': '0.1cm' }),
  ),
];

const paragraphStyle = (
  name: string,
  shown: string,
  paragraph: Readonly<Record<string, string>>,
  text: Readonly<Record<string, string>>,
  parent: string | null = 'Standard',
): Markup =>
  xml(
    'style:style',
    { 'style:name': name, 'style:display-name': shown, 'style:family': 'paragraph', 'style:parent-style-name': parent },
    xml('style:paragraph-properties', paragraph),
    xml('style:text-properties', text),
  );

/** Every paragraph style once more for text that runs from right to left. */
const bothWays = (
  name: string,
  shown: string,
  paragraph: Readonly<Record<string, string>>,
  text: Readonly<Record<string, string>>,
): readonly Markup[] => [
  paragraphStyle(name, shown, paragraph, text, name === 'Standard' ? null : 'Standard'),
  paragraphStyle(
    `${name}_RTL`,
    `${shown} (RTL)`,
    { ...paragraph, 'style:writing-mode': 'rl-tb', 'fo:text-align': 'start' },
    text,
    name,
  ),
];

export const stylesPart: string = xmlFile(
  xml(
    'office:document-styles',
    { ...spaces, 'office:version': '1.3' },
    xml(
      'office:styles',
      {},
      bothWays(
        'Standard',
        'Standard',
        { 'fo:margin-bottom': '0.25cm', 'fo:line-height': '130%' },
        { 'fo:font-size': '11pt' },
      ),
      [1, 2, 3, 4, 5, 6].map((level) =>
        bothWays(
          `Heading_20_${level}`,
          `Heading ${level}`,
          { 'fo:margin-top': '0.5cm', 'fo:margin-bottom': '0.2cm', 'fo:keep-with-next': 'always' },
          { 'fo:font-size': `${Math.max(11, 20 - level * 2)}pt`, 'fo:font-weight': 'bold' },
        ),
      ),
      bothWays(
        'Quotations',
        'Quotations',
        { 'fo:margin-left': '1cm', 'fo:margin-bottom': '0.25cm' },
        { 'fo:font-style': 'italic' },
      ),
      bothWays(
        'Preformatted_20_Text',
        'Preformatted Text',
        {},
        { 'fo:font-family': 'monospace', 'fo:font-size': '9.5pt' },
      ),
      bothWays('Caption', 'Caption', {}, { 'fo:font-style': 'italic', 'fo:font-size': '9.5pt' }),
      bothWays('Facts', 'Facts', { 'fo:margin-bottom': '0.05cm' }, { 'fo:font-size': '9.5pt', 'fo:color': '#555555' }),
      paragraphStyle(
        'Horizontal_20_Line',
        'Horizontal Line',
        { 'fo:border-bottom': '0.5pt solid #bbbbbb', 'fo:margin-bottom': '0.4cm' },
        {},
      ),
    ),
  ),
);

/** What is in the file. `pictures`: the kind of each by its path. */
export const manifestPart = (pictures: readonly (readonly [path: string, type: string])[]): string =>
  xmlFile(
    xml(
      'manifest:manifest',
      { 'xmlns:manifest': `${oasis}:manifest:1.0`, 'manifest:version': '1.3' },
      [
        ['/', mediaType],
        ['content.xml', 'text/xml'],
        ['styles.xml', 'text/xml'],
        ['meta.xml', 'text/xml'],
        ...pictures,
      ].map(([path, type]) => xml('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type })),
    ),
  );
