/**
 * The calls about near duplicates, articles with nearly the same text: finding them, merging
 * two into one, and taking that back. Declared like all others (calls.ts).
 */
import { z } from 'zod';
import type { DocumentSummary } from '../model/document';
import type { DocumentUid } from '../model/ids';
import { call, command } from './call';
import { annotationId, collectionId, count, documentId, linkId, list, selectorSchema, shortText } from './schemas';

/** Two articles with nearly the same text; `older` came in first. */
export interface NearDuplicatePair {
  readonly older: DocumentSummary;
  readonly newer: DocumentSummary;
  /** What the two texts share of their runs of words, from 0.5 to 1. */
  readonly share: number;
  /** Whether the person said that both are to be kept. */
  readonly keptApart: boolean;
}

/** Pairs found among the next documents. */
export interface NearDuplicatesStep {
  readonly pairs: readonly NearDuplicatePair[];
  /** Documents looked at of all there are. */
  readonly done: number;
  readonly total: number;
  /** To be given to the next step; null when all were looked at. */
  readonly after: number | null;
}

/** What a merge changed: enough to take it back. */
const mergedSchema = z.strictObject({
  kept: documentId,
  gone: documentId,
  /** Annotations that moved, with how they stood before. */
  annotations: list(z.strictObject({ uid: annotationId, selector: selectorSchema, orphaned: z.boolean() })),
  /** Links that led to the document that went. */
  links: list(linkId),
  /** What the kept document got from it. */
  labels: list(shortText),
  collections: list(collectionId),
  /** Notes that led to the document that went: which of their references that lead to the kept one now, by number. */
  notes: list(z.strictObject({ uid: documentId, places: list(count), of: count })),
});
/** {@link mergedSchema}, as it is answered. */
export type Merged = z.output<typeof mergedSchema>;

export interface MergeOutcome {
  readonly merged: Merged;
  /** Annotations with a place in the kept text, and those without. */
  readonly carried: number;
  readonly orphaned: number;
  /** Links that still lead to the document that went: the kept one has the same, or they begin in it. */
  readonly linksLeft: number;
}

export const duplicateCalls = {
  /** The pairs one article makes with those that have nearly the same text, most alike first. */
  nearDuplicates: call(z.strictObject({ uid: documentId, limit: count.max(50) }))<readonly NearDuplicatePair[]>(),
  /** One step through all articles, each pair told once; begins with `after: 0`. Some 100 ms. */
  nearDuplicatesStep: call(z.strictObject({ after: count }))<NearDuplicatesStep>(),
  /** Says whether both of a pair are to be kept, and the pair not shown again unasked. */
  setKeptApart: command(z.strictObject({ one: documentId, other: documentId, apart: z.boolean() }))<null>(),
  /** Moves annotations, labels, collections, links and mentions of one document to another, then bins it. */
  mergeDocuments: command(z.strictObject({ keep: documentId, gone: documentId }))<MergeOutcome>(),
  /** Takes a merge back as far as nobody changed it since. */
  unmergeDocuments: command(mergedSchema)<{ readonly gone: DocumentUid }>(),
} as const;
