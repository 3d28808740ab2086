/**
 * Going from hit to hit in a document that a search led to; past the last one the next document found is
 * asked for, and without one the walk begins again. While the find bar is open, its matches are meant.
 */
import { dispatchCommand } from '@renderer/ui/command-bus';
import { walkCommands } from '@renderer/ui/hit-walk-commands';
import { usePaneCommands } from '@renderer/ui/panes';
import { useEffect, useEffectEvent, useState } from 'react';
import type { FindState } from './use-find';

/** Offsets in the document's text (UTF-16 code units). */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** What opening was meant to lead to, as far as hits go. */
export interface HitTarget {
  readonly place?: Range;
  readonly fromEnd?: boolean;
}

export interface HitSteps {
  readonly count: number;
  /** Index of the hit one is at; -1 when there is none. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
}

interface StepOptions<T extends Range> {
  readonly hits: readonly T[];
  readonly target: HitTarget | undefined;
  readonly find: Pick<FindState, 'open' | 'step'>;
  readonly show: (hit: T) => void;
}

/** The hit a target leads to: the one at its place, else the first, or from the end the last. */
export function hitOf(hits: readonly Range[], target: HitTarget | undefined): number {
  if (target?.fromEnd === true) return hits.length - 1;
  const from = target?.place?.start ?? 0;
  const found = hits.findIndex(({ end }) => end > from);
  return found === -1 ? hits.length - 1 : found;
}

/** Answers the commands `next-hit` and `previous-hit` for the pane it stands in. */
export function useHitSteps<T extends Range>({ hits, target, find, show }: StepOptions<T>): HitSteps {
  const onCommand = usePaneCommands();
  const [stepped, setStepped] = useState<{ readonly target: HitTarget | undefined; readonly at: number } | null>(null);
  // Another target begins at its own place.
  const at =
    stepped?.target === target && stepped !== null ? Math.min(stepped.at, hits.length - 1) : hitOf(hits, target);
  const go = (index: number): void => {
    const hit = hits[index];
    if (hit === undefined) return;
    setStepped({ target, at: index });
    show(hit);
  };
  const step = (by: 1 | -1): boolean => {
    if (find.open) find.step(by);
    else if (hits[at + by] !== undefined) go(at + by);
    else if (dispatchCommand(by === 1 ? walkCommands.next : walkCommands.previous)) return true;
    else if (hits.length === 0) return false;
    else go(by === 1 ? 0 : hits.length - 1);
    return true;
  };
  const press = useEffectEvent(step);
  useEffect(() => {
    const stops = [onCommand('next-hit', () => press(1)), onCommand('previous-hit', () => press(-1))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [onCommand]);
  return { count: hits.length, at, step: (by) => void step(by) };
}
