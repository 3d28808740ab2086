/**
 * Paths the person chose in a dialog or dropped. Windows see only an opaque name; the
 * path itself stays in main and the archive process.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Grant } from '@shared/contract/shell';

export interface Grants {
  /** Keeps paths under a new name; given once the archive process knows it, whom a window asks by a way of its own. */
  readonly add: (paths: readonly string[]) => Promise<Grant>;
  /** Empty for a name never given. */
  readonly pathsOf: (grant: string) => readonly string[];
  /** All there are, for an archive process that starts anew. */
  readonly all: () => readonly { readonly grant: string; readonly paths: readonly string[] }[];
}

/** Older grants are forgotten beyond this number: nobody reveals the export of last month. */
const maxGrants = 1_000;

/** An empty keeper of grants; `announce` hears of each new one, and settles when the archive process has it. */
export function createGrants(announce: (grant: string, paths: readonly string[]) => Promise<void>): Grants {
  const known = new Map<string, readonly string[]>();
  return {
    add: async (paths) => {
      const grant = randomUUID();
      known.set(grant, paths);
      const [oldest] = known.keys();
      if (known.size > maxGrants && oldest !== undefined) known.delete(oldest);
      await announce(grant, paths);
      return { grant, name: basename(paths[0] ?? '') };
    },
    pathsOf: (grant) => known.get(grant) ?? [],
    all: () => [...known].map(([grant, paths]) => ({ grant, paths })),
  };
}
