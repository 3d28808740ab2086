/** The curves that join the cards of linked passages of one document. Pure. */
import type { DocumentView } from '@shared/contract/document-shapes';
import type { RelationId } from '@shared/kinds/relations';
import { type AnnotationUid, annotationUid, type LinkUid } from '@shared/model/ids';

/** A link both ends of which stand in the margin. */
export interface InnerLink {
  readonly uid: LinkUid;
  readonly from: AnnotationUid;
  readonly to: AnnotationUid;
  readonly relation: RelationId;
}

export interface Arc extends InnerLink {
  /** Path data: from the card the link starts at to the one it points to, CSS pixels. */
  readonly path: string;
  /** Where it ends, for the head of the arrow. */
  readonly end: { readonly x: number; readonly y: number };
  readonly active: boolean;
}

/** Width of the gutter the curves run in. */
export const gutterPx = 26;
/** With more links than this only those of the active card are drawn. */
export const mostArcs = 14;
/** Where a curve meets its card: beside the middle of its head. */
const headPx = 19;
const nearestPx = 9;
/** A curve this high uses the whole gutter. */
const widestAtPx = 600;

/** The links of a document's annotations that stay inside it, each once. */
export function innerLinks(
  links: DocumentView['links'],
  isHere: (uid: AnnotationUid) => boolean,
): readonly InnerLink[] {
  return Object.entries(links).flatMap(([key, ofOne]) => {
    const from = annotationUid(key);
    if (!isHere(from)) return [];
    return ofOne.flatMap(({ uid, direction, relation, otherEnd: { annotation: to } }) =>
      direction === 'out' && to !== null && isHere(to) ? [{ uid, from, to, relation }] : [],
    );
  });
}

/** Curves for links whose cards have a top; the active card's last, so that they lie over the others. */
export function arcsOf(
  links: readonly InnerLink[],
  tops: ReadonlyMap<AnnotationUid, number>,
  active: AnnotationUid | null,
): readonly Arc[] {
  const touches = ({ from, to }: InnerLink): boolean => from === active || to === active;
  const drawn = links.length > mostArcs ? links.filter(touches) : links;
  const arcs = drawn.flatMap((link): readonly Arc[] => {
    const from = tops.get(link.from);
    const to = tops.get(link.to);
    if (from === undefined || to === undefined) return [];
    // The two ends of one pair of links must not lie on one another.
    const [startY, endY] = from < to ? [from + headPx + 3, to + headPx - 3] : [from + headPx - 3, to + headPx + 3];
    const reach = Math.min(1, Math.abs(endY - startY) / widestAtPx);
    const bow = Math.round(nearestPx + (gutterPx - nearestPx - 3) * reach);
    // A cubic curve reaches three quarters of the way to its control points.
    const controlX = Math.round(gutterPx - bow / 0.75);
    const path = `M${gutterPx} ${startY}C${controlX} ${startY} ${controlX} ${endY} ${gutterPx} ${endY}`;
    return [{ ...link, path, end: { x: gutterPx, y: endY }, active: touches(link) }];
  });
  return arcs.sort((a, b) => Number(a.active) - Number(b.active));
}
