/** The fingerprint of a row, as it stands on disk beside the row. Knows no table. */
import { textHash } from '@shared/text/text-hash';

/** Bits of a seal: as many as both SQLite and JavaScript count exactly, sums of two included. */
const sealBits = 48;
export const sealMask = 2 ** sealBits - 1;

/** The seal of a row's values, in order. Never to be changed: seals on disk were made with it. */
export const sealOf = (values: readonly unknown[]): number =>
  Number.parseInt(textHash(JSON.stringify(values)).slice(-sealBits / 4), 16);
