/**
 * A disk as it may be found after a power cut: what was synced is there, what was not may be
 * there, in part or not at all, in any order. Names last once their folder was synced.
 */
import { dirname } from 'node:path';
import type { Random } from '../random';
import type { Recorded } from './recording';

/** The unit a disk writes whole, in bytes. */
const sector = 512;

type Change =
  | { readonly what: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly what: 'truncate'; readonly length: number };

interface File {
  durable: Buffer;
  unsynced: Change[];
}

type Naming =
  | { readonly folder: string; readonly what: 'name'; readonly path: string; readonly file: File }
  | {
      readonly folder: string;
      readonly what: 'rename';
      readonly from: string;
      readonly to: string;
      readonly file: File;
    }
  | { readonly folder: string; readonly what: 'unlink'; readonly path: string };

/** How cruel a cut is to what was not synced: all of it gone, any sector gone, or the earlier gone and the later there. */
export const cuts = ['all gone', 'any sector gone', 'the earlier gone'] as const;
export type Cut = (typeof cuts)[number];

export class Disk {
  /** Names that last. */
  readonly #lasting: Map<string, File>;
  /** Names as the process sees them. */
  readonly #seen: Map<string, File>;
  #unsyncedNames: Naming[] = [];

  /** A disk that holds some files, all synced. */
  constructor(files: ReadonlyMap<string, Buffer>) {
    this.#lasting = new Map([...files].map(([path, durable]) => [path, { durable, unsynced: [] }]));
    this.#seen = new Map(this.#lasting);
  }

  /** Does what was recorded. */
  apply(step: Recorded): void {
    switch (step.op) {
      case 'say':
        return;
      case 'create': {
        const file: File = { durable: Buffer.alloc(0), unsynced: [] };
        this.#seen.set(step.path, file);
        this.#unsyncedNames.push({ folder: dirname(step.path), what: 'name', path: step.path, file });
        return;
      }
      case 'write':
        this.#seen.get(step.path)?.unsynced.push({ what: 'write', offset: step.offset, bytes: step.bytes });
        return;
      case 'truncate':
        this.#seen.get(step.path)?.unsynced.push({ what: 'truncate', length: step.offset });
        return;
      case 'sync':
        this.#sync(step.path);
        return;
      case 'rename': {
        const file = this.#seen.get(step.path);
        if (file === undefined) return;
        this.#seen.delete(step.path);
        this.#seen.set(step.other, file);
        const folder = dirname(step.other);
        this.#unsyncedNames.push({ folder, what: 'rename', from: step.path, to: step.other, file });
        return;
      }
      case 'unlink':
        this.#seen.delete(step.path);
        this.#unsyncedNames.push({ folder: dirname(step.path), what: 'unlink', path: step.path });
    }
  }

  #sync(path: string): void {
    const file = this.#seen.get(path);
    if (file !== undefined) {
      file.durable = file.unsynced.reduce((bytes, change) => changed(bytes, change), file.durable);
      file.unsynced = [];
    }
    for (const naming of this.#unsyncedNames.filter(({ folder }) => folder === path)) name(this.#lasting, naming);
    this.#unsyncedNames = this.#unsyncedNames.filter(({ folder }) => folder !== path);
  }

  /** Whether anything would be lost by a cut now. */
  get hasUnsynced(): boolean {
    return this.#unsyncedNames.length > 0 || [...this.#seen.values()].some(({ unsynced }) => unsynced.length > 0);
  }

  /** The files as a power cut at this moment may leave them. */
  afterCut(cut: Cut, random: Random): ReadonlyMap<string, Buffer> {
    const names = new Map(this.#lasting);
    // A journalling file system keeps the order of names: some of the first last.
    const kept = cut === 'all gone' ? 0 : random.below(this.#unsyncedNames.length + 1);
    for (const naming of this.#unsyncedNames.slice(0, kept)) name(names, naming);
    return new Map([...names].map(([path, file]) => [path, leftOf(file, cut, random)]));
  }
}

function name(names: Map<string, File>, naming: Naming): void {
  if (naming.what === 'unlink') names.delete(naming.path);
  if (naming.what === 'rename') names.delete(naming.from);
  if (naming.what === 'rename') names.set(naming.to, naming.file);
  if (naming.what === 'name') names.set(naming.path, naming.file);
}

function changed(bytes: Buffer, change: Change): Buffer {
  if (change.what === 'truncate') return resized(bytes, change.length);
  const end = change.offset + change.bytes.length;
  const grown = end > bytes.length ? resized(bytes, end) : Buffer.from(bytes);
  change.bytes.copy(grown, change.offset);
  return grown;
}

function resized(bytes: Buffer, length: number): Buffer {
  const other = Buffer.alloc(length);
  bytes.copy(other, 0, 0, Math.min(bytes.length, length));
  return other;
}

function leftOf({ durable, unsynced }: File, cut: Cut, random: Random): Buffer {
  if (cut === 'all gone') return durable;
  const from = cut === 'the earlier gone' ? random.below(unsynced.length + 1) : 0;
  return unsynced.slice(from).reduce((bytes, change) => {
    if (cut === 'the earlier gone') return changed(bytes, change);
    return sectorsOf(change).reduce((left, part) => (random.next() < 0.5 ? left : changed(left, part)), bytes);
  }, durable);
}

function sectorsOf(change: Change): readonly Change[] {
  if (change.what === 'truncate') return [change];
  const { offset, bytes } = change;
  const parts: Change[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + sector - ((offset + at) % sector));
    parts.push({ what: 'write', offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return parts;
}
