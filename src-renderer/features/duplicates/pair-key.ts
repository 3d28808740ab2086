/** A name for a pair of articles, the same whichever came in first. */
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';

export const pairKey = ({ older, newer }: NearDuplicatePair): string => [older.uid, newer.uid].sort().join(' ');
