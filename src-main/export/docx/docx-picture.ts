/** A picture in a line of a Word text, as DrawingML has it. */
import { type Markup, xml } from '../markup';

const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006';
export const pictureSpaces = {
  'xmlns:wp': `${drawingSpace}/wordprocessingDrawing`,
  'xmlns:a': `${drawingSpace}/main`,
  'xmlns:pic': `${drawingSpace}/picture`,
} as const;

/** English Metric Units: 914,400 an inch, of which a pixel is a 96th. */
const unitsOfPixel = 9525;
/** What the page holds between its margins. */
const widest = 5_760_000;
const highest = 7_560_000;

export interface PlacedPicture {
  /** The relation that leads to its bytes. */
  readonly relation: string;
  /** Unique in the file, from 1. */
  readonly id: number;
  readonly alt: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A run with the picture, as large as its pixels, made smaller where the page is. */
export function pictureRun({ relation, id, alt, width, height }: PlacedPicture): Markup {
  const scale = Math.min(unitsOfPixel, widest / width, highest / height);
  const size = { cx: Math.max(1, Math.round(width * scale)), cy: Math.max(1, Math.round(height * scale)) };
  const named = { id, name: `Picture ${id}`, descr: alt };
  const shape = xml(
    'pic:pic',
    {},
    xml('pic:nvPicPr', {}, xml('pic:cNvPr', named), xml('pic:cNvPicPr')),
    xml('pic:blipFill', {}, xml('a:blip', { 'r:embed': relation }), xml('a:stretch', {}, xml('a:fillRect'))),
    xml(
      'pic:spPr',
      {},
      xml('a:xfrm', {}, xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)),
      xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')),
    ),
  );
  return xml(
    'w:r',
    {},
    xml(
      'w:drawing',
      {},
      xml(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        xml('wp:extent', size),
        xml('wp:docPr', named),
        xml('wp:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noChangeAspect: 1 })),
        xml('a:graphic', {}, xml('a:graphicData', { uri: pictureSpaces['xmlns:pic'] }, shape)),
      ),
    ),
  );
}
