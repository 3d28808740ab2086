/**
 * The schemes of our own: `app://postil/`, the built renderer's files and nothing else, which
 * replaces `file:` (it would let a page reach the whole disk), and one for the archive's pictures.
 */
import { readFile } from 'node:fs/promises';
import { assetOf, assetScheme } from '@shared/contract/asset-address';
import type { Asset } from '@shared/model/asset';
import type { Sha256 } from '@shared/model/ids';
import { protocol, type Session } from 'electron';
import { assetHeaders, pageHeaders } from './content-policy';
import { contentTypeOf, fileOf } from './page-files';

/** Must run before the app is ready; both at once, for it may be said but once. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: assetScheme, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves a folder under the scheme in a session. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async ({ method, url }) => {
    const path = method === 'GET' ? fileOf(url, folder) : null;
    const contentType = path === null ? null : contentTypeOf(path);
    if (path === null || contentType === null) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(path), { headers: pageHeaders(contentType) });
    } catch {
      // Not one of our files; what is not built is not there.
      return new Response(null, { status: 404 });
    }
  });
}

/** Serves the pictures of the archive that is open; `read` asks the process that has it. */
export function serveAssets(session: Session, read: (sha256: Sha256) => Promise<Asset | null>): void {
  session.protocol.handle(assetScheme, async ({ method, url }) => {
    const sha256 = method === 'GET' ? assetOf(url) : null;
    const asset = sha256 === null ? null : await read(sha256);
    if (asset === null) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(asset.bytes), { headers: assetHeaders(asset.mediaType) });
  });
}
