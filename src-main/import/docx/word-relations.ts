/** What a part of a Word file leads to: addresses of its links, and its pictures. */
import type { TakenPicture } from '../html-pictures';
import { inFolder, type OfficePictures } from '../office-pictures';
import type { OfficeZip } from '../office-zip';
import { childrenOf, descendantsOf, type XmlElement } from '../xml';

export interface WordRelations {
  /** Addresses by relation. */
  readonly links: ReadonlyMap<string, string>;
  /** Pictures by relation. */
  readonly pictures: ReadonlyMap<string, TakenPicture>;
}

export const noRelations: WordRelations = { links: new Map(), pictures: new Map() };

/** Reads the relations of a part, and takes the pictures among them. @throws Failure `import/broken` */
export async function relationsOf(zip: OfficeZip, part: string, pictures: OfficePictures): Promise<WordRelations> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations = childrenOf(await zip.xml(`${folder}_rels/${part.slice(slash)}.rels`), 'Relationship');
  const links = new Map<string, string>();
  const taken = new Map<string, TakenPicture>();
  for (const { attributes } of relations) {
    const [id, target, outside] = [attributes.Id ?? '', attributes.Target ?? '', attributes.TargetMode === 'External'];
    if (attributes.Type?.endsWith('/image'))
      taken.set(id, await pictures.take(outside ? null : inFolder(folder, target)));
    else if (outside) links.set(id, target);
  }
  return { links, pictures: taken };
}

/** A picture of the text: its bytes, and what is said of it. Null for a drawing that is no picture. */
export interface WordPicture {
  readonly taken: TakenPicture;
  readonly alt: string;
}

/** The picture in a drawing (`w:drawing`, `w:pict`, `w:object`); null when it holds none. */
export function pictureIn(drawing: XmlElement, { pictures }: WordRelations): WordPicture | null {
  const [blip] = descendantsOf(drawing, 'a:blip');
  const [image] = descendantsOf(drawing, 'v:imagedata');
  if (blip === undefined && image === undefined) return null;
  // a drawing kept as SVG stands beside the picture older programs show
  const [vector] = descendantsOf(drawing, 'asvg:svgBlip');
  const ids = [vector, blip].flatMap((each) => [each?.attributes['r:embed'], each?.attributes['r:link']]);
  const found = [...ids, image?.attributes['r:id']].flatMap((id) => (id === undefined ? [] : (pictures.get(id) ?? [])));
  const described = descendantsOf(drawing, 'wp:docPr')[0]?.attributes;
  const shape = descendantsOf(drawing, 'v:shape')[0]?.attributes;
  return { taken: found[0] ?? null, alt: described?.descr ?? described?.title ?? shape?.alt ?? '' };
}
