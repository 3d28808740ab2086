/**
 * Passages that come without their document, from other programs' files, are attached to the
 * document of the archive they are about: found by its id, its address or its title, each
 * passage by its words and what surrounds them. None comes twice; one without a place is an orphan.
 */
import { describe } from '@shared/anchors/describe';
import type { ImportedDocument, LoosePassage, SourcePassages } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { normaliseText } from '@shared/text/canonical-text';
import { codePointsBefore, utf16OffsetOf } from '@shared/text/code-points';
import { fold } from '@shared/text/fold';
import { addressKey } from './address-key';
import { insertAnnotation, textOfDocument } from './annotations';
import type { AttachOutcome } from './archive-api';
import { findQuote, type Quote, type Range } from './find-quote';
import { findAnnotation } from './lookup';
import { type Placed, placeIn, type Resolvable, resolvable } from './read-annotation';
import type { Changes, Store } from './store';
import { oneLine } from './write-document';

interface Target {
  readonly id: number;
  readonly uid: DocumentUid;
  readonly title: string;
}

const columns = "SELECT id, uid, title FROM documents WHERE deleted_at_ms IS NULL AND type = 'article'";

/** Attaches what belongs to one document; null when it is not here, or lies in the bin. */
export function attachAnnotations(store: Store, source: SourcePassages, changes: Changes): AttachOutcome | null {
  const candidates = targetsOf(store, source).map((target) => ({ target, text: textIn(store, target.id) }));
  const placed = candidates.map(({ target, text }) => ({
    target,
    places: source.passages.map((passage) => placeOf(text, passage)),
  }));
  // Two papers' versions of one address: the one that has more of the words.
  const best = placed.sort((a, b) => missing(a.places) - missing(b.places))[0];
  return best === undefined ? null : write(store, best.target, source.passages, best.places, changes);
}

const missing = (places: readonly Placed[]): number => places.filter(({ orphaned }) => orphaned).length;

/** Articles the passages may be of: by id, else by address, else the only one of that title. */
function targetsOf(store: Store, { uid, url, title }: SourcePassages): readonly Target[] {
  if (uid !== null) {
    const own = store
      .sql<[string], Target>('SELECT id, uid, title FROM documents WHERE uid = ? AND deleted_at_ms IS NULL')
      .all(uid);
    if (own.length > 0) return own;
  }
  const key = addressKey(url);
  if (key !== '') return store.sql<[string], Target>(`${columns} AND address_key = ? ORDER BY id`).all(key);
  const titleKey = fold(oneLine(title));
  if (titleKey === '') return [];
  const named = store.sql<[string], Target>(`${columns} AND title_key = ? ORDER BY id LIMIT 2`).all(titleKey);
  return named.length === 1 ? named : [];
}

function textIn(store: Store, id: number): Resolvable {
  const { text, text_hash } = textOfDocument(store, id);
  return resolvable(text, text_hash);
}

/** Where its words stand: where the file says if they do with the same neighbours, else where they are found. */
function placeOf(text: Resolvable, passage: LoosePassage): Placed {
  const quote = {
    exact: normaliseText(passage.exact),
    prefix: normaliseText(passage.prefix),
    suffix: normaliseText(passage.suffix),
  };
  const range = hinted(text.text, passage, quote) ?? findQuote(text.text, quote);
  if (range !== null) return { selector: describe(text.text, range.start, range.end, text.textHash), orphaned: false };
  const start = passage.position === undefined ? 0 : utf16OffsetOf(text.text, passage.position.start);
  return placeIn(text, { start, end: start + quote.exact.length, ...quote, textHash: '' });
}

function hinted(text: string, { position }: LoosePassage, { exact, prefix, suffix }: Quote): Range | null {
  if (position === undefined || exact === '') return null;
  const start = utf16OffsetOf(text, position.start);
  const end = start + exact.length;
  const stands = text.startsWith(exact, start) && text.startsWith(suffix, end);
  return stands && text.slice(0, start).endsWith(prefix) ? { start, end } : null;
}

function write(
  store: Store,
  { id, uid, title }: Target,
  passages: readonly LoosePassage[],
  places: readonly Placed[],
  changes: Changes,
): AttachOutcome {
  const now = store.nowMs();
  let [attached, orphaned, alreadyHere] = [0, 0, 0];
  for (const [index, passage] of passages.entries()) {
    const place = places[index];
    if (place === undefined || findAnnotation(store, passage.uid) !== undefined) {
      alreadyHere++;
      continue;
    }
    insertAnnotation(
      store,
      { id, deleted_at_ms: null },
      {
        uid: passage.uid,
        document: uid,
        kind: passage.kind,
        ...place,
        comment: normaliseText(passage.comment),
        labels: passage.labels ?? [],
        fields: passage.fields ?? {},
        createdAtMs: passage.createdAtMs ?? now,
        updatedAtMs: passage.createdAtMs ?? now,
      },
    );
    changes.touchAnnotation(uid, passage.uid);
    if (place.orphaned) orphaned++;
    else attached++;
  }
  if (orphaned > 0) changes.touch(uid);
  return { uid, title, attached, orphaned, alreadyHere };
}

/** The passages of an imported document by their words, for a text that may differ from its own. */
export function loosened({ annotations = [] }: ImportedDocument, text: string): readonly LoosePassage[] {
  return annotations.flatMap(({ start, end, uid, ...said }) => {
    if (uid === undefined) return [];
    const position = { start: codePointsBefore(text, start), end: codePointsBefore(text, end) };
    return [{ ...said, uid, position, exact: text.slice(start, end), ...around(text, start, end) }];
  });
}

const contextLength = 32;
const around = (text: string, start: number, end: number) => ({
  prefix: text.slice(Math.max(0, start - contextLength), start).toWellFormed(),
  suffix: text.slice(end, end + contextLength).toWellFormed(),
});
