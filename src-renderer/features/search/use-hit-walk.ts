/** The walk from hit to hit across documents, as the reading room asks for when its text has no further one. */
import type { Paged } from '@renderer/client/use-paged';
import { onCommand } from '@renderer/ui/command-bus';
import { walkCommands } from '@renderer/ui/hit-walk-commands';
import type { SearchHit, SearchResult } from '@shared/contract/search-shapes';
import { useEffect, useEffectEvent } from 'react';
import { useSearch } from './search-state';

/** Hits looked through for one of another document; beyond, the walk ends as at the end of the list. */
const farthest = 300;

/** The first hit of another document from `index` on, in a direction; null when there is none near. */
export async function otherDocument(
  hitsBetween: (from: number, to: number) => Promise<readonly SearchHit[]>,
  total: number,
  index: number,
  by: 1 | -1,
): Promise<{ readonly hit: SearchHit; readonly index: number } | null> {
  const [current] = index < 0 ? [] : await hitsBetween(index, index);
  const from = by === 1 ? index + 1 : Math.max(0, index - farthest);
  const to = by === 1 ? Math.min(total - 1, index + farthest) : index - 1;
  if (from > to) return null;
  const hits = await hitsBetween(from, to);
  const places = hits.map((_, place) => place);
  if (by === -1) places.reverse();
  for (const place of places) {
    const hit = hits[place];
    if (hit !== undefined && hit.document !== current?.document) return { hit, index: from + place };
  }
  return null;
}

/** Answers the walk while results are shown; `open` opens a hit from its beginning or its end. */
export function useHitWalk(
  paged: Pick<Paged<SearchResult, SearchHit>, 'rowsBetween'>,
  total: number,
  open: (hit: SearchHit, index: number, fromEnd: boolean) => void,
): void {
  const walk = useEffectEvent((by: 1 | -1): boolean => {
    const index = useSearch.getState().opened?.index ?? -1;
    if (total === 0 || (by === -1 && index <= 0) || index >= total - 1 + (by === -1 ? 1 : 0)) return false;
    void otherDocument(paged.rowsBetween, total, index, by).then((found) => {
      if (found !== null) open(found.hit, found.index, by === -1);
    });
    return true;
  });
  useEffect(() => {
    const stops = [onCommand(walkCommands.next, () => walk(1)), onCommand(walkCommands.previous, () => walk(-1))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
