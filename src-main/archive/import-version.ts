/**
 * An article that comes again changed: same address, other bytes, much the same text. It
 * becomes the newest version of the document that is here; nothing of the old one is lost.
 */
import type { Body } from '@shared/model/block';
import type { ImportedDocument, Metadata } from '@shared/model/document';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { addressKey } from './address-key';
import type { TextChange } from './archive-api';
import { type Carried, carryAnnotations, type Place } from './carry-annotations';
import { findQuote } from './find-quote';
import { completed } from './import-met';
import type { PreparedBody } from './prepared-import';
import { annotationsOf } from './read-annotation';
import { readDocument } from './read-document';
import { areVersions, sharedRuns } from './same-text';
import type { Changes, Store } from './store';
import { cleanMetadata, oneLine, replaceBody, replaceMetadata, replaceTitle } from './write-document';
import { writtenFields } from './written-fields';

interface Candidate {
  readonly id: number;
  readonly uid: DocumentUid;
  readonly text: string;
}

/** Asked for every article that comes in with an address. */
export const articlesOfAddress = `SELECT d.id, d.uid, b.text FROM documents d JOIN bodies b ON b.document = d.id
  WHERE d.address_key = ? AND d.address_key <> '' AND d.deleted_at_ms IS NULL AND d.type = 'article' ORDER BY d.id`;

/**
 * The article an imported one is a new version of: the most alike of those with its
 * address. One in the bin was thrown away, and stays there.
 */
export function findVersioned(store: Store, imported: ImportedDocument, body: PreparedBody): Candidate | undefined {
  const key = imported.type === 'article' ? addressKey(imported.metadata.url) : '';
  if (key === '') return undefined;
  const candidates = store.sql<[string], Candidate>(articlesOfAddress).all(key);
  let best: Candidate | undefined;
  let bestShare = 0;
  for (const candidate of candidates) {
    // A reference waits for its words: any of its address are those, unless another article has them.
    const share = candidate.text === '' ? 0 : sharedRuns(candidate.text, body.text);
    if (candidate.text === '') best ??= candidate;
    if (!areVersions(share) || share <= bestShare) continue;
    best = candidate;
    bestShare = share;
  }
  return best;
}

/**
 * Makes a body a document's newest, its passages carried over. Title and metadata follow
 * the new version except where a person wrote them, or where it says nothing; a reference
 * that gets its first text keeps what it says of itself.
 */
export function becomeVersion(
  store: Store,
  { id, uid }: Pick<Candidate, 'id' | 'uid'>,
  imported: ImportedDocument,
  body: PreparedBody,
  changes: Changes,
): Pick<Carried, 'carried' | 'orphaned'> & { readonly title: string; readonly text: TextChange } {
  const now = store.nowMs();
  const { document, textHash } = readDocument(store, id);
  // The same words without their form, from a program that keeps plain texts, would only take away.
  const addsNothing = textHash === body.textHash && isPlain(body.body);
  if (!addsNothing && (textHash !== body.textHash || JSON.stringify(document.body) !== JSON.stringify(body.body)))
    replaceBody(store, id, body, { savedAtMs: now, reason: 'import' }, changes);
  const written = writtenFields(store, id);
  const wasReference = document.text === '';
  const metadata = wasReference
    ? completed(document.metadata, cleanMetadata(imported.metadata))
    : followed(document.metadata, imported.metadata, (field) => written.has(field));
  if (JSON.stringify(metadata) !== JSON.stringify(document.metadata)) replaceMetadata(store, id, metadata, now);
  const given = oneLine(imported.title);
  const isKept = written.has('title') || (wasReference && document.title !== '');
  const title = isKept || given === '' ? document.title : given;
  if (title !== document.title) replaceTitle(store, id, title, now);
  changes.touch(uid);
  const earlier = { text: document.text, hash: textHash };
  const places = wasReference ? placesOfWaiting(store, id, body.text) : undefined;
  const { carried, orphaned } = carryAnnotations(store, id, body, earlier, places);
  const text = textHash === body.textHash ? 'same' : wasReference ? 'first' : 'changed';
  return { carried, orphaned, title, text };
}

/** Where passages that waited for a reference's text stand in it: they came by their words alone, like any from elsewhere. */
function placesOfWaiting(store: Store, id: number, text: string): ReadonlyMap<AnnotationUid, Place> {
  const found = annotationsOf(store, id).flatMap(({ annotation: { uid, selector } }) => {
    const place = findQuote(text, selector);
    return place === null ? [] : [[uid, place] as const];
  });
  return new Map(found);
}

/** Paragraphs without emphasis, links or mentions. */
const isPlain = ({ blocks }: Body): boolean =>
  blocks.every(
    (block) =>
      block.type === 'paragraph' &&
      block.inlines.every((run) => run.type === 'text' && run.marks === undefined && run.link === undefined),
  );

/** The new version's metadata, but the old where it is silent or a person has written. */
function followed(before: Metadata, after: Metadata, isWritten: (field: keyof Metadata) => boolean): Metadata {
  const pick = <F extends keyof Metadata>(field: F): Metadata[F] =>
    isWritten(field) || after[field].length === 0 ? before[field] : after[field];
  return {
    authors: pick('authors'),
    site: pick('site'),
    // The same page by definition, perhaps with what tracked its reader; or a copy of it from elsewhere.
    url: before.url === '' ? pick('url') : before.url,
    date: pick('date'),
    language: pick('language'),
    description: pick('description'),
  };
}
