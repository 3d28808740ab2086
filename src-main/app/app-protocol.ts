/**
 * The scheme `app://postil/`: the built renderer's files and nothing else. Replaces
 * `file:`, which would let a page reach the whole disk.
 */
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { pageHeaders } from './content-policy';
import { contentTypeOf, fileOf } from './page-files';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
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
