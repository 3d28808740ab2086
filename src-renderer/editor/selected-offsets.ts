/** Where an editor state's selection lies in its text, without asking the DOM. */
import { $getSelection, $isElementNode, $isRangeSelection, type EditorState, type PointType } from 'lexical';
import type { OffsetRange } from './text-changes';
import type { TextMap } from './text-map';

/** Inside a read of the state the map was made from. */
function $offsetOf(map: TextMap, point: PointType): number | null {
  const own = map.placeOf.get(point.key);
  if (point.type === 'text') return own === undefined ? null : Math.min(own.start + point.offset, own.end);
  const element = point.getNode();
  if (!$isElementNode(element)) return null;
  const next = map.placeOf.get(element.getChildAtIndex(point.offset)?.getKey() ?? '');
  if (next !== undefined) return next.start;
  const previous = map.placeOf.get(element.getChildAtIndex(point.offset - 1)?.getKey() ?? '');
  return previous?.end ?? own?.start ?? null;
}

/** The selected range in reading order; null when none lies in the text. */
export function selectedOffsets(state: EditorState, map: TextMap): OffsetRange {
  return state.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const anchor = $offsetOf(map, selection.anchor);
    const focus = $offsetOf(map, selection.focus);
    if (anchor === null || focus === null) return null;
    return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
  });
}
