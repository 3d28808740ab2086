/** Uids as they come from the command line. */
import { type AnnotationUid, annotationUid, type DocumentUid, documentUid, isUid } from '@shared/model/ids';
import { usageError } from './report-error';

function checked(value: string): string {
  const uid = value.trim().toLowerCase();
  if (!isUid(uid))
    throw usageError(
      `“${value}” is no uid. Uids look like 01920000-0000-7000-8000-000000000001; postil list and postil search show them.`,
    );
  return uid;
}

/** @throws Failure request/invalid. */
export const documentArgument = (value: string): DocumentUid => documentUid(checked(value));
/** @throws Failure request/invalid. */
export const annotationArgument = (value: string): AnnotationUid => annotationUid(checked(value));
