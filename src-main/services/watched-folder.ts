/**
 * A folder whose new articles come in by themselves. Files are read, never changed; one that is
 * still being written waits. When it is looked into is look-times.ts; knows no window.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { ImportReport } from '@shared/contract/import-report';
import type { FolderSurvey, WatchedFolder } from '@shared/contract/watch-calls';
import { Failure } from '@shared/outcome/outcome';
import type { HearChanges } from './folder-changes';
import { LookTimes } from './look-times';
import { afterImport, asSeen, withoutGone } from './seen-files';
import { settle, settledMs, type Unsettled } from './settled-files';
import type { Watch, WatchMemory } from './watch-memory';
import { articlesIn, isWatchedName, stampAt, type WatchedFile } from './watched-files';

export interface FolderWatchOptions {
  readonly memory: WatchMemory;
  /** Imports files; `started` is told the job. Rejects only for a bug. */
  readonly importFiles: (paths: readonly string[], started: (job: string) => void) => Promise<ImportReport>;
  /** What is known of the folder is different. */
  readonly onChange: (watched: WatchedFolder | null) => void;
  readonly onBug: (error: unknown) => void;
  readonly nowMs?: () => number;
  /** How changes are heard of; the system's own way unless told. */
  readonly hearChanges?: HearChanges;
}

/** Watches nothing until {@link FolderWatch.start}. */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #nowMs: () => number;
  readonly #times: LookTimes;
  #kept: Watch | null = null;
  #stopped = true;
  #problem: WatchedFolder['problem'] = null;
  #importing: WatchedFolder['importing'] = null;
  /** Files seen once that may still grow. */
  #unsettled: Unsettled = new Map();
  #looking: Promise<void> | null = null;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
    this.#nowMs = options.nowMs ?? Date.now;
    this.#times = new LookTimes(() => void this.look(), options.hearChanges);
  }

  /** Begins to watch what was watched before. */
  start(): void {
    this.#stopped = false;
    try {
      this.#kept = this.#options.memory.read();
    } catch (error) {
      this.#options.onBug(error);
    }
    if (this.#kept !== null) this.#tell();
    this.#times.start();
  }

  /** Ends for good; what is being imported is stopped by its job. */
  stop(): void {
    this.#stopped = true;
    this.#times.stop();
  }

  /** Null when none is watched. */
  now(): WatchedFolder | null {
    return this.#kept === null ? null : this.#shown(this.#kept);
  }

  /** @throws Failure `watch/unreadable` */
  async survey(folder: string): Promise<FolderSurvey> {
    const files = await readableArticlesIn(folder);
    return { folder, name: nameOf(folder), files: files.length };
  }

  /** Watches a folder in place of any other; `present`: what lies there comes in too. @throws Failure `watch/unreadable` */
  async watch(chosen: string, present: boolean): Promise<WatchedFolder> {
    const folder = resolve(chosen);
    const files = await readableArticlesIn(folder);
    this.#forgetLooks();
    this.#problem = null;
    const watched: Watch = { folder, paused: false, cameIn: 0, seen: present ? {} : asSeen(files) };
    this.#keep(watched);
    this.#tell();
    void this.look();
    return this.#shown(watched);
  }

  pause(paused: boolean): WatchedFolder | null {
    if (this.#kept === null) return null;
    this.#keep({ ...this.#kept, paused });
    if (paused) this.#forgetLooks();
    else void this.look();
    this.#tell();
    return this.now();
  }

  forget(): void {
    this.#forgetLooks();
    this.#problem = null;
    this.#keep(null);
    this.#tell();
  }

  /** Resolves when everything that is there and done was brought in. One look at a time; one asked for meanwhile follows it. */
  async look(): Promise<void> {
    await this.#looking;
    this.#looking ??= this.#lookOnce()
      .catch(this.#options.onBug)
      .finally(() => {
        this.#looking = null;
      });
    await this.#looking;
  }

  /** A file Postil wrote itself does not come in. */
  leaveOut(path: string): void {
    const name = basename(path);
    if (this.#kept === null || dirname(resolve(path)) !== this.#kept.folder || !isWatchedName(name)) return;
    const stamp = stampAt(path);
    if (stamp !== null) this.#keep({ ...this.#kept, seen: { ...this.#kept.seen, [name]: stamp } });
  }

  async #lookOnce(): Promise<void> {
    const asked = this.#watching();
    if (asked === null) return;
    const files = await articlesIn(asked.folder);
    const watched = this.#watching();
    // Meanwhile it may have ended, or be another folder.
    if (watched?.folder !== asked.folder) return;
    const before = JSON.stringify(this.now());
    this.#problem = typeof files === 'string' ? files : null;
    if (typeof files === 'string') this.#forgetLooks();
    else await this.#lookAt(watched, files);
    if (JSON.stringify(this.now()) !== before) this.#tell();
  }

  async #lookAt(found: Watch, files: readonly WatchedFile[]): Promise<void> {
    const watched = withoutGone(found, files);
    if (watched !== found) this.#keep(watched);
    this.#times.hear(watched.folder);
    const { settled, unsettled } = settle(files, watched.seen, this.#unsettled, this.#nowMs());
    this.#unsettled = unsettled;
    if (settled.length > 0) await this.#bringIn(watched.folder, settled);
    if (this.#unsettled.size > 0) this.#times.soon(settledMs + 100);
  }

  async #bringIn(folder: string, files: readonly WatchedFile[]): Promise<void> {
    const paths = files.map(({ name }) => join(folder, name));
    const report = await this.#options.importFiles(paths, (job) => {
      this.#importing = { job, files: files.length };
      this.#tell();
    });
    this.#importing = null;
    // Another folder may be watched by now.
    if (this.#kept?.folder === folder) this.#keep(afterImport(this.#kept, files, report));
  }

  /** What is watched and neither ended nor paused. */
  #watching(): Watch | null {
    return this.#stopped || this.#kept?.paused ? null : this.#kept;
  }

  #forgetLooks(): void {
    this.#times.stopHearing();
    this.#unsettled = new Map();
  }

  #keep(next: Watch | null): void {
    this.#kept = next;
    try {
      this.#options.memory.write(next);
    } catch (error) {
      // What is forgotten comes in once more and is recognised by its content.
      this.#options.onBug(error);
    }
  }

  #tell(): void {
    this.#options.onChange(this.now());
  }

  #shown({ folder, paused, cameIn }: Watch): WatchedFolder {
    return {
      folder,
      name: nameOf(folder),
      paused,
      problem: this.#problem,
      cameIn,
      waiting: this.#unsettled.size,
      importing: this.#importing,
    };
  }
}

/** A whole disk has no name but its path. */
const nameOf = (folder: string): string => basename(folder) || folder;

async function readableArticlesIn(folder: string): Promise<readonly WatchedFile[]> {
  const files = await articlesIn(folder);
  if (typeof files !== 'string') return files;
  throw new Failure('watch/unreadable', `“${basename(folder)}” can’t be looked into. Choose another folder.`, {
    name: basename(folder),
  });
}
