/** Where a mention of an annotation leads. */
import { call } from '@renderer/client/client';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';

/** The annotation's document. Rejects with CallError. */
export async function getAnnotationTarget(
  uid: AnnotationUid,
): Promise<{ readonly document: DocumentUid; readonly annotation: AnnotationUid }> {
  const { annotation } = await call('getAnnotation', { uid });
  return { document: annotation.document, annotation: uid };
}
