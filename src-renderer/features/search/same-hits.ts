/** Hits as they are read, by their uid; one that says the same as before is the object it was, so that its row stays. Pure. */
import type { SearchHit } from '@shared/contract/search-shapes';
import { replaceEqualDeep } from '@tanstack/react-query';

/** The hits known of a list. */
export interface KnownHits {
  readonly get: (uid: string) => SearchHit | undefined;
  /** Learns a hit; gives the one known before when it shows the same. */
  readonly learn: (hit: SearchHit) => SearchHit;
}

/** Knows nothing yet. A selection holds more than the pages in sight: what was learnt is kept. */
export function createKnownHits(): KnownHits {
  const byUid = new Map<string, SearchHit>();
  const learnt = new WeakMap<SearchHit, SearchHit>();
  return {
    get: (uid) => byUid.get(uid),
    learn: (hit) => {
      const known = learnt.get(hit);
      if (known !== undefined) return known;
      const before = byUid.get(hit.uid);
      // A score is comparable within one answer only, and shown nowhere.
      const same = before === undefined ? hit : replaceEqualDeep(before, { ...hit, score: before.score });
      const kept = same === before ? same : hit;
      byUid.set(hit.uid, kept);
      learnt.set(hit, kept);
      return kept;
    },
  };
}
