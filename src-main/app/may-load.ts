/** Which requests of Chromium are let through. Pure; what asks is lock-down.ts. */
import { assetOf } from '@shared/contract/asset-address';
import { appOrigin } from './content-policy';

/** Our own files, the archive's pictures, the developer tools' own, and in development its server; nothing else. */
export function mayLoad(address: string, devServer: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  if (protocol === 'devtools:') return true;
  if (address.startsWith(`${appOrigin}/`) || assetOf(address) !== null) return true;
  return devServer !== null && ['http:', 'ws:'].includes(protocol) && host === new URL(devServer).host;
}
