/**
 * What the search box offers under it, and its keys: completions while something is typed; recent and saved
 * searches and examples while it is empty and was asked to show them. One flat row of options, in groups.
 */
import { useArchive } from '@renderer/client/queries';
import type { QueryCompletion, SavedSearch, SearchSort } from '@shared/contract/search-shapes';
import { completingAt } from '@shared/query/completion';
import type { QueryField } from '@shared/query/query';
import { useState } from 'react';
import { useRecent } from './recent-searches';
import { completed, useCompletions } from './use-completions';

/** One option of the box. */
export type BoxOption =
  | { readonly group: 'completions'; readonly completion: QueryCompletion }
  | { readonly group: 'recent'; readonly query: string }
  | { readonly group: 'saved'; readonly saved: SavedSearch }
  | ({ readonly group: 'examples' } & (typeof examples)[number]);

/** Queries that show what the language can do; what they ask for is told beside them. */
export const examples = [
  { id: 'claims', query: 'in:claim' },
  { id: 'sources', query: 'has:sources' },
  { id: 'beginning', query: 'treat* OR accord*' },
  { id: 'near', query: '"north bridge"~8' },
  { id: 'since', query: 'date:2024..' },
  { id: 'without', query: '-lang:en' },
] as const;

const mostRecent = 6;
const mostSaved = 6;

interface BoxOptionsInput {
  readonly query: string;
  readonly caret: number;
  /** Puts a text in the box, the caret at a place of it. */
  readonly onText: (text: string, caret: number) => void;
  readonly onRun: (query: string, sort?: SearchSort) => void;
}

/** What is shown under the box, and what keys and clicks do there. */
export interface BoxState {
  /** Null while nothing is shown. */
  readonly shown: 'completions' | 'start' | null;
  readonly options: readonly BoxOption[];
  /** The field whose values are offered; null for names of fields, and for the start. */
  readonly field: QueryField | null;
  /** The option the keys are at; -1 before the first arrow of the start. */
  readonly active: number;
  /** The archive whose recent searches are shown; undefined until it is known. */
  readonly archive: string | undefined;
  readonly point: (index: number) => void;
  readonly take: (index: number) => void;
  /** True when the key was used. */
  readonly press: (key: string, shift: boolean) => boolean;
  readonly openStart: () => void;
  readonly typed: () => void;
  readonly close: () => void;
}

function useStart(open: boolean): { readonly options: readonly BoxOption[]; readonly archive: string | undefined } {
  const archive = useArchive('archiveInfo', {}).data?.path;
  const saved = useArchive('listSavedSearches', {}, { enabled: open }).data ?? [];
  const { byArchive } = useRecent();
  const recent = archive === undefined ? [] : (byArchive[archive] ?? []);
  if (!open) return { options: [], archive };
  return {
    archive,
    options: [
      ...recent.slice(0, mostRecent).map((query) => ({ group: 'recent', query }) as const),
      ...saved.slice(0, mostSaved).map((one) => ({ group: 'saved', saved: one }) as const),
      ...examples.map((example) => ({ group: 'examples', ...example }) as const),
    ],
  };
}

/** The options of a box with this text and caret. */
export function useBoxOptions({ query, caret, onText, onRun }: BoxOptionsInput): BoxState {
  const [open, setOpen] = useState<'completions' | 'start' | null>(null);
  const [moved, setMoved] = useState(-1);
  const completions = useCompletions(query, caret, open === 'completions');
  const start = useStart(open === 'start' && query === '');
  const options: readonly BoxOption[] =
    open === 'start' ? start.options : completions.map((completion) => ({ group: 'completions', completion }));
  const shown = open === null || options.length === 0 ? null : open;
  // A completion is there to be taken at once; to begin somewhere takes a choice.
  const active = Math.min(shown === 'completions' ? Math.max(moved, 0) : moved, options.length - 1);
  const close = () => {
    setOpen(null);
    setMoved(-1);
  };
  const take = (index: number) => {
    const option = options[index];
    if (option === undefined) return;
    setMoved(-1);
    if (option.group === 'completions') {
      const next = completed(query, caret, option.completion);
      // After the name of a field its values are offered.
      setOpen(option.completion.insert.endsWith(':') ? 'completions' : null);
      onText(next.text, next.caret);
      return;
    }
    close();
    if (option.group === 'saved') onRun(option.saved.query, option.saved.sort);
    else onRun(option.query);
  };
  const press = (key: string, shift: boolean): boolean => {
    if (shown === null) return false;
    const last = options.length - 1;
    if (key === 'ArrowDown') setMoved(active === last ? 0 : active + 1);
    else if (key === 'ArrowUp') setMoved(active <= 0 ? last : active - 1);
    else if (key === 'Escape') close();
    // Enter opens the best hit unless the person went into the completions.
    else if (key === 'Enter' && (shown === 'start' ? active >= 0 : moved >= 0 || isValue(options[active])))
      take(active);
    else if (key === 'Tab' && !shift && shown === 'completions') take(active);
    else return false;
    return true;
  };
  return {
    shown,
    options,
    field: shown === 'completions' ? (completingAt(query, caret)?.field ?? null) : null,
    active,
    archive: start.archive,
    point: setMoved,
    take,
    press,
    openStart: () => {
      setMoved(-1);
      setOpen('start');
    },
    typed: () => {
      setMoved(-1);
      setOpen('completions');
    },
    close,
  };
}

/** Behind `field:` Enter takes the value: a query that ends there would find nothing of it. */
const isValue = (option: BoxOption | undefined): boolean =>
  option?.group === 'completions' && !option.completion.insert.endsWith(':');
