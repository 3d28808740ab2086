/**
 * Names the person said are not the same: not proposed again, on this machine and for that archive, until
 * they are offered again. The archive itself knows nothing of it.
 */
import { indexText } from '@shared/query/index-text';
import { create } from 'zustand';

/** Refusals kept, of all archives; the oldest give way. */
const mostKept = 500;
const storageKey = 'postil.not-the-same';

/** One refusal: the archive's path, then the names as the search reads them, in no order of their own. */
type Refusal = readonly [archive: string, ...names: readonly string[]];

const isRefusal = (value: unknown): value is Refusal =>
  Array.isArray(value) && value.length > 2 && value.every((one) => typeof one === 'string');

/** What was written before; nothing when something else stands there. */
export function readRefused(written: string | null): readonly Refusal[] {
  try {
    const value: unknown = JSON.parse(written ?? '[]');
    return Array.isArray(value) ? value.filter(isRefusal) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** What was refused, oldest first. */
export const useRefused = create<{ readonly refused: readonly Refusal[] }>(() => ({
  refused: readRefused(typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey)),
}));

function write(refused: readonly Refusal[]): void {
  useRefused.setState({ refused });
  localStorage.setItem(storageKey, JSON.stringify(refused));
}

const refusalOf = (archive: string, names: readonly string[]): Refusal => [archive, ...names.map(indexText).sort()];
const same = (a: Refusal, b: Refusal): boolean => a.length === b.length && a.every((part, index) => part === b[index]);

/** Whether these names were refused in this archive, in whatever order and spelling the search takes for one. */
export const isRefused = (refused: readonly Refusal[], archive: string, names: readonly string[]): boolean =>
  refused.some((one) => same(one, refusalOf(archive, names)));

/** Refuses names; gives what takes it back. */
export function refuse(archive: string, names: readonly string[]): () => void {
  const refusal = refusalOf(archive, names);
  const others = () => useRefused.getState().refused.filter((one) => !same(one, refusal));
  write([...others(), refusal].slice(-mostKept));
  return () => write(others());
}

/** Forgets what was refused in an archive. */
export function offerAgain(archive: string): void {
  write(useRefused.getState().refused.filter(([of]) => of !== archive));
}
