/** A document's session without a window, and what a person does in it, by offsets of the text. */
import { describe as describePassage } from '@shared/anchors/describe';
import type { Annotation } from '@shared/model/annotation';
import { type Block, type Body, bodyVersion, type Inline } from '@shared/model/block';
import { type AnnotationUid, annotationUid, documentUid } from '@shared/model/ids';
import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { leafAt, segmentAt, type TextMap } from './text-map';
import { TextSession } from './text-session';

/** A paragraph; `*` switches bold. */
export const paragraph = (marked: string): Block => ({
  type: 'paragraph',
  inlines: marked
    .split('*')
    .map((text, index): Inline => ({ type: 'text', text, ...(index % 2 === 1 ? { marks: ['bold'] } : {}) }))
    .filter(({ text }) => text !== ''),
});

export const bodyOf = (...blocks: readonly Block[]): Body => ({ version: bodyVersion, blocks });

export const uidOf = (number: number): AnnotationUid =>
  annotationUid(`0192f0aa-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);

export function annotationAt(text: string, start: number, end: number, uid: AnnotationUid): Annotation {
  return {
    uid,
    document: documentUid('0192f0aa-0000-7000-8000-000000000001'),
    kind: 'claim',
    selector: describePassage(text, start, end),
    orphaned: false,
    comment: '',
    labels: [],
    fields: {},
    createdAtMs: 0,
    updatedAtMs: 0,
  };
}

/** A session with one passage a range, known by their numbers. */
export function sessionWith(body: Body, ranges: readonly (readonly [number, number])[]): TextSession {
  const session = new TextSession({
    body,
    editable: true,
    markdown: false,
    words: { pictureNotKept: () => '', openPicture: () => '' },
  });
  const { text } = session.map();
  session.syncAnnotations(
    ranges.map(([start, end], number) => annotationAt(text, start, end, uidOf(number))),
    false,
  );
  return session;
}

/** In the text of the offset's own block, as a browser would have it; an empty block has none. */
function $set(point: PointType, map: TextMap, offset: number, bias: 'start' | 'end'): void {
  const leaf = leafAt(map, offset);
  if (leaf === undefined) return;
  for (const side of [bias, 'start', 'end'] as const) {
    const found = segmentAt(map, offset, side);
    if (found === null || found.segment.start < leaf.start || found.segment.end > leaf.end) continue;
    point.set(found.segment.key, found.offset, 'text');
    return;
  }
  const element = $getNodeByKey(leaf.key);
  if ($isElementNode(element)) point.set(element.getKey(), 0, 'element');
}

/** Selects `[start, end)`, as an update of its own. */
export function select(session: TextSession, start: number, end = start): void {
  session.editor.update(
    () => {
      const selection = $createRangeSelection();
      $set(selection.anchor, session.map(), start, start === end ? 'end' : 'start');
      $set(selection.focus, session.map(), end, 'end');
      $setSelection(selection);
    },
    { discrete: true },
  );
}

/** Does something to the selection, as one update. */
export function act(session: TextSession, $do: (selection: RangeSelection) => void, tag?: string): void {
  session.editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) $do(selection);
    },
    { discrete: true, ...(tag === undefined ? {} : { tag }) },
  );
}

/** The words of a passage where it lies now; null when it is lost. */
export function wordsOf(session: TextSession, number: number): string | null {
  const place = session.placeOf(uidOf(number));
  return place && session.map().text.slice(place.start, place.end);
}
