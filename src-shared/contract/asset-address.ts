/** Addresses a page of ours shows pictures by: a scheme of their own, answered by the archive that is open. Pure. */
import { type Sha256, sha256Hex } from '../model/ids';

export const assetScheme = 'postil-asset';

const pattern = new RegExp(`^${assetScheme}://archive/([0-9a-f]{64})$`);

export const assetAddress = (sha256: Sha256): string => `${assetScheme}://archive/${sha256}`;

/** The picture an address names; null for any other address, however like one it is. */
export function assetOf(address: string): Sha256 | null {
  const hash = pattern.exec(address)?.[1];
  return hash === undefined ? null : sha256Hex(hash);
}
