/**
 * Branded public identifiers. Every one is a UUIDv7 string (lower case,
 * 8-4-4-4-12), stable for the life of the object and reused in every export.
 */

declare const brand: unique symbol;
type Uid<B extends string> = string & { readonly [brand]: B };

export type DocumentUid = Uid<'document'>;
export type AnnotationUid = Uid<'annotation'>;
export type LinkUid = Uid<'link'>;
export type CollectionUid = Uid<'collection'>;
export type SavedSearchUid = Uid<'savedSearch'>;
export type AliasUid = Uid<'alias'>;
/** Lower-case hexadecimal SHA-256 of some bytes. */
export type Sha256 = Uid<'sha256'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Tells whether a value has the shape of a public identifier. */
export function isUid(value: unknown): value is string {
  return typeof value === 'string' && uuidPattern.test(value);
}

// The functions below are the only places where a plain string becomes a
// branded one; callers pass values that came out of the archive or a schema.
export const documentUid = (uid: string): DocumentUid => uid as DocumentUid;
export const annotationUid = (uid: string): AnnotationUid => uid as AnnotationUid;
export const linkUid = (uid: string): LinkUid => uid as LinkUid;
export const collectionUid = (uid: string): CollectionUid => uid as CollectionUid;
export const savedSearchUid = (uid: string): SavedSearchUid => uid as SavedSearchUid;
export const aliasUid = (uid: string): AliasUid => uid as AliasUid;
export const sha256Hex = (hex: string): Sha256 => hex as Sha256;
