/** Finding in a note: the find bar, the hits of the search it was opened from, and going to a place. */
import { revealBlock } from '@renderer/editor/block-rect';
import { domRangeOf } from '@renderer/editor/dom-points';
import { type Paint, paintNames } from '@renderer/editor/highlights';
import type { TextMap } from '@renderer/editor/text-map';
import type { TextSession } from '@renderer/editor/text-session';
import { blockElementAt } from '@renderer/editor/visible-blocks';
import { type FindState, useFind } from '@renderer/features/document/use-find';
import { type HitSteps, useHitSteps } from '@renderer/features/document/use-hit-steps';
import { usePainter } from '@renderer/features/document/use-painter';
import { findHits, termsOf } from '@shared/query/find-hits';
import { parseQuery } from '@shared/query/parse-query';
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { NotePaneProps } from './note-pane-props';

/** Offsets in the note's text (UTF-16 code units). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const noRanges: readonly Range[] = [];
/** How far down the pane a place is brought: a third, where reading goes on. */
const restAt = 0.32;

interface NoteFind {
  readonly find: FindState;
  /** Scrolls to a place. */
  readonly show: (range: Range) => void;
  /** Through the hits of the search it was opened from. */
  readonly steps: HitSteps;
  readonly clearHits: () => void;
}

/** State of both. */
export function useNoteFind(
  text: TextSession,
  map: TextMap,
  pane: RefObject<HTMLElement | null>,
  target: NotePaneProps['target'],
): NoteFind {
  const { editor } = text;
  const show = useCallback(
    ({ start, end }: Range) => {
      const block = blockElementAt(editor, text.map(), start);
      if (block !== null) revealBlock(block);
      const rect = domRangeOf(editor, text.map(), start, end)?.getBoundingClientRect();
      const seen = pane.current?.getBoundingClientRect();
      if (rect !== undefined && seen !== undefined && pane.current !== null)
        pane.current.scrollTop += rect.top - seen.top - seen.height * restAt;
    },
    [editor, text, pane],
  );
  const backToText = useCallback(() => editor.getRootElement()?.focus(), [editor]);
  const find = useFind(map, show, backToText);
  const [cleared, setCleared] = useState<NotePaneProps['target']>(undefined);
  const query = cleared !== undefined && cleared === target ? '' : (target?.query ?? '');
  const hits = useMemo(
    () => (query === '' ? noRanges : findHits(map.text, termsOf(parseQuery(query, { typing: true })))),
    [map.text, query],
  );
  const steps = useHitSteps({ hits, target, find, show });
  const { matches, current } = find;
  const painted = useMemo((): Paint => {
    const match = find.open ? matches[current] : hits[steps.at];
    const all = find.open ? matches : hits;
    return new Map(
      paintNames
        .filter((name) => name === 'hit' || name === 'current-hit')
        .map((name) => [name, name === 'hit' ? all : match === undefined ? [] : [match]]),
    );
  }, [find.open, matches, current, hits, steps.at]);
  usePainter(text, pane, painted);
  const firstHit = target?.fromEnd === true ? hits.at(-1) : (target?.place ?? hits[0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once per target
  useEffect(() => {
    if (firstHit !== undefined) show(firstHit);
  }, [target]);
  return { find, show, steps, clearHits: () => setCleared(target) };
}
