/** Replacing what is found in a text: the match shown, or all of them, each one step to undo. */

import { useTranslation } from '@renderer/i18n/words';
import { showToast } from '@renderer/ui/toasts';
import { useRef, useState } from 'react';
import { findMatches, type Match } from './find-matches';
import { type SavedSession, showFailure } from './saved-session';
import type { FindState } from './use-find';

export interface ReplaceState {
  /** What is put in. */
  readonly by: string;
  readonly setBy: (by: string) => void;
  /** Unlocks the text; null when it can be written in. */
  readonly unlock: (() => void) | null;
  readonly one: () => void;
  readonly all: () => void;
}

interface ReplaceOptions {
  readonly find: FindState;
  readonly session: SavedSession;
  readonly unlock: (() => void) | null;
}

/** Looks again before it replaces: what the bar shows may be a moment older than the text. */
export function useReplace({ find, session, unlock }: ReplaceOptions): ReplaceState {
  const { t } = useTranslation();
  const { text, history } = session;
  const [by, setBy] = useState('');
  /** Where the last replacement ended: the next one lies behind it. */
  const from = useRef(0);
  const matchesNow = (): readonly Match[] => findMatches(text.map().text, find.wanted, find.options);
  const one = (): void => {
    const matches = matchesNow();
    const shown = find.matches[find.current];
    const still = matches.find(({ start, end }) => start === shown?.start && end === shown.end);
    const match = still ?? matches.find(({ start }) => start >= from.current) ?? matches[0];
    if (match === undefined) return;
    const done = text.replace([{ ...match, inserted: by }]);
    if (done === 0) showToast({ text: t('reading.replaceKept', { count: 1 }) });
    from.current = done === 0 ? match.end : match.start + by.length;
    const next = matchesNow().findIndex(({ start }) => start >= from.current);
    find.goTo(Math.max(0, next));
  };
  const all = (): void => {
    const matches = matchesNow();
    if (matches.length === 0) return;
    const done = text.replace(matches.map((match) => ({ ...match, inserted: by })));
    const kept = matches.length - done;
    const undo = { label: t('common.undo'), run: () => void history.undo().catch(showFailure) };
    showToast({
      text: [t('reading.replaced', { count: done }), kept > 0 ? t('reading.replaceKept', { count: kept }) : '']
        .filter((part) => part !== '')
        .join(' '),
      ...(done === 0 ? {} : { action: undo }),
    });
  };
  return { by, setBy, unlock, one, all };
}
