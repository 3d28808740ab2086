/**
 * Between canonical offsets and the DOM the editor shows. All of it reads: the DOM below
 * an editor belongs to Lexical and is never touched here.
 */
import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { type KeyPlace, leafAt, segmentAt, type TextMap } from './text-map';

export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

const quoteSelector = '[data-quote]';

/** The first text below an element. */
function textIn(element: Node): Text | null {
  if (element instanceof Text) return element;
  const walker = element.ownerDocument?.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = walker?.nextNode() ?? null;
  return found instanceof Text ? found : null;
}

/** A point before (`after` false) or behind an element, as seen from its parent. */
function beside(element: HTMLElement, after: boolean): DomPoint | null {
  const parent = element.parentNode;
  if (parent === null) return null;
  const index = [...parent.childNodes].indexOf(element);
  return { node: parent, offset: index + (after ? 1 : 0) };
}

/** The DOM point of an offset; null when what shows it is not in the DOM. */
export function domPointOf(
  editor: LexicalEditor,
  map: TextMap,
  offset: number,
  bias: 'start' | 'end',
): DomPoint | null {
  const leaf = leafAt(map, offset);
  const found =
    leaf !== undefined && leaf.start === leaf.end && leaf.start === offset ? null : segmentAt(map, offset, bias);
  if (found === null) {
    const element = leaf === undefined ? null : editor.getElementByKey(leaf.key);
    return element === null ? null : { node: element, offset: 0 };
  }
  const element = editor.getElementByKey(found.segment.key);
  if (element === null) return null;
  if (found.segment.is === 'break') return beside(element, found.offset > 0);
  const holder = found.segment.is === 'passage' ? element.querySelector(quoteSelector) : element;
  const text = holder === null ? null : textIn(holder);
  return text === null
    ? beside(element, found.offset > 0)
    : { node: text, offset: Math.min(found.offset, text.length) };
}

/** The DOM range of `[start, end)`; null when it is not shown. */
export function domRangeOf(editor: LexicalEditor, map: TextMap, start: number, end: number): Range | null {
  const from = domPointOf(editor, map, start, 'start');
  const to = domPointOf(editor, map, end, start === end ? 'start' : 'end');
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Place of the node a DOM node belongs to. Call inside a read. */
function $placeOfDom(map: TextMap, node: Node): KeyPlace | undefined {
  const nearest = $getNearestNodeFromDOMNode(node);
  return nearest === null ? undefined : map.placeOf.get(nearest.getKey());
}

function $offsetAtElement(map: TextMap, element: Node, index: number): number | null {
  const own = $placeOfDom(map, element);
  const next = element.childNodes[index];
  const nextPlace = next === undefined ? undefined : $placeOfDom(map, next);
  if (nextPlace !== undefined && nextPlace !== own) return nextPlace.start;
  const previous = element.childNodes[index - 1];
  const previousPlace = previous === undefined ? undefined : $placeOfDom(map, previous);
  if (previousPlace !== undefined && previousPlace !== own) return previousPlace.end;
  if (own !== undefined) return index === 0 ? own.start : own.end;
  return index === 0 ? 0 : map.text.length;
}

/** The offset of a DOM point; null outside the editor's content. */
export function offsetOfDomPoint(editor: LexicalEditor, map: TextMap, node: Node, offset: number): number | null {
  const root = editor.getRootElement();
  if (root === null || !root.contains(node)) return null;
  return editor.getEditorState().read(
    () => {
      if (!(node instanceof Text)) return $offsetAtElement(map, node, offset);
      const place = $placeOfDom(map, node);
      return place === undefined ? null : Math.min(place.start + offset, place.end);
    },
    { editor },
  );
}

/** The selected range in the editor, in reading order; null when there is none in it. */
export function selectedRange(
  editor: LexicalEditor,
  map: TextMap,
): { readonly start: number; readonly end: number } | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOfDomPoint(editor, map, range.startContainer, range.startOffset);
  const end = offsetOfDomPoint(editor, map, range.endContainer, range.endOffset);
  return start === null || end === null ? null : { start: Math.min(start, end), end: Math.max(start, end) };
}

/** The offset under a point of the window (CSS pixels); null when no text is there. */
export function offsetAtPoint(editor: LexicalEditor, map: TextMap, x: number, y: number): number | null {
  // caretRangeFromPoint is Chromium's own and older than caretPositionFromPoint (128).
  const range = document.caretRangeFromPoint(x, y);
  return range === null ? null : offsetOfDomPoint(editor, map, range.startContainer, range.startOffset);
}
