/** Pairs of near duplicates, found step by step, and which of them are dealt with. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';
import type { DocumentUid } from '@shared/model/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pairKey } from './pair-key';

export interface Looking {
  readonly done: number;
  readonly total: number;
  readonly running: boolean;
  /** The person stopped it, or it failed: there may be more pairs. */
  readonly stopped: boolean;
}

export interface Pairs {
  /** Most alike first, without those dealt with. */
  readonly pairs: readonly NearDuplicatePair[];
  readonly looking: Looking;
  readonly stop: () => void;
  /** Looks through all articles. */
  readonly lookThroughAll: () => void;
  /** Leaves out a pair that is dealt with, or every pair of an article that went; gives what takes it back. */
  readonly drop: (what: string) => () => void;
}

/** Pairs asked for of one article. */
const mostOfOne = 10;

type Step = (found: readonly NearDuplicatePair[], done: number, total: number) => boolean;

/** Asks step after step until `onStep` says no; false when it failed, which is told. */
async function lookThrough(onStep: Step): Promise<boolean> {
  let after: number | null = 0;
  while (after !== null) {
    const answer: Awaited<ReturnType<typeof call<'nearDuplicatesStep'>>> | undefined = await tellingFailure(
      call('nearDuplicatesStep', { after }),
    );
    if (answer === undefined) return false;
    if (!onStep(answer.pairs, answer.done, answer.total)) return true;
    after = answer.after;
  }
  return true;
}

async function lookAt(uids: readonly DocumentUid[], onStep: Step): Promise<boolean> {
  for (const [index, uid] of uids.entries()) {
    const found = await tellingFailure(call('nearDuplicates', { uid, limit: mostOfOne }));
    if (found === undefined) return false;
    if (!onStep(found, index + 1, uids.length)) return true;
  }
  return true;
}

/** `of`: the articles to begin with; null for all of them. */
export function usePairs(of: readonly DocumentUid[] | null): Pairs {
  const [found, setFound] = useState<ReadonlyMap<string, NearDuplicatePair>>(new Map());
  const [all, setAll] = useState(of === null);
  /** Articles by their uid, pairs by their key. */
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [looking, setLooking] = useState<Looking>({ done: 0, total: 0, running: true, stopped: false });
  const run = useRef(0);

  const look = useCallback(async (uids: readonly DocumentUid[] | null) => {
    const mine = ++run.current;
    setLooking({ done: 0, total: 0, running: true, stopped: false });
    const onStep: Step = (pairs, done, total) => {
      if (run.current !== mine) return false;
      setFound((before) => new Map([...before, ...pairs.map((pair) => [pairKey(pair), pair] as const)]));
      setLooking({ done, total, running: true, stopped: false });
      return true;
    };
    const well = await (uids === null ? lookThrough(onStep) : lookAt(uids, onStep));
    if (run.current === mine) setLooking((now) => ({ ...now, running: false, stopped: !well }));
  }, []);
  useEffect(() => {
    void look(of);
    return () => {
      run.current++;
    };
  }, [look, of]);

  return {
    pairs: [...found.values()]
      .filter((pair) => ![pair.older.uid, pair.newer.uid, pairKey(pair)].some((one) => gone.has(one)))
      // Who asks about an article sees all it is like.
      .filter((pair) => !all || !pair.keptApart)
      .sort((a, b) => b.share - a.share),
    looking,
    stop: () => {
      run.current++;
      setLooking((now) => ({ ...now, running: false, stopped: true }));
    },
    lookThroughAll: () => {
      setAll(true);
      void look(null);
    },
    drop: (what) => {
      setGone((before) => new Set([...before, what]));
      return () => setGone((before) => new Set([...before].filter((one) => one !== what)));
    },
  };
}
