/** A card dragged by its handle to make a link. */
import { type AnnotationUid, annotationUid, isUid } from '@shared/model/ids';

const linkType = 'application/x-postil-link';

/** Puts the annotation a link is to start from into a drag. */
export function dragLink(data: DataTransfer, uid: AnnotationUid): void {
  data.setData(linkType, uid);
  data.effectAllowed = 'link';
}

/** Whether a drag would make a link where it is dropped. */
export const dragHoldsLink = (data: DataTransfer): boolean => data.types.includes(linkType);

/** The annotation dragged, if it is one. */
export function droppedLink(data: DataTransfer): AnnotationUid | null {
  const uid = data.getData(linkType);
  return isUid(uid) ? annotationUid(uid) : null;
}
