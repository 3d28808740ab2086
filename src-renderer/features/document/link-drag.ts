/**
 * A passage dragged by its card's handle to make a link. What it is dropped on names itself as the
 * other end; the room it was dragged from asks what the link says.
 */
import type { LinkView } from '@shared/contract/document-shapes';
import { type AnnotationUid, annotationUid, type DocumentUid, isUid } from '@shared/model/ids';

/** The other end of a link that may be made: a passage, or a whole document. */
export type LinkTarget = LinkView['otherEnd'];

/** A drag under way. */
interface LinkDrag {
  readonly annotation: AnnotationUid;
  /** The document it lies in. */
  readonly document: DocumentUid;
  /** Goes on with what it was dropped on. */
  readonly link: (target: LinkTarget) => void;
}

const linkType = 'application/x-postil-link';
let underWay: LinkDrag | null = null;

/** Puts the annotation a link is to start from into a drag. */
export function dragLink(data: DataTransfer, drag: LinkDrag): void {
  underWay = drag;
  data.setData(linkType, drag.annotation);
  data.effectAllowed = 'link';
}

/** Call when the drag ended, wherever it did. */
export function endLinkDrag(): void {
  underWay = null;
}

/** Whether a drag would make a link where it is dropped. */
export const dragHoldsLink = (data: DataTransfer): boolean => data.types.includes(linkType);

/** The annotation dragged, if it is one. */
export function droppedLink(data: DataTransfer): AnnotationUid | null {
  const uid = data.getData(linkType);
  return isUid(uid) ? annotationUid(uid) : null;
}

/** Whether the passage being dragged may be linked with a target: neither with itself nor with its own document. */
export function maySettleOn({ annotation, document }: Pick<LinkTarget, 'annotation' | 'document'>): boolean {
  if (underWay === null) return false;
  return annotation === null ? document !== underWay.document : annotation !== underWay.annotation;
}

/** Links what is dragged with what it was dropped on. */
export function settleLink(target: LinkTarget): void {
  if (maySettleOn(target)) underWay?.link(target);
  underWay = null;
}
