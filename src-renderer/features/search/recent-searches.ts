/**
 * Queries searched for lately, kept on this machine for each archive apart; what is searched for may be
 * as sensitive as what is found, so they can be cleared and switched off.
 */
import { create } from 'zustand';

/** Queries kept of one archive. */
const mostKept = 20;
/** Archives whose queries are kept. */
const mostArchives = 10;
const storageKey = 'postil.searches';

interface Recent {
  readonly kept: boolean;
  /** Newest first, by the archive's path; the archive used last stands last. */
  readonly byArchive: Readonly<Record<string, readonly string[]>>;
}

const nothing: Recent = { kept: true, byArchive: {} };

const isStringList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What was written before; nothing when something else stands there. */
export function readRecent(written: string | null): Recent {
  try {
    const value: unknown = JSON.parse(written ?? 'null');
    if (typeof value !== 'object' || value === null || !('kept' in value) || !('byArchive' in value)) return nothing;
    const { kept, byArchive } = value;
    if (typeof byArchive !== 'object' || byArchive === null) return nothing;
    const lists = Object.entries(byArchive).filter((entry): entry is [string, readonly string[]] =>
      isStringList(entry[1]),
    );
    return { kept: kept !== false, byArchive: Object.fromEntries(lists) };
  } catch (error) {
    if (error instanceof SyntaxError) return nothing;
    throw error;
  }
}

/** With a query put first; one that goes on from the newest takes its place, as "brid" gives way to "bridge". */
export function withRecent(queries: readonly string[], query: string): readonly string[] {
  const others = queries.filter((other) => other !== query);
  const [newest, ...older] = others;
  const replaced = newest !== undefined && query.startsWith(newest) && !/\s/.test(query.slice(newest.length));
  return [query, ...(replaced ? older : others)].slice(0, mostKept);
}

/** The queries kept. */
export const useRecent = create<Recent>(() =>
  readRecent(typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey)),
);

function write(recent: Recent): void {
  useRecent.setState(recent);
  localStorage.setItem(storageKey, JSON.stringify(recent));
}

/** Keeps a query that led somewhere, unless keeping is off. */
export function rememberSearch(archive: string, query: string): void {
  const { kept, byArchive } = useRecent.getState();
  const wanted = query.trim();
  if (!kept || wanted === '') return;
  const { [archive]: queries = [], ...others } = byArchive;
  const lists = [...Object.entries(others).slice(1 - mostArchives), [archive, withRecent(queries, wanted)] as const];
  write({ kept, byArchive: Object.fromEntries(lists) });
}

/** Forgets the queries of an archive; gives what brings them back. */
export function forgetSearches(archive: string): () => void {
  const before = useRecent.getState();
  write({ ...before, byArchive: { ...before.byArchive, [archive]: [] } });
  return () => write(before);
}

/** Keeps queries from now on, or none: switched off, those of all archives are forgotten. */
export function keepSearches(kept: boolean): void {
  write({ kept, byArchive: kept ? useRecent.getState().byArchive : {} });
}
