/** The calls around searching, declared like all others (calls.ts, which holds `search` itself). */
import { z } from 'zod';
import { call } from './call';
import { count, text } from './schemas';
import type { QueryCompletion } from './search-shapes';

export const aroundSearchCalls = {
  /** What could stand at the caret of a search box: names of fields, or values of the field there, most used first. */
  completeQuery: call(z.strictObject({ text, caret: count, limit: count.max(100) }))<readonly QueryCompletion[]>(),
} as const;
