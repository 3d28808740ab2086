/** The calls about the watched folder, from which articles come in by themselves. Declared like all others (calls.ts). */
import { z } from 'zod';
import { call } from './call';
import { shortText } from './schemas';

/** A folder whose new files come in by themselves while the archive is open. */
export interface WatchedFolder {
  readonly folder: string;
  /** The last part of its path. */
  readonly name: string;
  readonly paused: boolean;
  /** Why it could not be looked into the last time; it is tried again. */
  readonly problem: 'missing' | 'unreadable' | null;
  /** Articles that came in since it is watched. */
  readonly cameIn: number;
  /** Files that are still being written. */
  readonly waiting: number;
  /** What comes in at this moment: its job, and how many files it takes. */
  readonly importing: { readonly job: string; readonly files: number } | null;
}

/** A folder as it is now, before it is watched. */
export interface FolderSurvey {
  readonly folder: string;
  readonly name: string;
  /** Files of the types that would come in. */
  readonly files: number;
}

const nothing = z.strictObject({});
export const watchCalls = {
  /** Null when none is watched. */
  watchedFolder: call(nothing)<WatchedFolder | null>(),
  /** Looks into a folder that a dialog granted. Fails with `watch/unreadable`. */
  surveyFolder: call(z.strictObject({ grant: shortText }))<FolderSurvey>(),
  /** Watches a folder in place of any other; `present`: what lies there already comes in too. */
  watchFolder: call(z.strictObject({ grant: shortText, present: z.boolean() }))<WatchedFolder>(),
  pauseWatching: call(z.strictObject({ paused: z.boolean() }))<WatchedFolder | null>(),
  stopWatching: call(nothing)<null>(),
  /** Looks into it now: systems do not tell of every change. */
  lookIntoWatched: call(nothing)<null>(),
} as const;
