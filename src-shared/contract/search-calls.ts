/** The calls around searching, declared like all others (calls.ts, which holds `search` itself). */
import { z } from 'zod';
import { call, command } from './call';
import { aliasId, count, documentId, savedSearchId, shortText, text } from './schemas';
import {
  type AliasProposal,
  type AliasSet,
  type QueryCompletion,
  type RelatedDocument,
  type SavedSearch,
  searchSorts,
} from './search-shapes';

const sort = z.enum(searchSorts);

export const aroundSearchCalls = {
  /** What could stand at the caret of a search box: names of fields, or values of the field there, most used first. */
  completeQuery: call(z.strictObject({ text, caret: count, limit: count.max(100) }))<readonly QueryCompletion[]>(),

  /** In the order they were saved, each with the number of hits it has now. */
  listSavedSearches: call(z.strictObject({}))<readonly SavedSearch[]>(),
  saveSearch: command(z.strictObject({ name: shortText.min(1), query: text, sort }))<SavedSearch>(),
  renameSavedSearch: command(z.strictObject({ uid: savedSearchId, name: shortText.min(1) }))<null>(),
  deleteSavedSearch: command(z.strictObject({ uid: savedSearchId }))<null>(),

  /** Sets of names that mean the same, in the order they were made. */
  listAliases: call(z.strictObject({}))<readonly AliasSet[]>(),
  /** Makes a set, or with `uid` replaces the names of one. */
  setAlias: command(
    z.strictObject({ uid: aliasId.optional(), names: z.array(shortText.min(1)).min(2).max(50).readonly() }),
  )<AliasSet>(),
  /** Names in different scripts that sound alike and stand in documents about the same; none that is in a set already. */
  proposeAliases: call(z.strictObject({ limit: count.max(50) }))<readonly AliasProposal[]>(),
  deleteAlias: command(z.strictObject({ uid: aliasId }))<null>(),

  /** Documents that share rare words, names and labels with one, most alike first. */
  related: call(z.strictObject({ uid: documentId, limit: count.max(50) }))<readonly RelatedDocument[]>(),
} as const;
