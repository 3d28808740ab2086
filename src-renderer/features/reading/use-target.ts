/** Takes the reader where opening was meant to lead: a passage, a place, the first hit of a search. */
import type { TextSession } from '@renderer/editor/text-session';
import type { Hit } from '@shared/query/find-hits';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PlacedAnnotation, PlacedAnnotations } from './placed-annotations';
import type { ReadingTarget } from './reading-target';
import { scrollToPlace, selectRange } from './text-view';

interface TargetOptions {
  readonly target: ReadingTarget | undefined;
  readonly text: TextSession;
  readonly pane: RefObject<HTMLElement | null>;
  readonly placed: PlacedAnnotations;
  readonly hits: readonly Hit[];
  readonly goTo: (placed: PlacedAnnotation) => void;
}

const noHits: readonly Hit[] = [];

/** Goes there once per target; gives the hits to mark until they are cleared. */
export function useTarget({ target, text, pane, placed, hits, goTo }: TargetOptions): {
  readonly hits: readonly Hit[];
  readonly clearHits: () => void;
} {
  const reached = useRef<ReadingTarget | undefined>(undefined);
  const [cleared, setCleared] = useState<ReadingTarget | undefined>(undefined);
  useEffect(() => {
    if (target === undefined || reached.current === target) return;
    const passage = target.annotation === undefined ? undefined : placed.find(target.annotation);
    // A passage made a moment ago may only come with the next answer of the archive.
    if (target.annotation !== undefined && passage === undefined && target.place === undefined) return;
    reached.current = target;
    const first = target.fromEnd === true ? hits.at(-1) : (target.place ?? hits[0]);
    const place = passage === undefined ? first : target.place;
    if (passage !== undefined) goTo(passage);
    else if (place !== undefined) scrollToPlace(text, pane.current, place);
    if (target.place !== undefined && target.place.start < target.place.end && target.query === undefined)
      selectRange(text, target.place);
  }, [target, text, pane, placed, hits, goTo]);
  return { hits: cleared !== undefined && cleared === target ? noHits : hits, clearHits: () => setCleared(target) };
}
