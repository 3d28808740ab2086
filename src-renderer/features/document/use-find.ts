/** State of finding in a document: what is looked for, where it stands, which match is shown. */
import type { TextMap } from '@renderer/editor/text-map';
import { usePaneCommands } from '@renderer/ui/panes';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type FindOptions, findMatches, type Match } from './find-matches';

export interface FindState {
  readonly open: boolean;
  /** Counts how often the bar was asked for. */
  readonly asked: number;
  readonly wanted: string;
  readonly options: FindOptions;
  /** Whether words are to be put in the place of those found. */
  readonly replacing: boolean;
  readonly matches: readonly Match[];
  /** Index of the match shown, -1 when there is none. */
  readonly current: number;
  readonly setWanted: (wanted: string) => void;
  readonly setOptions: (options: FindOptions) => void;
  readonly setReplacing: (replacing: boolean) => void;
  /** Goes to a match by its index. */
  readonly goTo: (index: number) => void;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
}

const none: readonly Match[] = [];
const loosely: FindOptions = { exactly: false, wholeWords: false };

/** Longer selections are passages, not words to look for. */
const mostSelected = 60;

/** A few words selected in a document's text, which are likely the ones to be found; else empty. */
function selectedWords(): string {
  const selection = document.getSelection();
  const element = selection?.anchorNode?.parentElement;
  const words = selection?.toString().trim() ?? '';
  const inText = element?.closest('.editor-surface') !== null && element !== undefined;
  return inText && words.length <= mostSelected && !words.includes('\n') ? words : '';
}

/** Finds in a text; `show` is given each match to bring into view, `onClose` the last one shown. */
export function useFind(map: TextMap, show: (match: Match) => void, onClose: (match: Match | null) => void): FindState {
  const onCommand = usePaneCommands();
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  const [wanted, setWantedNow] = useState('');
  const [options, setOptions] = useState<FindOptions>(loosely);
  const [replacing, setReplacing] = useState(false);
  const [current, setCurrent] = useState(0);
  const sought = useDeferredValue(wanted);
  const matches = useMemo(
    () => (open ? findMatches(map.text, sought, options) : none),
    [open, map.text, sought, options],
  );
  const shown = matches.length === 0 ? -1 : Math.min(current, matches.length - 1);

  useEffect(() => {
    const ask = (toReplace: boolean) => () => {
      const words = selectedWords();
      if (words !== '') setWantedNow(words);
      setAsked((times) => times + 1);
      setOpen(true);
      if (toReplace) setReplacing(true);
    };
    const stops = [onCommand('find-in-document', ask(false)), onCommand('replace-in-document', ask(true))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [onCommand]);
  const match = shown === -1 ? null : (matches[shown] ?? null);
  useEffect(() => {
    if (match !== null) show(match);
  }, [match, show]);

  const setWanted = useCallback((next: string) => {
    setWantedNow(next);
    setCurrent(0);
  }, []);
  const step = (by: 1 | -1): void => {
    if (matches.length > 0) setCurrent((shown + by + matches.length) % matches.length);
  };
  const close = (): void => {
    setOpen(false);
    setReplacing(false);
    onClose(match);
  };
  return {
    open,
    asked,
    wanted,
    options,
    replacing,
    matches,
    current: shown,
    setWanted,
    setOptions,
    setReplacing,
    goTo: setCurrent,
    step,
    close,
  };
}
